// Findings as SARIF 2.1.0, which code-scanning services read.
import type { Exporter } from './exporter.ts';
import type { LintReport } from './lint-report.ts';
import { sarifLog } from './sarif-problems.ts';

export const lintSarif: Exporter<LintReport> = {
  format: 'sarif',
  export: ({ findings, rules }) => sarifLog(findings, rules),
};
