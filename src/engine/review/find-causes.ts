// Which hunks make which flips, by evaluation: a hunk is a cause where the head without it lacks the flip.
//
// Most flips lack as soon as one hunk is taken back; each such hunk is told, since each is needed. What is left is made by several
// hunks each of which would do (two rules that allow the same flow): then a set is sought that has to go as a whole. It begins with all
// hunks, without which the head says what the base says, and is made smaller as long as the flip stays away; so what is told has always
// been evaluated, and no hunk of it can be left out.
// Where both ends of a flow are gone from the head, its set is known: the two hunks that took them, for no flow is without its ends.
import type { Snapshot } from '../snapshot.ts';
import type { HunkPlace } from './revert-hunks.ts';
import type { WatchedFlips } from './watched-flips.ts';

/** What is asked about flips. */
export type CauseSource = Pick<WatchedFlips, 'size' | 'goneIn' | 'missingEnds' | 'endsOnlyIn'>;

export interface FoundCauses {
  /** In the order of the hunks. */
  readonly hunks: readonly HunkPlace[];
  readonly certainty: 'each' | 'together';
  readonly unsought?: true;
}

export interface CauseBudget {
  readonly evaluations: number;
  /** True when time is up. */
  isOver(): boolean;
}

const NOTHING: FoundCauses = { hunks: [], certainty: 'each' };
const UNSOUGHT: FoundCauses = { ...NOTHING, unsought: true };

/** Hunks by number, in order. */
type HunkSet = readonly number[];

export class CauseSearch {
  readonly #hunks: readonly HunkPlace[];
  readonly #flips: CauseSource;
  readonly #without: (places: Iterable<HunkPlace>) => Snapshot;
  readonly #budget: CauseBudget;
  readonly #gone = new Map<string, ReadonlySet<number>>();
  readonly #single: number[][];
  readonly #sets = new Map<number, HunkSet>();
  /** Hunks that took an end of flips away, by end. */
  readonly #takers = new Map<number, number[]>();
  /** Flips whose causes were sought to the end. */
  readonly #done = new Set<number>();
  #evaluations = 0;

  constructor(
    hunks: readonly HunkPlace[],
    flips: CauseSource,
    without: (places: Iterable<HunkPlace>) => Snapshot,
    budget: CauseBudget,
  ) {
    this.#hunks = hunks;
    this.#flips = flips;
    this.#without = without;
    this.#budget = budget;
    this.#single = Array.from({ length: flips.size }, () => []);
  }

  get #isOver(): boolean {
    return this.#evaluations >= this.#budget.evaluations || this.#budget.isOver();
  }

  /** To be gone through to the end; each step is one evaluation. `causesOf` holds what was found so far. */
  *steps(): Generator<void> {
    if (this.#flips.size === 0) return;
    if (!(yield* this.#seekSingles())) return;
    yield* this.#seekSets();
  }

  causesOf(flip: number): FoundCauses {
    const placesOf = (set: HunkSet): HunkPlace[] => set.flatMap((number) => this.#hunks[number] ?? []);
    const single = this.#single[flip] ?? [];
    if (!this.#done.has(flip)) return UNSOUGHT;
    if (single.length > 0) return { hunks: placesOf(single), certainty: 'each' };
    const set = this.#sets.get(flip);
    return set ? { hunks: placesOf(set), certainty: set.length > 1 ? 'together' : 'each' } : NOTHING;
  }

  /** Flips that are gone without these hunks; undefined where that would be past the budget. */
  *#goneWithout(set: HunkSet): Generator<void, ReadonlySet<number> | undefined> {
    const key = set.join();
    const known = this.#gone.get(key);
    if (known) return known;
    if (this.#isOver) return undefined;
    this.#evaluations++;
    const snapshot = this.#without(set.flatMap((number) => this.#hunks[number] ?? []));
    const gone = this.#flips.goneIn(snapshot);
    const [only] = set;
    if (only !== undefined && set.length === 1) {
      for (const end of this.#flips.endsOnlyIn(snapshot)) {
        this.#takers.set(end, [...(this.#takers.get(end) ?? []), only]);
      }
    }
    this.#gone.set(key, gone);
    yield;
    return gone;
  }

  /** False where the budget did not last: no flip is then known to have no further cause. */
  *#seekSingles(): Generator<void, boolean> {
    for (const number of yield* this.#worthAsking()) {
      const gone = yield* this.#goneWithout([number]);
      if (!gone) return false;
      for (const flip of gone) this.#single[flip]?.push(number);
    }
    for (const [flip, own] of this.#single.entries()) if (own.length > 0) this.#done.add(flip);
    return true;
  }

  /**
   * All hunks; where these are more than can be evaluated, those of objects without which some flip is gone. A hunk of another object may
   * then go unnoticed where the rest of its object makes up for it.
   */
  *#worthAsking(): Generator<void, HunkSet> {
    const all = this.#hunks.map((_, number) => number);
    if (all.length <= this.#budget.evaluations) return all;
    const worth: number[] = [];
    for (const own of this.#objects(all)) {
      const gone = yield* this.#goneWithout(own);
      if (gone && gone.size > 0) worth.push(...own);
    }
    return worth;
  }

  /** Hunks of one object each. */
  #objects(set: HunkSet): readonly HunkSet[] {
    const groups = new Map<number, number[]>();
    for (const number of set) {
      const change = this.#hunks[number]?.change ?? -1;
      const own = groups.get(change);
      if (own) own.push(number);
      else groups.set(change, [number]);
    }
    return [...groups.values()];
  }

  /** Both ends back at once, for all flips whose two ends are gone by one hunk each. */
  *#seekTakers(): Generator<void> {
    const takersOf = (flip: number): HunkSet | undefined => {
      const takers = this.#flips.missingEnds(flip).map((end) => this.#takers.get(end) ?? []);
      const isKnown = takers.length === 2 && takers.every((own) => own.length === 1);
      return isKnown && this.#single[flip]?.length === 0
        ? [...new Set(takers.flat())].sort((a, b) => a - b)
        : undefined;
    };
    const sets = new Map(
      this.#single.flatMap((_, flip) => {
        const set = takersOf(flip);
        return set ? [[flip, set] as const] : [];
      }),
    );
    if (sets.size === 0) return;
    const gone = yield* this.#goneWithout([...new Set([...sets.values()].flat())].sort((a, b) => a - b));
    for (const [flip, set] of sets) {
      if (!gone?.has(flip)) continue;
      this.#sets.set(flip, set);
      this.#done.add(flip);
    }
  }

  *#seekSets(): Generator<void> {
    const all = this.#hunks.map((_, number) => number);
    yield* this.#seekTakers();
    const left = new Set(
      this.#single.flatMap((own, flip) => (own.length === 0 && !this.#done.has(flip) ? [flip] : [])),
    );
    for (const flip of left) {
      const set = yield* this.#smallest(flip, all);
      if (set === 'unsought') return;
      left.delete(flip);
      this.#done.add(flip);
      if (set === undefined) continue;
      this.#sets.set(flip, set);
      yield* this.#share(set, left);
    }
  }

  /** The same set for the other flips of which it is a smallest one as well. */
  *#share(set: HunkSet, left: Set<number>): Generator<void> {
    const gone = yield* this.#goneWithout(set);
    const parts: ReadonlySet<number>[] = [];
    for (const number of set) {
      const rest = yield* this.#goneWithout(set.filter((one) => one !== number));
      if (rest) parts.push(rest);
    }
    if (parts.length < set.length) return;
    for (const flip of left) {
      if (!gone?.has(flip) || parts.some((part) => part.has(flip))) continue;
      left.delete(flip);
      this.#done.add(flip);
      this.#sets.set(flip, set);
    }
  }

  /** A set of hunks without which the flip is gone, and none of which can be left out; undefined where even without all of them it is there. */
  *#smallest(flip: number, all: HunkSet): Generator<void, HunkSet | undefined | 'unsought'> {
    const gone = yield* this.#goneWithout(all);
    if (!gone) return 'unsought';
    if (!gone.has(flip)) return undefined;
    let set = all;
    const leave = function* (this: CauseSearch, some: HunkSet): Generator<void, boolean> {
      const rest = set.filter((number) => !some.includes(number));
      const goneToo = rest.length === 0 ? undefined : yield* this.#goneWithout(rest);
      if (!goneToo?.has(flip)) return false;
      set = rest;
      return true;
    }.bind(this);
    // Halves first: most of a large change has nothing to do with one flip.
    const waiting: HunkSet[] = [all];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (this.#isOver) return 'unsought';
      if (next.length < all.length && (yield* leave(next))) continue;
      const middle = next.length >> 1;
      if (middle > 0) waiting.push(next.slice(0, middle), next.slice(middle));
    }
    // What could not go before another went may go now.
    for (let before = -1; before !== set.length; ) {
      before = set.length;
      for (const number of set) {
        if (this.#isOver) return 'unsought';
        if (set.length > 1) yield* leave([number]);
      }
    }
    return set;
  }
}
