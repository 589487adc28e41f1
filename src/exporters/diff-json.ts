// Flips as `sluice/diff/v1`.
import type { DiffReport } from './diff-report.ts';
import { diffSentence } from './diff-sentence.ts';
import type { Exporter } from './exporter.ts';
import { problemRecord } from './problem-record.ts';

export const diffJson: Exporter<DiffReport> = {
  format: 'json',
  export: (report) => {
    const { opened, closed, unknown, base, head, problems, incomplete } = report;
    const result = {
      schema: 'sluice/diff/v1',
      opened,
      closed,
      unknown,
      summary: {
        sentence: diffSentence(report),
        opened: opened.length,
        closed: closed.length,
        unknown: unknown.length,
        openedToInternet: opened.filter((flip) => flip.risk === 'internet').length,
        base,
        head,
      },
      problems: problems.map(problemRecord),
      incomplete,
    };
    return `${JSON.stringify(result, null, 2)}\n`;
  },
};
