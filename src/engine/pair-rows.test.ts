// Rows against single pairs: both must say the same of every pair of columns.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterArbitrary, clusterArbitraryOf } from '../testing/generate-cluster.ts';
import { snapshotOf } from '../testing/judged-cluster.ts';
import { runs, timeFor } from '../testing/property-runs.ts';
import { pairRowsOf } from './pair-rows.ts';
import type { Snapshot } from './snapshot.ts';

function expectRowsOfPairs(snapshot: Snapshot): void {
  const { universe, matrix } = snapshot;
  for (let src = 0; src < universe.size; src++) {
    const seen = new Map<number, string>();
    for (const { columns, verdict } of pairRowsOf(snapshot, 'all').row(src)) {
      for (const column of columns) {
        expect(seen.has(column)).toBe(false);
        seen.set(column, `${verdict.allowed}/${verdict.unknown}`);
      }
    }
    const pairs = Array.from({ length: universe.size }, (_, dst) => matrix.pair(src, dst));
    expect(pairs.map(({ allowed, unknown }) => `${allowed}/${unknown}`)).toEqual(pairs.map((_, dst) => seen.get(dst)));
  }
}

test('rows are pairs', { timeout: timeFor(40) }, () => {
  fc.assert(
    fc.property(clusterArbitrary, (generated) => expectRowsOfPairs(snapshotOf(generated))),
    runs(40),
  );
});

test('rows are pairs where pods have addresses of both families', { timeout: timeFor(30) }, () => {
  fc.assert(
    fc.property(clusterArbitraryOf('dual'), (generated) => expectRowsOfPairs(snapshotOf(generated))),
    runs(30),
  );
});
