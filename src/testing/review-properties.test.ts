// What holds for a review of any two clusters: its flips are those of the naive evaluator, and its causes make them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffSnapshots } from '../engine/diff-snapshots.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { Locator } from '../engine/locate.ts';
import type { FlipRow } from '../engine/results.ts';
import { changeHunks, type ObjectChange } from '../engine/review/change-hunks.ts';
import { pairDocuments } from '../engine/review/pair-documents.ts';
import { type HunkPlace, HunkReversal } from '../engine/review/revert-hunks.ts';
import type { Review, ReviewedFlip } from '../engine/review/review.ts';
import { ReviewSearch } from '../engine/review/review-search.ts';
import { pointsOfRow } from '../engine/review/watched-flips.ts';
import { createSnapshot, createSnapshotCache, type Snapshot, type SnapshotCache } from '../engine/snapshot.ts';
import { intersection } from '../net/connection-set.ts';
import type { Resource } from '../resources/resource.ts';
import { calicoFiles } from './generate-calico-cluster.ts';
import { filesOf } from './generate-cluster.ts';
import { calicoPairArbitrary, type GeneratedPair, reviewPairArbitrary } from './generate-review-pair.ts';
import { clusterText, probesOf, probeText, snapshotOf } from './judged-cluster.ts';
import { type NaiveProbe, type NaiveVerdict, naiveJudge } from './naive-evaluator.ts';
import { runs, timeFor } from './property-runs.ts';

class Reviewed {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly #search: ReviewSearch;
  #review: Review | undefined;
  readonly changes: readonly ObjectChange[];
  readonly reversal: HunkReversal;
  readonly #told: string;

  /** `told`: the manifests, to be pasted where something is wrong. */
  constructor(base: Snapshot, head: Snapshot, cache: SnapshotCache, told: string) {
    this.base = base;
    this.head = head;
    this.#told = told;
    const sides = { base: { id: 1, snapshot: this.base }, head: { id: 2, snapshot: this.head } };
    const diff = diffSnapshots(this.base, this.head, 'all');
    this.#search = new ReviewSearch({ ...sides, diff, cache, now: () => 0, mostFlips: 100_000 }, { ports: 'all' });
    const [inBase, inHead] = [new Locator(this.base.readings), new Locator(this.head.readings)];
    const pairs = pairDocuments(this.base.readings, this.head.readings);
    this.changes = changeHunks(pairs, inBase, inHead, this.head.readings);
    this.reversal = new HunkReversal(this.head, this.changes, cache);
  }

  get review(): Review {
    if (this.#review) return this.#review;
    for (const _ of this.#search.steps());
    this.#review = this.#search.review;
    return this.#review;
  }

  get hunks(): readonly HunkPlace[] {
    return this.changes.flatMap(({ hunks }, change) => hunks.map((_, hunk) => ({ change, hunk })));
  }

  idOf({ change, hunk }: HunkPlace): string {
    return this.changes[change]?.hunks[hunk]?.id ?? '';
  }

  placesOf({ causes }: ReviewedFlip): readonly HunkPlace[] {
    return this.hunks.filter((place) => causes.some(({ hunk }) => hunk === this.idOf(place)));
  }

  get text(): string {
    const flips = this.review.flips.map(({ src, dst, protocol, ports, was, verdict, causes, certainty }) =>
      [src, dst, protocol, ports, was, verdict, certainty, ...causes.map(({ hunk }) => hunk)].join(' '),
    );
    return `${flips.join('\n')}\n${this.#told}`;
  }
}

function reviewOf(pair: GeneratedPair): Reviewed {
  const cache = createSnapshotCache();
  const base = snapshotOf(pair.base, filesOf(pair.base), cache);
  // One reading of options: what differs in them is no change of a manifest.
  const head = snapshotOf({ ...pair.head, podCIDRs: pair.base.podCIDRs }, filesOf(pair.head), cache);
  return new Reviewed(base, head, cache, `--- base\n${clusterText(pair.base)}\n--- head\n${clusterText(pair.head)}`);
}

/** A cluster of either kind. */
const reviewArbitrary: fc.Arbitrary<Reviewed> = fc.oneof(
  reviewPairArbitrary.map(reviewOf),
  calicoPairArbitrary.map(({ base, head }) => {
    const cache = createSnapshotCache();
    const options = { ...defaultOptions, ...base.reading };
    const texts = [base, head].map((one) => calicoFiles(one));
    const [before, after] = texts.map((files) => createSnapshot(files, options, cache));
    if (!before || !after) throw new Error('two snapshots of two lists');
    const told = texts.map((files) => files.map(({ path, text }) => `# ${path}\n${text}`).join('---\n'));
    return new Reviewed(before, after, cache, `--- base\n${told.join('\n--- head\n')}`);
  }),
);

const resourcesOf = ({ readings }: Snapshot): readonly Resource[] =>
  readings.flatMap(({ decoded }) => decoded.resources);

/** What the naive evaluator says of a snapshot's resources; undefined where it may be one thing or another. */
function naiveOf(snapshot: Snapshot, { base }: GeneratedPair): (probe: NaiveProbe) => NaiveVerdict | undefined {
  const judge = naiveJudge(resourcesOf(snapshot), { podCIDRs: base.podCIDRs, semantics: 'kubernetes' });
  return (probe) => {
    const { exact, coarse } = judge(probe);
    if (exact !== coarse) return undefined;
    return exact === 'no-such-endpoint' ? 'denied' : exact;
  };
}

/** Of names of pods and workloads, the node; of addresses, what only the rows know. */
const isNode = (id: string, name: string): boolean => {
  const [namespace, own] = name.split('/');
  return id.startsWith(`workload:${namespace}/`) && id.endsWith(`/${own}`);
};

const overlaps = (a: FlipRow, b: FlipRow): boolean => intersection(pointsOfRow(a), pointsOfRow(b)).length > 0;

const isSameFlip = (a: FlipRow, b: FlipRow): boolean =>
  a.src === b.src && a.dst === b.dst && a.was === b.was && a.verdict === b.verdict && overlaps(a, b);

const covers = (flip: FlipRow, { src, dst, protocol, port }: NaiveProbe): boolean =>
  isNode(flip.src, src) && isNode(flip.dst, dst) && overlaps(flip, { ...flip, protocol, ports: String(port) });

/** Between pods and workloads that are not one. */
const probesIn = ({ base }: GeneratedPair): readonly NaiveProbe[] => {
  const names = base.endpoints.filter((name) => name.includes('/') && !/\/\d+$/.test(name));
  return probesOf(names).filter(({ src, dst }) => src !== dst);
};

const isInside = ({ src, dst }: FlipRow): boolean => [src, dst].every((id) => id.startsWith('workload:'));

describe('a review', () => {
  it('flips what the naive evaluator judges otherwise', { timeout: timeFor(60) }, () => {
    let flipped = 0;
    fc.assert(
      fc.property(reviewPairArbitrary, (pair) => {
        const reviewed = reviewOf(pair);
        const [before, after] = [naiveOf(reviewed.base, pair), naiveOf(reviewed.head, pair)];
        for (const probe of probesIn(pair)) {
          const [was, now] = [before(probe), after(probe)];
          if (was === undefined || now === undefined) continue;
          const found = reviewed.review.flips.filter((flip) => covers(flip, probe));
          const told = found.map((flip) => `${flip.was} ${flip.verdict}`);
          expect(told, `${probeText(probe)}\n${reviewed.text}`).toEqual(was === now ? [] : [`${was} ${now}`]);
          flipped += found.length;
        }
      }),
      runs(4),
    );
    expect(flipped).toBeGreaterThan(20);
  });

  it('is the base again without any of its hunks', { timeout: timeFor(60) }, () => {
    fc.assert(
      fc.property(reviewArbitrary, (reviewed) => {
        const without = reviewed.reversal.without(reviewed.hunks);
        expect(diffSnapshots(reviewed.base, without, 'all').flips, reviewed.text).toEqual([]);
      }),
      runs(8),
    );
  });

  it('lacks a flip without the causes that it names', { timeout: timeFor(60) }, () => {
    let [each, together] = [0, 0];
    fc.assert(
      fc.property(reviewPairArbitrary, (pair) => {
        const reviewed = reviewOf(pair);
        const probes = probesIn(pair);
        const groups = new Map(
          reviewed.review.flips.map((flip) => [JSON.stringify(flip.causes.map(({ hunk }) => hunk)), flip]),
        );
        for (const [key, { certainty }] of groups) {
          const flips = reviewed.review.flips.filter(
            (flip) => JSON.stringify(flip.causes.map(({ hunk }) => hunk)) === key,
          );
          const [first] = flips;
          expect(first?.causes, reviewed.text).not.toEqual([]);
          if (!first) continue;
          const without = reviewed.reversal.without(reviewed.placesOf(first));
          const naive = naiveOf(without, pair);
          for (const flip of flips) {
            for (const probe of probes.filter((one) => covers(flip, one)))
              expect(naive(probe), `${probeText(probe)}\n${reviewed.text}`).not.toBe(flip.verdict);
          }
          if (certainty === 'each') each++;
          else together++;
        }
      }),
      runs(6),
    );
    expect(each + together).toBeGreaterThan(3);
  });

  it('loses with one hunk exactly the flips that name it', { timeout: timeFor(60) }, () => {
    let lost = 0;
    fc.assert(
      fc.property(reviewArbitrary, (reviewed) => {
        for (const place of reviewed.hunks) {
          const { flips } = diffSnapshots(reviewed.base, reviewed.reversal.without([place]), 'all');
          for (const flip of reviewed.review.flips.filter(isInside)) {
            const isNamed = flip.certainty === 'each' && flip.causes.some(({ hunk }) => hunk === reviewed.idOf(place));
            const stays = flips.some((other) => isSameFlip(flip, other));
            expect(stays, `${reviewed.idOf(place)}: ${JSON.stringify(flip)}\n${reviewed.text}`).toBe(!isNamed);
            if (isNamed) lost++;
          }
        }
      }),
      runs(5),
    );
    expect(lost).toBeGreaterThan(3);
  });
});
