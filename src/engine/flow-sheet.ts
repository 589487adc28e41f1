// All flows of a snapshot source by source, so that a list of millions is written while it is computed and never held.
import type { ConnectionId } from '../net/connection-table.ts';
import type { RowPart } from './end-rows.ts';
import type { PairVerdict } from './family-matrix.ts';
import { type FlowParty, scopeOf } from './flow-party.ts';
import { isOnHostEnd } from './flow-place.ts';
import { missingSentence, pairCells, rowsOf, type VerdictArea, verdictAreas } from './pair-cells.ts';
import { pairRowsOf } from './pair-rows.ts';
import type { FlowRow, PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** What holds between two parties; `rows` has one entry for each protocol and verdict. */
export interface FlowCell {
  readonly areas: readonly VerdictArea[];
  readonly rows: readonly Pick<FlowRow, 'protocol' | 'ports' | 'verdict' | 'mixed'>[];
}

/** The flows from one source: `cells[i]` is what holds for `targets[i]`. Equal cells are mostly the very same. */
export interface SourceFlows {
  readonly src: FlowParty;
  readonly targets: readonly FlowParty[];
  /** Place of each target among all parties. */
  readonly places: readonly number[];
  readonly cells: readonly FlowCell[];
  /** Why flows to a target are unknown, as a sentence. */
  missing(index: number): string;
}

interface SheetParty {
  readonly party: FlowParty;
  readonly scope: ConnectionId;
  /** Its only column; -1 where several stand for it, or where its pods run counts as well. */
  readonly column: number;
  readonly place: number;
}

/** For fewer destinations, single pairs are quicker than a whole row. */
const ROW_WORTH = 100;

export class FlowSheet {
  readonly #snapshot: Snapshot;
  readonly #parties: readonly SheetParty[];
  /** Verdict numbers by column, for each row that sources share. */
  readonly #rows = new Map<readonly RowPart[], Int32Array>();
  readonly #verdicts: PairVerdict[] = [];
  readonly #numbers = new Map<string, number>();
  /** Cells by verdict number, then scope. */
  readonly #cells: Map<ConnectionId, FlowCell>[] = [];

  /** Flows between any two of `parties`, in their order. */
  constructor(snapshot: Snapshot, parties: readonly FlowParty[], ports: PortScope) {
    this.#snapshot = snapshot;
    const hasGates = snapshot.transit.size > 0;
    this.#parties = parties.map((party, place) => {
      const [only] = party.members;
      const isPlain = only && party.members.length === 1 && !hasGates && !isOnHostEnd(snapshot, only);
      const scope = scopeOf(party.ports, ports, snapshot.table, snapshot.beyondPorts);
      return { party, scope, column: isPlain ? only.column : -1, place };
    });
  }

  /**
   * The flows of one source after another; what addresses outside say to one another is not the cluster's business.
   * `isNear`: only flows with such a party at either end.
   */
  *sources(isNear?: (party: FlowParty) => boolean): Generator<SourceFlows> {
    if (!isNear) {
      for (const src of this.#parties) yield this.#from(src, this.#parties, true);
      return;
    }
    const near = this.#parties.filter(({ party }) => isNear(party));
    const isAmong = new Set(near);
    for (const src of this.#parties) {
      yield isAmong.has(src) ? this.#from(src, this.#parties, true) : this.#from(src, near, near.length > ROW_WORTH);
    }
  }

  #from(src: SheetParty, destinations: readonly SheetParty[], byRow: boolean): SourceFlows {
    const targets: FlowParty[] = [];
    const places: number[] = [];
    const cells: FlowCell[] = [];
    const row = src.column < 0 || !byRow ? undefined : this.#row(src.column);
    for (const dst of destinations) {
      if (src.party.isOutside && dst.party.isOutside) continue;
      const number = row && dst.column >= 0 && dst !== src ? (row[dst.column] ?? -1) : -1;
      const cell = number < 0 ? this.#between(src, dst) : this.#cellOf(number, dst.scope);
      if (cell.areas.length === 0) continue;
      targets.push(dst.party);
      places.push(dst.place);
      cells.push(cell);
    }
    const missing = (index: number): string => missingSentence(src.party, targets[index] ?? src.party);
    return { src: src.party, targets, places, cells, missing };
  }

  #between(src: SheetParty, dst: SheetParty): FlowCell {
    return this.#cell(verdictAreas(pairCells(this.#snapshot, src.party, dst.party), dst.scope, this.#snapshot.table));
  }

  #cell(areas: readonly VerdictArea[]): FlowCell {
    const rows = areas.flatMap((area) =>
      rowsOf(area.points, 'protocol', this.#snapshot.table).map(({ protocol, ports }) => ({
        protocol,
        ports,
        verdict: area.verdict,
        ...(area.pairs < area.of ? { mixed: { pairs: area.pairs, of: area.of } } : {}),
      })),
    );
    return { areas, rows };
  }

  #numberOf(verdict: PairVerdict): number {
    const key = `${verdict.allowed}/${verdict.unknown}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#verdicts.length);
    this.#verdicts.push(verdict);
    this.#cells.push(new Map());
    return this.#verdicts.length - 1;
  }

  #row(column: number): Int32Array {
    const { parts, patches } = pairRowsOf(this.#snapshot).patched(column);
    let row = this.#rows.get(parts);
    if (!row) {
      row = new Int32Array(this.#snapshot.universe.size).fill(-1);
      for (const { columns, verdict } of parts) {
        const number = this.#numberOf(verdict);
        for (const one of columns) row[one] = number;
      }
      this.#rows.set(parts, row);
    }
    if (patches.length === 0) return row;
    const own = row.slice();
    for (const patch of patches) own[patch.column] = this.#numberOf(patch.verdict);
    return own;
  }

  #cellOf(number: number, scope: ConnectionId): FlowCell {
    const byScope = this.#cells[number];
    const known = byScope?.get(scope);
    if (known) return known;
    const verdict = this.#verdicts[number];
    // Pairs of one verdict all agree, however many there are.
    const made = this.#cell(verdict ? verdictAreas([{ verdict, pairs: 1 }], scope, this.#snapshot.table) : []);
    byScope?.set(scope, made);
    return made;
  }
}
