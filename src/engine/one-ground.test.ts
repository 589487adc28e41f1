// Snapshots moved to one ground say what they said on grounds of their own.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterArbitrary, filesOf } from '../testing/generate-cluster.ts';
import { engineVerdict, probesOf, snapshotOf } from '../testing/judged-cluster.ts';
import { runs, timeFor } from '../testing/property-runs.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { createSnapshotCache, onOneGround } from './snapshot.ts';

test('the same flips, and the same verdicts', { timeout: timeFor(60) }, () => {
  let moved = 0;
  fc.assert(
    fc.property(clusterArbitrary, clusterArbitrary, (base, other) => {
      const head = { ...base, policies: other.policies };
      const cache = createSnapshotCache();
      const before = snapshotOf(base, filesOf(base), cache);
      const after = snapshotOf(head, filesOf(head), cache);
      const [was, now] = onOneGround(before, after, cache);
      if (before.ground !== after.ground && was.ground === now.ground) moved++;
      expect(diffSnapshots(was, now, 'all').flips).toEqual(diffSnapshots(before, after, 'all').flips);
      for (const probe of probesOf(base.endpoints).slice(0, 60)) {
        expect(engineVerdict(was, probe)).toBe(engineVerdict(before, probe));
        expect(engineVerdict(now, probe)).toBe(engineVerdict(after, probe));
      }
    }),
    runs(40),
  );
  expect(moved).toBeGreaterThan(5);
});
