// Findings drawn in a line, for the tests of exporters.
import type { Problem } from '../engine/results.ts';
import type { LintReport } from '../exporters/lint-report.ts';

export function drawFinding(code: string, severity: Problem['severity'], more: Partial<Problem> = {}): Problem {
  const location = { file: 'shop/db.yaml', line: 3, column: 7, endLine: 3, endColumn: 12, start: 20, end: 25 };
  return { code, severity, message: `about \`${code}\``, location, ...more };
}

export const drawLintReport = (...findings: readonly Problem[]): LintReport => ({
  findings,
  rules: [],
  files: 2,
  passed: [],
  incomplete: false,
});
