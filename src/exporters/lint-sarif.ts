// Findings as SARIF 2.1.0, which code-scanning services read.
import type { Problem } from '../engine/results.ts';
import type { Exporter } from './exporter.ts';
import type { LintReport } from './lint-report.ts';
import { sarifText, sarifUri } from './sarif-text.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

export const lintSarif: Exporter<LintReport> = {
  format: 'sarif',
  export: ({ findings }) => {
    const rules = [...new Set(findings.map(({ code }) => code))].map((id) => ({ id }));
    const run = {
      tool: { driver: { name: 'sluice', rules } },
      columnKind: 'utf16CodeUnits',
      results: findings.map(resultOf),
    };
    const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function resultOf({ code, severity, message, advice, location }: Problem) {
  const { file, line, column, endLine, endColumn } = location;
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  const text = advice === undefined ? message : `${message.replace(/[.;]$/, '')}. ${advice}`;
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: sarifText(text) },
    locations: [{ physicalLocation: { artifactLocation: { uri: sarifUri(file) }, region } }],
  };
}
