// Walks flows hop by hop from a node, or back to it: a breadth-first search over rows of verdicts, so that sources that are alike step together.
import { Bitset } from '../net/bitset.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import { columnCells } from './column-cells.ts';
import type { RowPart, RowPatch } from './end-rows.ts';
import type { PairVerdict } from './family-matrix.ts';
import { type FlowParty, scopeOf } from './flow-party.ts';
import { isOnHostEnd } from './flow-place.ts';
import { partiesOf } from './known-parties.ts';
import { type PairRows, pairRowsOf } from './pair-rows.ts';
import type { PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** `from`: along the flows, what it can reach. `to`: against them, who can reach it. */
export type ReachDirection = 'from' | 'to';

/** What a step needs: a flow that is allowed, or one that is not known to be denied. */
export type StepKind = 'allowed' | 'possible';

/** One party that a walk comes to. */
export interface WalkedParty {
  readonly party: FlowParty;
  /** The neighbour on a shortest way, one hop nearer to the start. */
  readonly via: FlowParty;
  /** What may flow on that step. */
  readonly points: ConnectionId;
}

export interface Walk {
  /** By hop, the first at 0. */
  readonly levels: readonly (readonly WalkedParty[])[];
  /** Pairs that were too many to be judged one by one, so that something may be missing. */
  readonly isPartial: boolean;
}

interface Place {
  readonly party: FlowParty;
  /** Columns that tell of it; undefined where it matters on which hosts its pods run. */
  readonly columns: readonly number[] | undefined;
  readonly scope: ConnectionId;
  isOpen: boolean;
}

interface Row {
  readonly column: number;
  readonly parts: readonly RowPart[];
  readonly patches: readonly RowPatch[];
  readonly patched: ReadonlySet<number>;
}

interface Step {
  readonly place: Place;
  readonly column: number;
  readonly points: ConnectionId;
}

/** Pairs judged one by one in one walk. */
const MAX_SINGLE_PAIRS = 400_000;

const NO_COLUMNS: ReadonlySet<number> = new Set();

class Walker {
  readonly #snapshot: Snapshot;
  readonly #ports: PortScope;
  readonly #kind: StepKind;
  readonly #rows: PairRows;
  readonly #places: readonly Place[];
  readonly #at = new Map<number, Place[]>();
  readonly #apart: readonly Place[];
  readonly #walkedColumns = new Set<number>();
  #rowsByParts: ReadonlyMap<readonly RowPart[], readonly Row[]> | undefined;
  #level: WalkedParty[] = [];
  #frontier: Place[] = [];
  #budget = MAX_SINGLE_PAIRS;
  isPartial = false;

  constructor(snapshot: Snapshot, ports: PortScope, kind: StepKind, start: readonly FlowParty[]) {
    this.#snapshot = snapshot;
    this.#ports = ports;
    this.#kind = kind;
    this.#rows = pairRowsOf(snapshot, ports);
    // A pod stands for itself; what lies at its workload is no hop away.
    const near = new Set(start.flatMap(({ id, workload }) => [id, workload ?? id]));
    this.#places = partiesOf(snapshot).map((party) => this.#place(party, !near.has(party.id)));
    for (const place of this.#places) for (const column of place.columns ?? []) this.#list(column).push(place);
    this.#apart = this.#places.filter(({ columns }) => columns === undefined);
    this.#frontier = start.map((party) => this.#place(party, false));
  }

  #place(party: FlowParty, isOpen: boolean): Place {
    const { table, beyondPorts, transit } = this.#snapshot;
    const isPlain = transit.size === 0 && !party.members.some((member) => isOnHostEnd(this.#snapshot, member));
    const columns = isPlain ? [...new Set(party.members.map(({ column }) => column))] : undefined;
    return { party, columns, scope: scopeOf(party.ports, this.#ports, table, beyondPorts), isOpen };
  }

  #list(column: number): Place[] {
    const known = this.#at.get(column) ?? [];
    this.#at.set(column, known);
    return known;
  }

  /** The next level; empty where the walk is over. Addresses outside are an end: what they reach is not a matter of the start. */
  step(direction: ReachDirection): readonly WalkedParty[] {
    this.#level = [];
    const before = this.#frontier;
    this.#frontier = [];
    if (direction === 'from') this.#along(before);
    else this.#against(before);
    this.#onHosts(before, direction);
    return this.#level;
  }

  #reach(place: Place, via: FlowParty, points: ConnectionId): void {
    place.isOpen = false;
    this.#level.push({ party: place.party, via, points });
    if (!place.party.isOutside) this.#frontier.push(place);
  }

  #points({ allowed, unknown }: PairVerdict, scope: ConnectionId): ConnectionId | undefined {
    const { table } = this.#snapshot;
    const may = this.#kind === 'allowed' ? allowed : table.union(allowed, unknown);
    const points = table.intersection(may, scope);
    return points === table.none ? undefined : points;
  }

  #may({ allowed, unknown }: PairVerdict): boolean {
    const { none } = this.#snapshot.table;
    return allowed !== none || (this.#kind === 'possible' && unknown !== none);
  }

  #row(column: number): Row {
    const { parts, patches } = this.#rows.patched(column);
    return {
      column,
      parts,
      patches,
      patched: patches.length === 0 ? NO_COLUMNS : new Set(patches.map((one) => one.column)),
    };
  }

  #openColumns(): Bitset {
    const open = new Bitset(this.#snapshot.universe.size);
    for (const [column, places] of this.#at) if (places.some(({ isOpen }) => isOpen)) open.add(column);
    return open;
  }

  /** Sources with one list of parts step together; what is patched for one of them is looked at by itself. */
  #along(before: readonly Place[]): void {
    const open = this.#openColumns();
    const alike = new Map<readonly RowPart[], { readonly row: Row; readonly party: FlowParty }[]>();
    const land = (column: number, verdict: PairVerdict, source: FlowParty): void => {
      for (const place of this.#at.get(column) ?? []) {
        if (!place.isOpen || (source.isOutside && place.party.isOutside)) continue;
        const points = this.#points(verdict, place.scope);
        if (points !== undefined) this.#reach(place, source, points);
      }
    };
    for (const { party, columns = [] } of before) {
      for (const column of columns) {
        // Whatever the column leads to was come to when it was walked first.
        if (this.#walkedColumns.has(column)) continue;
        this.#walkedColumns.add(column);
        const row = this.#row(column);
        const sources = alike.get(row.parts) ?? [];
        alike.set(row.parts, sources);
        sources.push({ row, party });
        for (const patch of row.patches) {
          if (this.#may(patch.verdict) && open.has(patch.column)) land(patch.column, patch.verdict, party);
        }
      }
    }
    for (const [parts, sources] of alike) {
      for (const { columns, verdict } of parts) {
        if (!this.#may(verdict)) continue;
        for (const column of columns.common(open) ?? []) {
          const source = sources.find(({ row }) => !row.patched.has(column));
          if (source) land(column, verdict, source.party);
        }
      }
    }
  }

  /** Sources with one list of parts are looked at together: which of the destinations the list leads to. */
  #against(before: readonly Place[]): void {
    const { size } = this.#snapshot.universe;
    const columns = new Bitset(size);
    const at = new Map<number, Place[]>();
    for (const place of before) {
      for (const column of place.columns ?? []) {
        columns.add(column);
        const places = at.get(column);
        if (places) places.push(place);
        else at.set(column, [place]);
      }
    }
    const land = (row: Row, steps: readonly Step[], patches: readonly Step[]): void => {
      for (const place of this.#at.get(row.column) ?? []) {
        if (!place.isOpen) continue;
        const isStep = (step: Step): boolean => !(place.party.isOutside && step.place.party.isOutside);
        const step = steps.find((one) => !row.patched.has(one.column) && isStep(one)) ?? patches.find(isStep);
        if (step) this.#reach(place, step.place.party, step.points);
      }
    };
    const stepsTo = (column: number, verdict: PairVerdict): Step[] =>
      (at.get(column) ?? []).flatMap((place) => {
        const points = this.#points(verdict, place.scope);
        return points === undefined ? [] : [{ place, column, points }];
      });
    this.#rowsByParts ??= this.#gatherRows();
    for (const [parts, rows] of this.#rowsByParts) {
      const steps = parts.flatMap(({ columns: own, verdict }) =>
        this.#may(verdict) ? [...(own.common(columns) ?? [])].flatMap((column) => stepsTo(column, verdict)) : [],
      );
      for (const row of rows) {
        if (!this.#at.get(row.column)?.some(({ isOpen }) => isOpen)) continue;
        const own = row.patches.filter(({ column, verdict }) => this.#may(verdict) && columns.has(column));
        land(
          row,
          steps,
          own.flatMap(({ column, verdict }) => stepsTo(column, verdict)),
        );
      }
    }
  }

  #gatherRows(): ReadonlyMap<readonly RowPart[], readonly Row[]> {
    const byParts = new Map<readonly RowPart[], Row[]>();
    for (const column of this.#openColumns()) {
      const row = this.#row(column);
      const rows = byParts.get(row.parts) ?? [];
      byParts.set(row.parts, rows);
      rows.push(row);
    }
    return byParts;
  }

  /** Pairs of which one end speaks with a host's address, one by one. */
  #onHosts(before: readonly Place[], direction: ReachDirection): void {
    for (const near of before) {
      for (const far of near.columns === undefined ? this.#places : this.#apart) {
        if (!far.isOpen || (near.party.isOutside && far.party.isOutside)) continue;
        if (this.#budget === 0) {
          this.isPartial = true;
          return;
        }
        this.#budget--;
        const [src, dst] = direction === 'from' ? [near, far] : [far, near];
        for (const { verdict } of columnCells(this.#snapshot, src.party, dst.party)) {
          const points = this.#points(verdict, dst.scope);
          if (points === undefined) continue;
          this.#reach(far, near.party, points);
          break;
        }
      }
    }
  }
}

/**
 * What lies up to `hops` hops away from the parties `start`, level by level, each party at the first hop it is come to.
 * Exact by parties: a step is there where some pods of the two have it, over the ports that count at its destination.
 */
export function walkReach(
  snapshot: Snapshot,
  start: readonly FlowParty[],
  {
    ports,
    direction,
    kind,
    hops,
  }: { readonly ports: PortScope; readonly direction: ReachDirection; readonly kind: StepKind; readonly hops: number },
): Walk {
  const walker = new Walker(snapshot, ports, kind, start);
  const levels: (readonly WalkedParty[])[] = [];
  for (let hop = 1; hop <= hops; hop++) {
    const level = walker.step(direction);
    if (level.length === 0) break;
    levels.push(level);
  }
  return { levels, isPartial: walker.isPartial };
}
