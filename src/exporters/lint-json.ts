// Findings as `sluice/lint/v1`.
import type { Problem } from '../engine/results.ts';
import type { Exporter } from './exporter.ts';
import type { LintReport } from './lint-report.ts';
import { problemRecord } from './problem-record.ts';

export const lintJson: Exporter<LintReport> = {
  format: 'json',
  export: ({ findings, passed, incomplete }) => {
    const known = passed.map(({ problem, reason, by }) => ({ ...findingRecord(problem), reason, by }));
    const report = { schema: 'sluice/lint/v1', findings: findings.map(findingRecord), passed: known, incomplete };
    return `${JSON.stringify(report, null, 2)}\n`;
  },
};

/** `fix` is the likeliest one; offsets are UTF-16 units of the file's text. */
function findingRecord(problem: Problem) {
  const { code, ...record } = problemRecord(problem);
  const [fix] = problem.fixes ?? [];
  return { rule: code, ...record, ...(fix === undefined ? {} : { fix }) };
}
