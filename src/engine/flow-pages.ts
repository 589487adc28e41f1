// The rows that a table is sorted and filtered from: all of them, or of a large cluster as many of the first as can be looked at.
import { compareText } from '../base/compare-text.ts';
import type { AnswerLimits } from './answer-limits.ts';
import { type ConnectivityOptions, flowsBySource } from './connectivity.ts';
import type { FlowParty } from './flow-party.ts';
import { flowsFrom } from './flow-sheet.ts';
import { missingSentence } from './pair-cells.ts';
import type { FlipRow, FlowRow, FlowSortKey } from './results.ts';
import { nodeText, rowMatcher } from './row-page.ts';
import type { Snapshot } from './snapshot.ts';

type RowLimits = Pick<AnswerLimits, 'rows' | 'lookedAt'>;

export interface RowList<Row> {
  readonly rows: readonly Row[];
  readonly isPartial: boolean;
}

export interface RowChoice {
  readonly filter: string;
  readonly sort: FlowSortKey;
  readonly descending: boolean;
}

/** Where there are too many: sorted by source, the first rows of all; sorted otherwise, the rows of the first sources. */
export function flowList(
  snapshot: Snapshot,
  options: ConnectivityOptions,
  { filter, sort, descending }: RowChoice,
  limits: RowLimits,
): RowList<FlowRow> {
  const verdicts = new Set(options.verdicts);
  const matches = rowMatcher(filter);
  const sign = sort === 'src' && descending ? -1 : 1;
  const bySource = (a: FlowParty, b: FlowParty): number => sign * compareText(nodeText(a.id), nodeText(b.id));
  const rows: FlowRow[] = [];
  let left = limits.lookedAt;
  for (const source of flowsBySource(snapshot, options, bySource)) {
    if (left <= 0 || rows.length > limits.rows) return { rows: rows.slice(0, limits.rows), isPartial: true };
    left -= source.shared.places.length;
    const { src } = source;
    for (const { dst, cell } of flowsFrom(source)) {
      for (const row of cell.rows) {
        if (!verdicts.has(row.verdict)) continue;
        const made = { src: src.id, dst: dst.id, ...row };
        if (!matches(made)) continue;
        rows.push(row.verdict === 'unknown' ? { ...made, missing: missingSentence(src, dst) } : made);
      }
    }
  }
  return rows.length > limits.rows ? { rows: rows.slice(0, limits.rows), isPartial: true } : { rows, isPartial: false };
}

/** Flips in stable order that `isAsked`. */
export function flipList(
  flips: Iterable<FlipRow>,
  isAsked: (row: FlipRow) => boolean,
  limits: RowLimits,
): RowList<FlipRow> {
  const rows: FlipRow[] = [];
  let left = limits.lookedAt;
  for (const row of flips) {
    if (left <= 0 || rows.length === limits.rows) return { rows, isPartial: true };
    left--;
    if (isAsked(row)) rows.push(row);
  }
  return { rows, isPartial: false };
}
