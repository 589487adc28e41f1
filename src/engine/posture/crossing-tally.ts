// Pairs of workloads of different namespaces, counted from rows of columns: those of one namespace are counted with all, and taken out.
import type { Bitset } from '../../net/bitset.ts';
import { columnCells } from '../column-cells.ts';
import type { RowPart } from '../end-rows.ts';
import { type PairVerdict, verdictKey } from '../family-matrix.ts';
import type { GroupParties, PlacedParty } from '../group-parties.ts';
import { type PairRows, pairRowsOf } from '../pair-rows.ts';
import type { Snapshot } from '../snapshot.ts';
import type { CrossingPairs } from './posture.ts';

/** Pairs judged one by one before the rest of them is left out. */
const MAX_SINGLE_PAIRS = 3_000_000;

/** What a pair comes to, as a place in sums. */
const [ALLOWED, UNKNOWN, DENIED] = [0, 1, 2] as const;
type Best = typeof ALLOWED | typeof UNKNOWN | typeof DENIED;

/** Allowed and unknown pairs of each namespace. */
type Sums = readonly [allowed: Float64Array, unknown: Float64Array];

const sumsOf = (groups: number): Sums => [new Float64Array(groups), new Float64Array(groups)];

function addTo(sums: Sums, best: Best, group: number, count: number): void {
  if (best === DENIED) return;
  const own = sums[best];
  own[group] = (own[group] ?? 0) + count;
}

export class CrossingTally {
  /** Workloads whose pods differ and whose pairs were too many to be judged one by one. */
  readonly uncounted: number;
  readonly #snapshot: Snapshot;
  readonly #parties: GroupParties;
  readonly #rows: PairRows;
  readonly #others: readonly PlacedParty[];
  readonly #bests = new Map<number, (Best | undefined)[]>();
  /** By namespace, and in all. */
  readonly #workloads: Float64Array;
  readonly #all: number;
  /** By the source's namespace, by the destination's, and of pairs inside of one. */
  readonly #to: Sums;
  readonly #from: Sums;
  readonly #within: Sums;

  /** `parties`: workloads by namespace. */
  constructor(snapshot: Snapshot, parties: GroupParties) {
    const { groups, list, others, groupAt } = parties;
    this.#snapshot = snapshot;
    this.#parties = parties;
    this.#rows = pairRowsOf(snapshot, 'declared');
    this.#to = sumsOf(groups);
    this.#from = sumsOf(groups);
    this.#within = sumsOf(groups);
    this.#workloads = new Float64Array(groups);
    const countable = Math.floor(MAX_SINGLE_PAIRS / Math.max(1, list.length * 2));
    this.#others = others.slice(0, countable);
    this.uncounted = others.length - this.#others.length;
    for (const group of groupAt) this.#workloads[group] = (this.#workloads[group] ?? 0) + 1;
    for (const { group } of this.#others) this.#workloads[group] = (this.#workloads[group] ?? 0) + 1;
    this.#all = this.#workloads.reduce((sum, count) => sum + count, 0);
    this.#countPlain();
    const plain = this.#others.length > 0 ? list.filter(({ column }) => column >= 0) : [];
    for (const one of this.#others) for (const other of plain) this.#addPairs(one, other);
    for (const src of this.#others) for (const dst of this.#others) this.#addPair(src, dst);
  }

  /** Those from a namespace to others, and to it from others. */
  of(group: number): { readonly toOthers: CrossingPairs; readonly fromOthers: CrossingPairs } {
    const own = this.#workloads[group] ?? 0;
    const less = (sums: Sums): CrossingPairs => ({
      pairs: own * (this.#all - own),
      allowed: (sums[ALLOWED][group] ?? 0) - (this.#within[ALLOWED][group] ?? 0),
      unknown: (sums[UNKNOWN][group] ?? 0) - (this.#within[UNKNOWN][group] ?? 0),
    });
    return { toOthers: less(this.#to), fromOthers: less(this.#from) };
  }

  /** Sources whose rows are alike but for patches are counted together: by the rows, how many of each namespace. */
  #countPlain(): void {
    const { starts, groupAt } = this.#parties;
    const alike = new Map<readonly RowPart[], Map<number, number>>();
    for (let src = 0; src + 1 < starts.length; src++) {
      const [first, end] = [starts[src] ?? 0, starts[src + 1] ?? 0];
      if (first === end) continue;
      const { parts, patches } = this.#rows.patched(src);
      const sources = alike.get(parts) ?? new Map<number, number>();
      alike.set(parts, sources);
      for (let at = first; at < end; at++) {
        const group = groupAt[at] ?? 0;
        sources.set(group, (sources.get(group) ?? 0) + 1);
      }
      for (const { column, verdict } of patches) {
        const covered = parts.find(({ columns }) => columns.has(column))?.verdict;
        for (let at = first; at < end; at++) this.#patch(groupAt[at] ?? 0, column, verdict, covered);
      }
    }
    for (const [parts, sources] of alike) this.#addParts(parts, sources);
  }

  /** All destinations are counted as the largest part has it, then those of the others are put right. */
  #addParts(parts: readonly RowPart[], sources: ReadonlyMap<number, number>): void {
    const sums = sumsOf(this.#parties.groups);
    const sizes = parts.map(({ columns }) => columns.count());
    const most = parts[sizes.indexOf(Math.max(...sizes))];
    if (!most) return;
    for (const [scope, totals] of this.#parties.totals(0).entries()) {
      const best = this.#bestOf(most.verdict, scope);
      if (best === DENIED) continue;
      for (let group = 0; group < totals.length; group++) addTo(sums, best, group, totals[group] ?? 0);
    }
    for (const part of parts) if (part !== most) this.#spread(part.columns, part.verdict, most.verdict, sums);
    const times = [...sources.values()].reduce((sum, count) => sum + count, 0);
    for (const best of [ALLOWED, UNKNOWN] as const) {
      const own = sums[best];
      const total = own.reduce((sum, count) => sum + count, 0);
      if (total === 0) continue;
      for (const [group, count] of sources) {
        addTo(this.#to, best, group, total * count);
        addTo(this.#within, best, group, (own[group] ?? 0) * count);
      }
      for (let group = 0; group < own.length; group++) addTo(this.#from, best, group, (own[group] ?? 0) * times);
    }
  }

  #spread(columns: Bitset, verdict: PairVerdict, usual: PairVerdict, sums: Sums): void {
    const { starts, groupAt, scopeAt } = this.#parties;
    const [now, before] = [this.#scopesOf(verdict), this.#scopesOf(usual)];
    for (const column of columns) {
      const end = starts[column + 1] ?? 0;
      for (let at = starts[column] ?? 0; at < end; at++) {
        const [group, scope] = [groupAt[at] ?? 0, scopeAt[at] ?? 0];
        const [is, was] = [this.#best(now, verdict, scope), this.#best(before, usual, scope)];
        if (is === was) continue;
        addTo(sums, was, group, -1);
        addTo(sums, is, group, 1);
      }
    }
  }

  /** One source's verdict with the parties of a column, in place of what its row has there. */
  #patch(from: number, column: number, verdict: PairVerdict, covered: PairVerdict | undefined): void {
    const { starts, groupAt, scopeAt } = this.#parties;
    const end = starts[column + 1] ?? 0;
    for (let at = starts[column] ?? 0; at < end; at++) {
      const [to, scope] = [groupAt[at] ?? 0, scopeAt[at] ?? 0];
      const [is, was] = [this.#bestOf(verdict, scope), covered ? this.#bestOf(covered, scope) : DENIED];
      if (is === was) continue;
      this.#add(from, to, was, -1);
      this.#add(from, to, is, 1);
    }
  }

  #add(from: number, to: number, best: Best, count: number): void {
    addTo(this.#to, best, from, count);
    addTo(this.#from, best, to, count);
    if (from === to) addTo(this.#within, best, from, count);
  }

  #addPairs(one: PlacedParty, other: PlacedParty): void {
    this.#addPair(one, other);
    this.#addPair(other, one);
  }

  #addPair(src: PlacedParty, dst: PlacedParty): void {
    if (src.group === dst.group) return;
    const cells = columnCells(this.#snapshot, src.party, dst.party);
    const bests = cells.map(({ verdict }) => this.#bestOf(verdict, dst.scope));
    this.#add(
      src.group,
      dst.group,
      bests.reduce<Best>((a, b) => (b < a ? b : a), DENIED),
      1,
    );
  }

  #scopesOf(verdict: PairVerdict): (Best | undefined)[] {
    const key = verdictKey(verdict);
    const known = this.#bests.get(key) ?? [];
    this.#bests.set(key, known);
    return known;
  }

  #bestOf(verdict: PairVerdict, scope: number): Best {
    return this.#best(this.#scopesOf(verdict), verdict, scope);
  }

  #best(known: (Best | undefined)[], { allowed, unknown }: PairVerdict, scope: number): Best {
    const same = known[scope];
    if (same !== undefined) return same;
    const { table } = this.#snapshot;
    const points = this.#parties.scopes[scope] ?? table.none;
    const isPossible = table.intersection(unknown, points) !== table.none;
    const made = table.intersection(allowed, points) !== table.none ? ALLOWED : isPossible ? UNKNOWN : DENIED;
    known[scope] = made;
    return made;
  }
}
