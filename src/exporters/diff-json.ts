// A review as `sluice/diff/v1`.
import type { FlipKind } from '../engine/results.ts';
import type { DiffReport, ExportedCause, ExportedFlip } from './diff-report.ts';
import { diffSentence } from './diff-sentence.ts';
import type { Exporter } from './exporter.ts';
import { problemRecord } from './problem-record.ts';
import { riskOrder } from './risk-words.ts';

export const diffJson: Exporter<DiffReport> = {
  format: 'json',
  export: (report) => {
    const { flips, impact, isPartial, changes, base, head, problems, incomplete } = report;
    const ofKind = (kind: FlipKind) => flips.filter(({ flip }) => flip === kind).map(flipRecord);
    const result = {
      schema: 'sluice/diff/v1',
      opened: ofKind('opened'),
      closed: ofKind('closed'),
      unknown: ofKind('unknown'),
      summary: {
        sentence: diffSentence(report),
        ...impact,
        openedToInternet: flips.filter(({ flip, risk }) => flip === 'opened' && risk === 'internet').length,
        byRisk: countsByRisk(flips),
        ...(isPartial ? { listed: flips.length } : {}),
        base,
        head,
      },
      changes,
      problems: problems.map(problemRecord),
      incomplete,
    };
    return `${JSON.stringify(result, null, 2)}\n`;
  },
};

const causeRecord = ({ file, line, change, id }: ExportedCause) => ({ file, line, change, id });

function flipRecord({ flip: _, causes, certainty, ...flip }: ExportedFlip) {
  return { ...flip, causes: causes.map(causeRecord), ...(causes.length > 1 ? { certainty } : {}) };
}

function countsByRisk(flips: readonly ExportedFlip[]) {
  return riskOrder.flatMap((risk) => {
    const own = flips.filter((flip) => flip.risk === risk);
    const count = (kind: FlipKind): number => own.filter(({ flip }) => flip === kind).length;
    if (own.length === 0) return [];
    return [{ risk, opened: count('opened'), closed: count('closed'), unknown: count('unknown') }];
  });
}
