// Causes of flips whose hunks are known: what is needed, and what would do.
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../snapshot.ts';
import { CauseSearch, type CauseSource } from './find-causes.ts';
import type { HunkPlace } from './revert-hunks.ts';

/**
 * Flips as sets of which each keeps the flip for itself: `[[1], [2, 3]]` is made by hunk 1 alone, or by 2 and 3 together.
 * Hunks of one object come in pairs.
 */
function search(
  flips: readonly (readonly (readonly number[])[])[],
  hunks: number,
  evaluations = 1000,
  ends: Pick<CauseSource, 'missingEnds'> = { missingEnds: () => [] },
) {
  let asked = 0;
  const taken = new Map<Snapshot, ReadonlySet<number>>();
  const places = Array.from({ length: hunks }, (_, at): HunkPlace => ({ change: at >> 1, hunk: at & 1 }));
  const watched: CauseSource = {
    size: flips.length,
    goneIn: (snapshot: Snapshot) => {
      const gone = taken.get(snapshot) ?? new Set();
      const stays = (ways: readonly (readonly number[])[]) => ways.some((way) => way.every((one) => !gone.has(one)));
      return new Set(flips.flatMap((ways, flip) => (stays(ways) ? [] : [flip])));
    },
    ...ends,
    // Each hunk took the end of its number.
    endsOnlyIn: (snapshot: Snapshot) => [...(taken.get(snapshot) ?? [])],
  };
  const without = (some: Iterable<HunkPlace>) => {
    asked++;
    const snapshot = {} as Snapshot;
    taken.set(snapshot, new Set([...some].map(({ change, hunk }) => change * 2 + hunk)));
    return snapshot;
  };
  const causes = new CauseSearch(places, watched, without, { evaluations, isOver: () => false });
  for (const _ of causes.steps());
  const told = flips.map((_, flip) => {
    const { hunks: found, certainty, unsought } = causes.causesOf(flip);
    return unsought ? 'unsought' : `${certainty} ${found.map(({ change, hunk }) => change * 2 + hunk).join()}`;
  });
  return { told, asked };
}

describe('causes', () => {
  it.each([
    ['one hunk', [[[2]]], ['each 2']],
    ['two that are both needed', [[[1, 2]]], ['each 1,2']],
    ['two each of which would do', [[[0], [3]]], ['together 0,3']],
    [
      'one that is needed besides two that would do',
      [
        [
          [0, 1],
          [0, 2],
        ],
      ],
      ['each 0'],
    ],
    ['none of them', [[[]]], ['each ']],
    ['the same ones for several', [[[0], [3]], [[3], [0]], [[1]]], ['together 0,3', 'together 0,3', 'each 1']],
    ['two of one object', [[[4], [5]]], ['together 4,5']],
  ])('%s', (_, flips, told) => expect(search(flips, 6).told).toEqual(told));

  it('are those that took both ends, for all such flips at once', () => {
    const pairs = Array.from({ length: 20 }, (_, one) => [one, 39 - one] as const);
    const flips = pairs.map(([a, b]) => [[a], [b]]);
    const { told, asked } = search(flips, 40, 1000, { missingEnds: (flip) => pairs[flip] ?? [] });
    expect(told).toEqual(pairs.map(([a, b]) => `together ${a},${b}`));
    expect(asked).toBe(41);
  });

  it('are found among very many hunks in few evaluations', () => {
    const { told, asked } = search([[[7], [150]]], 200);
    expect(told).toEqual(['together 7,150']);
    expect(asked).toBeLessThan(260);
  });

  it('are sought object by object where there are more hunks than may be evaluated', () => {
    const { told, asked } = search([[[61]]], 100, 60);
    expect(told).toEqual(['each 61']);
    expect(asked).toBeLessThanOrEqual(60);
  });

  it('are not guessed where the budget ends', () => {
    expect(search([[[0], [3]], [[1]]], 6, 6).told).toEqual(['unsought', 'each 1']);
    expect(search([[[0]]], 6, 0).told).toEqual(['unsought']);
  });
});
