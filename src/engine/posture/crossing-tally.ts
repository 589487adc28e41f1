// Pairs of workloads of different namespaces, counted from rows of columns: those of one namespace are counted with all, and taken out.
import type { Bitset } from '../../net/bitset.ts';
import { columnCells } from '../column-cells.ts';
import type { RowPart } from '../end-rows.ts';
import { type PairVerdict, verdictKey } from '../family-matrix.ts';
import { type GroupedParty, GroupParties, type PlacedParty } from '../group-parties.ts';
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
  readonly #workloads: Float64Array;
  /** By the source's namespace, by the destination's, and of pairs inside of one. */
  readonly #to: Sums;
  readonly #from: Sums;
  readonly #within: Sums;

  /** `workloads` by namespace, as groups. */
  constructor(snapshot: Snapshot, workloads: readonly GroupedParty[], groups: number) {
    this.#snapshot = snapshot;
    this.#parties = new GroupParties(snapshot, workloads, groups, 'declared');
    this.#rows = pairRowsOf(snapshot, 'declared');
    this.#to = sumsOf(groups);
    this.#from = sumsOf(groups);
    this.#within = sumsOf(groups);
    this.#workloads = new Float64Array(groups);
    const { list, others } = this.#parties;
    const countable = Math.floor(MAX_SINGLE_PAIRS / Math.max(1, list.length * 2));
    this.#others = others.slice(0, countable);
    this.uncounted = others.length - this.#others.length;
    const plain = list.filter(({ column }) => column >= 0);
    for (const { group } of [...plain, ...this.#others]) this.#workloads[group] = (this.#workloads[group] ?? 0) + 1;
    this.#countPlain(plain);
    for (const one of this.#others) for (const other of plain) this.#addPairs(one, other);
    for (const src of this.#others) for (const dst of this.#others) this.#addPair(src, dst);
  }

  /** Those from a namespace to others, and to it from others. */
  of(group: number): { readonly toOthers: CrossingPairs; readonly fromOthers: CrossingPairs } {
    const own = this.#workloads[group] ?? 0;
    const all = this.#workloads.reduce((sum, count) => sum + count, 0);
    const less = (sums: Sums): CrossingPairs => ({
      pairs: own * (all - own),
      allowed: (sums[ALLOWED][group] ?? 0) - (this.#within[ALLOWED][group] ?? 0),
      unknown: (sums[UNKNOWN][group] ?? 0) - (this.#within[UNKNOWN][group] ?? 0),
    });
    return { toOthers: less(this.#to), fromOthers: less(this.#from) };
  }

  /** Sources whose rows are alike but for patches are counted together. */
  #countPlain(plain: readonly PlacedParty[]): void {
    const alike = new Map<readonly RowPart[], PlacedParty[]>();
    for (const src of plain) {
      const { parts, patches } = this.#rows.patched(src.column);
      const list = alike.get(parts);
      if (list) list.push(src);
      else alike.set(parts, [src]);
      for (const { column, verdict } of patches) {
        const covered = parts.find(({ columns }) => columns.has(column))?.verdict;
        if (covered) this.#addColumn(src, column, covered, -1);
        this.#addColumn(src, column, verdict, 1);
      }
    }
    for (const [parts, sources] of alike) this.#addParts(parts, sources);
  }

  /** All destinations are counted as the largest part has it, then those of the others are put right. */
  #addParts(parts: readonly RowPart[], sources: readonly PlacedParty[]): void {
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
    for (const best of [ALLOWED, UNKNOWN] as const) {
      const total = sums[best].reduce((sum, count) => sum + count, 0);
      if (total === 0) continue;
      for (const { group } of sources) {
        addTo(this.#to, best, group, total);
        addTo(this.#within, best, group, sums[best][group] ?? 0);
      }
      for (const [group, count] of sums[best].entries()) addTo(this.#from, best, group, count * sources.length);
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

  #addColumn({ group: from }: PlacedParty, column: number, verdict: PairVerdict, count: number): void {
    const { starts, groupAt, scopeAt } = this.#parties;
    const end = starts[column + 1] ?? 0;
    for (let at = starts[column] ?? 0; at < end; at++) {
      this.#add(from, groupAt[at] ?? 0, this.#bestOf(verdict, scopeAt[at] ?? 0), count);
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
