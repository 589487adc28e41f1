// Reviews the draft against its baseline, an evaluation at a time: changes, flips, risks, and then the causes of the flips.
import { compareText } from '../../base/compare-text.ts';
import type { SnapshotDiff } from '../diff-snapshots.ts';
import { assertionsIn } from '../judge-assertions.ts';
import { Locator } from '../locate.ts';
import type { FlipKind, FlipRow, Impact, SnapshotId } from '../results.ts';
import type { Snapshot, SnapshotCache } from '../snapshot.ts';
import { isIncomplete, snapshotCounts } from '../snapshot-counts.ts';
import { type BrokenAssertion, brokenAssertions } from './broken-assertions.ts';
import { CausePlaces } from './cause-place.ts';
import { changeHunks, type ObjectChange } from './change-hunks.ts';
import { CauseSearch, type FoundCauses } from './find-causes.ts';
import { flipRisks, RISK_ORDER, rankOf } from './flip-risks.ts';
import { pairDocuments } from './pair-documents.ts';
import { type HunkPlace, HunkReversal } from './revert-hunks.ts';
import type { ManifestChange, Review, ReviewedFlip, ReviewRequest, RiskCount, RiskId } from './review.ts';
import { WatchedFlips } from './watched-flips.ts';

/** Evaluations, and milliseconds, after which causes are no longer sought. */
const BUDGET = { evaluations: 2000, milliseconds: 60_000 } as const;
/** Flips that are listed where nobody says how many. */
const MOST_FLIPS = 100_000;
/** Flips that are finished between two rests. */
const FLIPS_AT_ONCE = 500;
const DEFAULT_TIER = 'default';

interface Side {
  readonly id: SnapshotId;
  readonly snapshot: Snapshot;
}

/** What a review is made from. */
export interface ReviewInput {
  readonly base: Side;
  readonly head: Side;
  /** Of the two. */
  readonly diff: SnapshotDiff;
  readonly cache: SnapshotCache;
  readonly now: () => number;
  /** Flips that are listed at most. */
  readonly mostFlips: number;
}

const NOTHING: Impact = { opened: 0, closed: 0, unknown: 0 };
const more = (impact: Impact, flip: FlipKind): Impact => ({ ...impact, [flip]: impact[flip] + 1 });

/** By source, destination, protocol and first port. */
function byName(a: FlipRow, b: FlipRow): number {
  return (
    compareText(a.src, b.src) ||
    compareText(a.dst, b.dst) ||
    compareText(a.protocol, b.protocol) ||
    (Number.parseInt(a.ports, 10) || 0) - (Number.parseInt(b.ports, 10) || 0) ||
    compareText(a.ports, b.ports) ||
    compareText(a.verdict, b.verdict)
  );
}

export class ReviewSearch {
  readonly #input: ReviewInput;
  readonly #request: ReviewRequest;
  readonly #rows: FlipRow[] = [];
  readonly #flips: ReviewedFlip[] = [];
  #isPartial = false;
  #changes: readonly ObjectChange[] = [];
  #watched: WatchedFlips | undefined;
  #search: CauseSearch | undefined;
  #assertions: readonly BrokenAssertion[] = [];
  readonly #tiers = new Map<number, readonly string[]>();

  constructor(input: ReviewInput, request: ReviewRequest) {
    this.#input = input;
    this.#request = request;
  }

  /** To be gone through to the end; each step is one evaluation at most. */
  *steps(): Generator<void> {
    const { base, head, cache, now } = this.#input;
    this.#listFlips();
    yield;
    const pairs = pairDocuments(base.snapshot.readings, head.snapshot.readings);
    const [inBase, inHead] = [new Locator(base.snapshot.readings), new Locator(head.snapshot.readings)];
    this.#changes = changeHunks(pairs, inBase, inHead, head.snapshot.readings);
    this.#assertions = this.#judge();
    yield;
    this.#watched = new WatchedFlips(base.snapshot, head.snapshot, this.#rows, cache);
    const places = this.#changes.flatMap(({ hunks }, change) => hunks.map((_, hunk): HunkPlace => ({ change, hunk })));
    const reversal = new HunkReversal(head.snapshot, this.#changes, cache);
    const { evaluations, milliseconds } = this.#request.budget ?? BUDGET;
    const end = now() + milliseconds;
    const budget = { evaluations, isOver: () => now() > end };
    this.#search = new CauseSearch(places, this.#watched, (some) => reversal.without(some), budget);
    yield* this.#search.steps();
    yield* this.#makeFlips();
  }

  /** What is known of each flip; a few at a time, since some are explained for it. */
  *#makeFlips(): Generator<void> {
    const { base, head } = this.#input;
    const places = new CausePlaces(base.snapshot, head.snapshot);
    for (const [number, row] of this.#rows.entries()) {
      const explained = places.explained;
      this.#flips.push(this.#flip(row, number, places));
      if (places.explained > explained || number % FLIPS_AT_ONCE === 0) yield;
    }
  }

  #listFlips(): void {
    const { diff, mostFlips } = this.#input;
    const most = Math.min(this.#request.limit ?? MOST_FLIPS, mostFlips);
    for (const row of diff.rows()) {
      if (this.#rows.length >= most) {
        this.#isPartial = true;
        break;
      }
      this.#rows.push(row);
    }
  }

  /** What base and head pin; a change does not switch off a check by taking it out. */
  #judge(): readonly BrokenAssertion[] {
    const { base, head } = this.#input;
    const own = assertionsIn(head.snapshot);
    const names = new Set(own.map(({ name }) => name));
    const gone = assertionsIn(base.snapshot).filter(({ name }) => !names.has(name));
    // Apart: what one file says of all others depends on what else it says.
    return [own, gone].flatMap((list) => brokenAssertions(head.snapshot, list));
  }

  /** Once all steps are gone through. */
  get review(): Review {
    const { base, head, diff } = this.#input;
    const flips = [...this.#flips];
    flips.sort((a, b) => rankOf(a.risks) - rankOf(b.risks) || byName(a, b));
    return {
      snapshot: head.id,
      baseline: base.id,
      incomplete: isIncomplete(base.snapshot) || isIncomplete(head.snapshot),
      counts: { base: snapshotCounts(base.snapshot), head: snapshotCounts(head.snapshot) },
      changes: this.#manifestChanges(flips),
      flips,
      impact: diff.impact,
      risks: countByRisk(flips),
      ...(this.#isPartial ? { isPartial: true } : {}),
      unsought: flips.filter(({ unsought }) => unsought).length,
    };
  }

  #flip(row: FlipRow, number: number, places: CausePlaces): ReviewedFlip {
    const { base, head } = this.#input;
    const found: FoundCauses = this.#search?.causesOf(number) ?? { hunks: [], certainty: 'each', unsought: true };
    const causes = found.hunks.flatMap(({ change, hunk }) => {
      const own = this.#changes[change];
      const bare = own?.hunks[hunk];
      return own && bare ? (places.of(row, own, bare) ?? []) : [];
    });
    const risks = flipRisks({
      flip: row,
      base: base.snapshot,
      head: head.snapshot,
      tenantLabel: this.#request.tenantLabel,
      assertions: this.#assertions,
      opensEveryPort: this.#watched?.opensEveryPort(number) ?? false,
      higherTiers: this.#higherTiers(found.hunks),
    });
    const { certainty, unsought } = found;
    return { ...row, risks, causes, certainty, ...(unsought ? { unsought } : {}) };
  }

  /** Tiers that come before the default one, of policies among the causes. */
  #higherTiers(hunks: readonly HunkPlace[]): readonly string[] {
    const tiers = new Set<string>();
    for (const { change } of hunks) {
      const own = this.#tiers.get(change) ?? this.#tiersOf(change);
      this.#tiers.set(change, own);
      for (const tier of own) tiers.add(tier);
    }
    return [...tiers];
  }

  #tiersOf(change: number): readonly string[] {
    const source = this.#changes[change]?.source;
    if (source?.type !== 'object') return [];
    const { base, head } = this.#input;
    const own = [
      { snapshot: base.snapshot, object: source.pair.base },
      { snapshot: head.snapshot, object: source.pair.head },
    ];
    return own.flatMap(({ snapshot: { tiers, policies }, object }) => {
      const range = object?.resource?.range;
      const usual = tiers.findIndex(({ name }) => name === DEFAULT_TIER);
      const higher = new Set(tiers.slice(0, Math.max(0, usual)).map(({ name }) => name));
      const written = policies.filter(
        (policy) => !policy.implied && policy.range.file === range?.file && policy.range.start === range.start,
      );
      return written.map(({ tier }) => tier).filter((tier) => higher.has(tier));
    });
  }

  #manifestChanges(flips: readonly ReviewedFlip[]): readonly ManifestChange[] {
    const made = new Map<string, Impact>();
    for (const { flip, causes } of flips) {
      for (const { hunk } of causes) made.set(hunk, more(made.get(hunk) ?? NOTHING, flip));
    }
    return this.#changes.map(({ source: _, diff: __, hunks, ...change }) => ({
      ...change,
      hunks: hunks
        .map((hunk) => ({ ...hunk, flips: made.get(hunk.id) ?? NOTHING }))
        .sort((a, b) => ((a.head ?? a.base)?.start ?? 0) - ((b.head ?? b.base)?.start ?? 0)),
    }));
  }
}

function countByRisk(flips: readonly ReviewedFlip[]): readonly RiskCount[] {
  const counts = new Map<RiskId | undefined, Impact>();
  for (const { flip, risks } of flips) {
    const id = risks[0]?.id;
    counts.set(id, more(counts.get(id) ?? NOTHING, flip));
  }
  return [...RISK_ORDER, undefined].flatMap((risk) => {
    const impact = counts.get(risk);
    return impact ? [{ risk, impact }] : [];
  });
}
