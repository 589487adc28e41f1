// All flows of a snapshot source by source, so that a list of millions is written while it is computed and never held.
import { Bitset } from '../net/bitset.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import type { RowPart } from './end-rows.ts';
import type { PairVerdict } from './family-matrix.ts';
import { type FlowParty, scopeOf } from './flow-party.ts';
import { plainColumn } from './group-parties.ts';
import { pairCells, rowsOf, type VerdictArea, verdictAreas } from './pair-cells.ts';
import { type PairRows, pairRowsOf } from './pair-rows.ts';
import type { FlowRow, NodeId, PortScope, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** What holds between two parties; `rows` has one entry for each protocol and verdict. */
export interface FlowCell {
  readonly areas: readonly VerdictArea[];
  readonly rows: readonly Pick<FlowRow, 'protocol' | 'ports' | 'verdict' | 'mixed'>[];
}

/** Flows that many sources have alike: `cells[i]` holds toward the party at `places[i]`, ascending. */
export interface SharedFlows {
  readonly places: readonly number[];
  readonly cells: readonly FlowCell[];
}

/** What holds toward one party, in place of what is shared; undefined where nothing does. */
export interface OwnFlow {
  readonly place: number;
  readonly cell: FlowCell | undefined;
}

/** The flows from one source. Equal flows are mostly the very same objects. */
export interface SourceFlows {
  readonly src: FlowParty;
  /** All parties by place. */
  readonly parties: readonly FlowParty[];
  readonly shared: SharedFlows;
  /** Ascending by place. */
  readonly own: readonly OwnFlow[];
}

/** All flows from one source, in the order of their destinations. */
export function* flowsFrom({ parties, shared, own }: SourceFlows): Generator<{ dst: FlowParty; cell: FlowCell }> {
  let next = 0;
  const ownUntil = function* (place: number): Generator<{ dst: FlowParty; cell: FlowCell }> {
    for (let one = own[next]; one && one.place < place; one = own[next]) {
      const dst = parties[one.place];
      if (dst && one.cell) yield { dst, cell: one.cell };
      next++;
    }
  };
  for (const [index, place] of shared.places.entries()) {
    yield* ownUntil(place);
    // What is its own takes the place of what is shared.
    if (own[next]?.place === place) continue;
    const dst = parties[place];
    const cell = shared.cells[index];
    if (dst && cell) yield { dst, cell };
  }
  yield* ownUntil(Number.POSITIVE_INFINITY);
}

interface SheetParty {
  readonly party: FlowParty;
  readonly scope: ConnectionId;
  /** Its only column; -1 where several stand for it, or where its pods run counts as well. */
  readonly column: number;
  readonly place: number;
}

const NOTHING: SharedFlows = { places: [], cells: [] };

export class FlowSheet {
  readonly #snapshot: Snapshot;
  readonly #rows: PairRows;
  readonly #all: readonly FlowParty[];
  readonly #parties: readonly SheetParty[];
  /** Those that no column speaks for. */
  readonly #others: readonly SheetParty[];
  readonly #byColumn = new Map<number, SheetParty[]>();
  /** The columns of parties of which the same points count. */
  readonly #byScope = new Map<ConnectionId, Bitset>();
  readonly #verdicts: ReadonlySet<Verdict> | undefined;
  readonly #placeOf = new Map<NodeId, SheetParty>();
  /** By what addresses outside and what pods share. */
  readonly #shared = {
    inside: new Map<readonly RowPart[], SharedFlows>(),
    outside: new Map<readonly RowPart[], SharedFlows>(),
  };
  /** Cells by verdict, then scope. */
  readonly #cells = new Map<string, FlowCell>();

  /** Flows between any two of `parties`, in their order; `points` and `verdicts`: those that count, where not all do. */
  constructor(
    snapshot: Snapshot,
    parties: readonly FlowParty[],
    ports: PortScope,
    points?: ConnectionId,
    verdicts?: ReadonlySet<Verdict>,
  ) {
    this.#verdicts = verdicts;
    this.#snapshot = snapshot;
    this.#rows = pairRowsOf(snapshot, ports);
    this.#all = parties;
    const { table, beyondPorts } = snapshot;
    this.#parties = parties.map((party, place) => {
      const declared = scopeOf(party.ports, ports, table, beyondPorts);
      const scope = points === undefined ? declared : table.intersection(declared, points);
      return { party, scope, column: plainColumn(snapshot, party), place };
    });
    for (const one of this.#parties) this.#placeOf.set(one.party.id, one);
    this.#others = this.#parties.filter(({ column }) => column < 0);
    for (const one of this.#parties) {
      if (one.column < 0) continue;
      const alike = this.#byScope.get(one.scope) ?? new Bitset(snapshot.universe.size);
      alike.add(one.column);
      this.#byScope.set(one.scope, alike);
      const own = this.#byColumn.get(one.column);
      if (own) own.push(one);
      else this.#byColumn.set(one.column, [one]);
    }
  }

  /**
   * The flows of one source after another; what addresses outside say to one another is not the cluster's business.
   * `isNear`: only flows with such a party at either end.
   */
  *sources(isNear?: (party: FlowParty) => boolean): Generator<SourceFlows> {
    const near = isNear ? this.#parties.filter(({ party }) => isNear(party)) : this.#parties;
    const isAmong = new Set(near);
    for (const src of this.#parties) {
      const { shared, own } = isAmong.has(src) ? this.#from(src) : { shared: NOTHING, own: this.#toEach(src, near) };
      yield { src: src.party, parties: this.#all, shared, own };
    }
  }

  /** The flows of a source, which need not be among the parties. */
  from(party: FlowParty): SourceFlows {
    const known = this.#placeOf.get(party.id);
    const src = known ?? {
      party,
      scope: this.#snapshot.table.none,
      column: plainColumn(this.#snapshot, party),
      place: -1,
    };
    return { src: party, parties: this.#all, ...this.#from(src) };
  }

  #from(src: SheetParty): Pick<SourceFlows, 'shared' | 'own'> {
    if (src.column < 0) return { shared: NOTHING, own: this.#toEach(src, this.#parties) };
    const { parts, patches } = this.#rows.patched(src.column);
    const shared = this.#sharedBy(parts, src.party.isOutside);
    const own: OwnFlow[] = this.#toEach(src, this.#others);
    for (const { column, verdict } of patches) {
      for (const dst of this.#byColumn.get(column) ?? []) {
        if (dst !== src && !(src.party.isOutside && dst.party.isOutside)) {
          own.push({ place: dst.place, cell: this.#cellOf(verdict, dst.scope) });
        }
      }
    }
    if (!src.party.isOutside && src.place >= 0) own.push({ place: src.place, cell: this.#between(src, src) });
    return { shared, own: own.sort((a, b) => a.place - b.place) };
  }

  #toEach(src: SheetParty, destinations: readonly SheetParty[]): OwnFlow[] {
    return destinations
      .filter((dst) => !(src.party.isOutside && dst.party.isOutside))
      .map((dst) => ({ place: dst.place, cell: this.#between(src, dst) }));
  }

  #sharedBy(parts: readonly RowPart[], isOutside: boolean): SharedFlows {
    const known = this.#shared[isOutside ? 'outside' : 'inside'].get(parts);
    if (known) return known;
    const made = this.#verdicts ? this.#counting(parts, isOutside) : this.#whole(parts, isOutside);
    this.#shared[isOutside ? 'outside' : 'inside'].set(parts, made);
    return made;
  }

  /** Where few verdicts count, no party is looked at for which none does. */
  #counting(parts: readonly RowPart[], isOutside: boolean): SharedFlows {
    const found: { readonly place: number; readonly cell: FlowCell }[] = [];
    for (const { columns, verdict } of parts) {
      for (const [scope, alike] of this.#byScope) {
        const cell = this.#cellOf(verdict, scope);
        const own = cell && cell.rows.length > 0 ? columns.common(alike) : undefined;
        if (!cell || !own) continue;
        for (const column of own) {
          for (const one of this.#byColumn.get(column) ?? []) {
            if (one.scope === scope && !(isOutside && one.party.isOutside)) found.push({ place: one.place, cell });
          }
        }
      }
    }
    found.sort((a, b) => a.place - b.place);
    return { places: found.map(({ place }) => place), cells: found.map(({ cell }) => cell) };
  }

  #whole(parts: readonly RowPart[], isOutside: boolean): SharedFlows {
    const verdictOf = this.#verdictsOf(parts);
    const places: number[] = [];
    const cells: FlowCell[] = [];
    for (const { column, party, scope, place } of this.#parties) {
      const verdict = column < 0 ? undefined : verdictOf(column);
      const cell = verdict && !(isOutside && party.isOutside) ? this.#cellOf(verdict, scope) : undefined;
      if (!cell) continue;
      places.push(place);
      cells.push(cell);
    }
    return { places, cells };
  }

  /** Where few parties are asked about, not all columns are gone through. */
  #verdictsOf(parts: readonly RowPart[]): (column: number) => PairVerdict | undefined {
    if (this.#parties.length * parts.length < this.#snapshot.universe.size) {
      return (column) => parts.find(({ columns }) => columns.has(column))?.verdict;
    }
    const verdicts: (PairVerdict | undefined)[] = [];
    for (const { columns, verdict } of parts) for (const column of columns) verdicts[column] = verdict;
    return (column) => verdicts[column];
  }

  #between(src: SheetParty, dst: SheetParty): FlowCell | undefined {
    const { table } = this.#snapshot;
    return this.#cell(verdictAreas(pairCells(this.#snapshot, src.party, dst.party), dst.scope, table));
  }

  #cell(areas: readonly VerdictArea[]): FlowCell | undefined {
    if (areas.length === 0) return undefined;
    const counting = areas.filter(({ verdict }) => this.#verdicts?.has(verdict) ?? true);
    const rows = counting.flatMap((area) =>
      rowsOf(area.points, 'protocol', this.#snapshot.table).map(({ protocol, ports }) => ({
        protocol,
        ports,
        verdict: area.verdict,
        ...(area.pairs < area.of ? { mixed: { pairs: area.pairs, of: area.of } } : {}),
      })),
    );
    return { areas, rows };
  }

  #cellOf(verdict: PairVerdict, scope: ConnectionId): FlowCell | undefined {
    const key = `${verdict.allowed}/${verdict.unknown}/${scope}`;
    const known = this.#cells.get(key);
    if (known) return known;
    // Pairs of one verdict all agree, however many there are.
    const made = this.#cell(verdictAreas([{ verdict, pairs: 1 }], scope, this.#snapshot.table));
    if (made) this.#cells.set(key, made);
    return made;
  }
}
