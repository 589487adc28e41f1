// All flows of a snapshot source by source, so that a list of millions is written while it is computed and never held.
import type { ConnectionId } from '../net/connection-table.ts';
import type { RowPart } from './end-rows.ts';
import type { PairVerdict } from './family-matrix.ts';
import { type FlowParty, scopeOf } from './flow-party.ts';
import { isOnHostEnd } from './flow-place.ts';
import { pairCells, type VerdictArea, verdictAreas } from './pair-cells.ts';
import { pairRowsOf } from './pair-rows.ts';
import type { PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** The flows from one source: `areas[i]` is what holds for `targets[i]`. Equal lists of areas are mostly the very same. */
export interface SourceFlows {
  readonly src: FlowParty;
  readonly targets: readonly FlowParty[];
  readonly areas: readonly (readonly VerdictArea[])[];
}

interface SheetParty {
  readonly party: FlowParty;
  readonly scope: ConnectionId;
  /** Its only column; -1 where several stand for it, or where its pods run counts as well. */
  readonly column: number;
}

/** For fewer destinations, single pairs are quicker than a whole row. */
const ROW_WORTH = 100;

const NO_AREAS: readonly VerdictArea[] = [];

export class FlowSheet {
  readonly #snapshot: Snapshot;
  readonly #parties: readonly SheetParty[];
  /** Verdict numbers by column, for each row that sources share. */
  readonly #rows = new Map<readonly RowPart[], Int32Array>();
  readonly #verdicts: PairVerdict[] = [];
  readonly #numbers = new Map<string, number>();
  /** Areas by verdict number, then scope. */
  readonly #areas: Map<ConnectionId, readonly VerdictArea[]>[] = [];

  /** Flows between any two of `parties`, in their order. */
  constructor(snapshot: Snapshot, parties: readonly FlowParty[], ports: PortScope) {
    this.#snapshot = snapshot;
    const hasGates = snapshot.transit.size > 0;
    this.#parties = parties.map((party) => {
      const [only] = party.members;
      const isPlain = only && party.members.length === 1 && !hasGates && !isOnHostEnd(snapshot, only);
      const scope = scopeOf(party.ports, ports, snapshot.table, snapshot.beyondPorts);
      return { party, scope, column: isPlain ? only.column : -1 };
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
    const areas: (readonly VerdictArea[])[] = [];
    const row = src.column < 0 || !byRow ? undefined : this.#row(src.column);
    for (const dst of destinations) {
      if (src.party.isOutside && dst.party.isOutside) continue;
      const number = row && dst.column >= 0 && dst !== src ? (row[dst.column] ?? -1) : -1;
      const found = number < 0 ? this.#between(src, dst) : this.#areasOf(number, dst.scope);
      if (found.length === 0) continue;
      targets.push(dst.party);
      areas.push(found);
    }
    return { src: src.party, targets, areas };
  }

  #between(src: SheetParty, dst: SheetParty): readonly VerdictArea[] {
    return verdictAreas(pairCells(this.#snapshot, src.party, dst.party), dst.scope, this.#snapshot.table);
  }

  #numberOf(verdict: PairVerdict): number {
    const key = `${verdict.allowed}/${verdict.unknown}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#verdicts.length);
    this.#verdicts.push(verdict);
    this.#areas.push(new Map());
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

  #areasOf(number: number, scope: ConnectionId): readonly VerdictArea[] {
    const byScope = this.#areas[number];
    const known = byScope?.get(scope);
    if (known) return known;
    const verdict = this.#verdicts[number];
    // Pairs of one verdict all agree, however many there are.
    const made = verdict ? verdictAreas([{ verdict, pairs: 1 }], scope, this.#snapshot.table) : NO_AREAS;
    byScope?.set(scope, made);
    return made;
  }
}
