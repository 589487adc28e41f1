// Flows from a node and to it: the first of them as rows, all of them counted, pair by pair from shared rows of verdicts.
import type { ConnectionId } from '../net/connection-table.ts';
import { columnCells } from './column-cells.ts';
import type { PatchedRow, RowPart } from './end-rows.ts';
import type { PairVerdict } from './family-matrix.ts';
import type { FlowParty } from './flow-party.ts';
import { type GroupedParty, GroupParties, type PlacedParty } from './group-parties.ts';
import { missingSentence, type PairCell, rowsOf, verdictAreas } from './pair-cells.ts';
import { type PairRows, pairRowsOf } from './pair-rows.ts';
import type { FlowRow, PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Some rows, and how many there are. */
export interface CountedRows {
  readonly rows: FlowRow[];
  total: number;
}

export interface NodeFlows {
  readonly from: CountedRows;
  readonly to: CountedRows;
}

type CellRow = Pick<FlowRow, 'protocol' | 'ports' | 'verdict' | 'mixed'>;

/** Lists of verdicts kept by column; each is as long as there are columns. */
const MAX_KEPT = 64;

class PairLookup {
  readonly #snapshot: Snapshot;
  readonly #rows: PairRows;
  readonly #scopes: readonly ConnectionId[];
  readonly #byColumn = new Map<readonly RowPart[], readonly (PairVerdict | undefined)[]>();
  readonly #cells = new Map<PairVerdict, (readonly CellRow[])[]>();

  constructor(snapshot: Snapshot, scopes: readonly ConnectionId[], ports: PortScope) {
    this.#snapshot = snapshot;
    this.#rows = pairRowsOf(snapshot, ports);
    this.#scopes = scopes;
  }

  /** Allowed and unknown flows from one party; the function asks for one destination after another. */
  from(src: PlacedParty): (dst: PlacedParty) => readonly CellRow[] {
    const row = src.column < 0 ? undefined : this.#rows.patched(src.column);
    const verdictAt = row && this.#verdicts(row);
    return (dst) => {
      if (src.party.isOutside && dst.party.isOutside) return [];
      const verdict = verdictAt && dst.column >= 0 && src !== dst ? verdictAt(dst.column) : undefined;
      if (verdict) return this.#cell(verdict, dst.scope);
      return this.#rowsOf(columnCells(this.#snapshot, src.party, dst.party), dst.scope);
    };
  }

  #verdicts({ parts, patches }: PatchedRow): (column: number) => PairVerdict | undefined {
    const own = new Map(patches.map(({ column, verdict }) => [column, verdict]));
    const byColumn = this.#byColumn.get(parts) ?? this.#keep(parts);
    if (byColumn) return (column) => own.get(column) ?? byColumn[column];
    return (column) => own.get(column) ?? parts.find(({ columns }) => columns.has(column))?.verdict;
  }

  #keep(parts: readonly RowPart[]): readonly (PairVerdict | undefined)[] | undefined {
    if (this.#byColumn.size >= MAX_KEPT) return undefined;
    const made = new Array<PairVerdict | undefined>(this.#snapshot.universe.size).fill(undefined);
    for (const { columns, verdict } of parts) for (const column of columns) made[column] = verdict;
    this.#byColumn.set(parts, made);
    return made;
  }

  #cell(verdict: PairVerdict, scope: number): readonly CellRow[] {
    const byScope = this.#cells.get(verdict) ?? [];
    this.#cells.set(verdict, byScope);
    const made = byScope[scope] ?? this.#rowsOf([{ verdict, pairs: 1 }], scope);
    byScope[scope] = made;
    return made;
  }

  #rowsOf(cells: readonly PairCell[], scope: number): readonly CellRow[] {
    const { table } = this.#snapshot;
    const areas = verdictAreas(cells, this.#scopes[scope] ?? table.none, table);
    return areas
      .filter(({ verdict }) => verdict !== 'denied')
      .flatMap(({ points, verdict, pairs, of }) =>
        rowsOf(points, 'protocol', table).map(({ protocol, ports }) => ({
          protocol,
          ports,
          verdict,
          ...(pairs < of ? { mixed: { pairs, of } } : {}),
        })),
      );
  }
}

/** Between the parties `own` and `peers`, in their order; at most `limit` rows each way. With `onlyFrom`, none to `own`. */
export function nodeFlows(
  snapshot: Snapshot,
  own: readonly FlowParty[],
  peers: readonly FlowParty[],
  { ports, limit, onlyFrom }: { readonly ports: PortScope; readonly limit: number; readonly onlyFrom: boolean },
): NodeFlows {
  const grouped = [...new Set([...own, ...peers])].map(
    (party): GroupedParty => ({ party, group: 0, wantsFrom: true, wantsTo: true }),
  );
  const { list, scopes } = new GroupParties(snapshot, grouped, 1, ports);
  const [isOwn, isPeer] = [new Set(own), new Set(peers)];
  const owns = list.filter(({ party }) => isOwn.has(party));
  const others = list.filter(({ party }) => isPeer.has(party));
  const flows: NodeFlows = { from: { rows: [], total: 0 }, to: { rows: [], total: 0 } };
  const add = (
    end: CountedRows,
    { party: src }: PlacedParty,
    { party: dst }: PlacedParty,
    rows: readonly CellRow[],
  ) => {
    end.total += rows.length;
    for (const row of rows) {
      if (end.rows.length >= limit) return;
      const missing = row.verdict === 'unknown' ? { missing: missingSentence(src, dst) } : {};
      end.rows.push({ src: src.id, dst: dst.id, ...row, ...missing });
    }
  };
  const lookup = new PairLookup(snapshot, scopes, ports);
  for (const src of owns) {
    const rowsTo = lookup.from(src);
    for (const dst of others) add(flows.from, src, dst, rowsTo(dst));
  }
  for (const src of onlyFrom ? [] : others) {
    const rowsTo = lookup.from(src);
    for (const dst of owns) add(flows.to, src, dst, rowsTo(dst));
  }
  return flows;
}
