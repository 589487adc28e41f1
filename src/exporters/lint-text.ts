// Findings for a terminal: one line each, with the place first, so that editors and people find it.

import { counted } from '../base/counted.ts';
import { visibleText } from '../base/visible-text.ts';
import type { Problem } from '../engine/results.ts';
import type { PassedFinding } from '../findings/let-pass.ts';
import type { Exporter } from './exporter.ts';
import type { LintReport } from './lint-report.ts';

export const lintText: Exporter<LintReport> = {
  format: 'text',
  export: (report) =>
    `${[...report.findings.map(findingLine), ...report.passed.map(passedLine), summaryLine(report)].join('\n')}\n`,
};

function findingLine({ location, severity, message, advice, code }: Problem): string {
  const { file, line, column } = location;
  const what = advice === undefined ? message : `${message.replace(/[.;]$/, '')}. ${advice}`;
  return `${visibleText(file)}:${line}:${column}: ${severity}: ${visibleText(what)} [${code}]`;
}

/** Shorter than a finding: it is known. */
function passedLine({ problem: { location, code }, reason, by }: PassedFinding): string {
  const { file, line, column } = location;
  return `${visibleText(file)}:${line}:${column}: let pass: ${visibleText(reason)} (${visibleText(by.file)}:${by.line}) [${code}]`;
}

function summaryLine({ findings, files, passed, incomplete }: LintReport): string {
  const count = (severity: Problem['severity']): number => findings.filter((one) => one.severity === severity).length;
  const parts = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('info'), 'note'),
  ].filter((part) => !part.startsWith('0 '));
  const what = parts.length === 0 ? 'No findings' : parts.join(', ');
  const hint = findings.length > 0 ? '; sluice lint --explain CODE tells more' : '';
  return `${what} in ${counted(files, 'file')}${passed.length > 0 ? `, ${passed.length} let pass` : ''}${incomplete ? '; incomplete: some documents do not count' : ''}${hint}`;
}
