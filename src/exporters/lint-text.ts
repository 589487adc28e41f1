// Findings for a terminal: one line each, with the place first, so that editors and people find it.

import { counted } from '../base/counted.ts';
import { visibleText } from '../base/visible-text.ts';
import type { Problem } from '../engine/results.ts';
import type { Exporter } from './exporter.ts';
import type { LintReport } from './lint-report.ts';

export const lintText: Exporter<LintReport> = {
  format: 'text',
  export: (report) => `${[...report.findings.map(findingLine), summaryLine(report)].join('\n')}\n`,
};

function findingLine({ location, severity, message, advice, code }: Problem): string {
  const { file, line, column } = location;
  const what = advice === undefined ? message : `${message.replace(/[.;]$/, '')}. ${advice}`;
  return `${visibleText(file)}:${line}:${column}: ${severity}: ${visibleText(what)} [${code}]`;
}

function summaryLine({ findings, files, ignored, incomplete }: LintReport): string {
  const count = (severity: Problem['severity']): number => findings.filter((one) => one.severity === severity).length;
  const parts = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('info'), 'note'),
  ].filter((part) => !part.startsWith('0 '));
  const what = parts.length === 0 ? 'No findings' : parts.join(', ');
  return `${what} in ${counted(files, 'file')}${ignored > 0 ? `, ${ignored} ignored` : ''}${incomplete ? '; incomplete: some documents do not count' : ''}`;
}
