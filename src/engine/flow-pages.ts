// The rows that a table is sorted from: all that meet the conditions, or of a large cluster as many of the first as can be looked at.
import type { AnswerLimits } from './answer-limits.ts';
import { partiesAt, rowsFrom } from './connectivity.ts';
import { FlowFilter, type PartyRole } from './flow-filter.ts';
import type { FlowParty } from './flow-party.ts';
import type { FlowSortKey } from './flow-request.ts';
import { FlowSheet, type SourceFlows } from './flow-sheet.ts';
import type { FlowTerms } from './flow-terms.ts';
import { nodeOrder } from './node-order.ts';
import type { FlipRow, FlowRow, PortScope, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

type RowLimits = Pick<AnswerLimits, 'rows' | 'lookedAt'>;

export interface RowList<Row> {
  readonly rows: readonly Row[];
  readonly isPartial: boolean;
}

export interface RowChoice {
  readonly ports: PortScope;
  /** A condition on verdicts goes before these. */
  readonly verdicts: readonly Verdict[];
  readonly level?: 'workload' | 'pod';
  readonly terms: FlowTerms;
  readonly sort: FlowSortKey;
  readonly descending: boolean;
}

/** Where there are too many: sorted by source, the first rows of all; sorted otherwise, the rows of the first sources. */
export function flowList(snapshot: Snapshot, choice: RowChoice, limits: RowLimits): RowList<FlowRow> {
  const filter = new FlowFilter(snapshot, choice.terms);
  const verdicts = filter.verdicts ?? new Set(choice.verdicts);
  const rows: FlowRow[] = [];
  let left = limits.lookedAt;
  for (const source of matchingFlows(snapshot, choice, filter, verdicts)) {
    if (left <= 0 || rows.length > limits.rows) return { rows: rows.slice(0, limits.rows), isPartial: true };
    left -= source.shared.places.length + source.own.length;
    for (const row of rowsFrom(source, verdicts)) rows.push(row);
  }
  return rows.length > limits.rows ? { rows: rows.slice(0, limits.rows), isPartial: true } : { rows, isPartial: false };
}

/**
 * Flows source by source, only from and to parties that the conditions let be their ends. Sources that need the same of
 * a destination share a sheet of those that have it.
 */
function* matchingFlows(
  snapshot: Snapshot,
  { ports, level, sort, descending }: RowChoice,
  filter: FlowFilter,
  verdicts: ReadonlySet<Verdict>,
): Generator<SourceFlows> {
  const sign = sort === 'src' && descending ? -1 : 1;
  const all = partiesAt(snapshot, level ?? 'workload');
  const compare = nodeOrder(all.map(({ id }) => id));
  const parties = all.sort((a, b) => sign * compare(a.id, b.id));
  const placed = parties.map((party) => ({ party, role: filter.role(party) }));
  const sheets = new Map<number, FlowSheet | undefined>();
  const sheetFor = ({ needs }: PartyRole): FlowSheet | undefined => {
    if (sheets.has(needs)) return sheets.get(needs);
    const targets = placed.flatMap(({ party, role }): FlowParty[] =>
      role.isTarget && (role.has & needs) === needs ? [party] : [],
    );
    const sheet = targets.length > 0 ? new FlowSheet(snapshot, targets, ports, filter.points, verdicts) : undefined;
    sheets.set(needs, sheet);
    return sheet;
  };
  for (const { party, role } of placed) {
    const sheet = role.isSource ? sheetFor(role) : undefined;
    if (sheet) yield sheet.from(party);
  }
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
