// Rows against single pairs: both must say the same of every pair of columns.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benchFiles } from '../testing/bench/bench-workspace.ts';
import { planCluster } from '../testing/bench/cluster-plan.ts';
import { editedPolicies } from '../testing/bench/edited-policies.ts';
import { clusterArbitrary, clusterArbitraryOf } from '../testing/generate-cluster.ts';
import { snapshotOf } from '../testing/judged-cluster.ts';
import { runs, timeFor } from '../testing/property-runs.ts';
import { classScopes } from './declared-scopes.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { defaultOptions } from './engine-options.ts';
import type { PairVerdict } from './family-matrix.ts';
import { pairRowsOf } from './pair-rows.ts';
import type { FlipKind, FlipRow, Impact } from './results.ts';
import { createSnapshot, createSnapshotCache, type Snapshot } from './snapshot.ts';

function impactOf(flips: readonly FlipRow[]): Impact {
  const count = (kind: FlipKind): number => flips.filter(({ flip }) => flip === kind).length;
  return { opened: count('opened'), closed: count('closed'), unknown: count('unknown') };
}

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

/** What a row over declared ports says of a destination, within the points that count there, is what all points say. */
function expectDeclaredRows(snapshot: Snapshot): void {
  const { universe, matrix, table } = snapshot;
  const scopes = classScopes(snapshot, 'declared');
  for (let src = 0; src < universe.size; src++) {
    const said: (string | undefined)[] = [];
    const within = ({ allowed, unknown }: PairVerdict, dst: number): string => {
      const scope = scopes[dst] ?? table.all;
      return `${table.intersection(allowed, scope)}/${table.intersection(unknown, scope)}`;
    };
    for (const { columns, verdict } of pairRowsOf(snapshot, 'declared').row(src)) {
      for (const dst of columns) said[dst] = within(verdict, dst);
    }
    expect(said).toEqual(Array.from({ length: universe.size }, (_, dst) => within(matrix.pair(src, dst), dst)));
  }
}

test('rows over declared ports are pairs as far as flows count', { timeout: timeFor(40) }, () => {
  fc.assert(
    fc.property(clusterArbitrary, (generated) => expectDeclaredRows(snapshotOf(generated))),
    runs(20),
  );
});

test('so they are under very many policies, and edits of them open and close the same flows', {
  timeout: 60_000,
}, () => {
  const plan = planCluster({ pods: 60, namespaces: 3, shape: 'global-tiers' });
  const files = benchFiles(plan);
  const cache = createSnapshotCache();
  const base = createSnapshot(files, defaultOptions, cache);
  const longest = Math.max(...base.matrix.governs.ingress.map((list) => base.ground.lists.length(list)));
  expect(longest).toBeGreaterThan(100);
  expectDeclaredRows(base);
  for (const { change } of editedPolicies(plan).edits) {
    const edited = change(1);
    const now = files.map((file) => (file.path === edited.path ? edited : file));
    const head = createSnapshot(now, defaultOptions, cache);
    expectDeclaredRows(head);
    const alone = createSnapshotCache();
    const fresh = diffSnapshots(
      createSnapshot(files, defaultOptions, alone),
      createSnapshot(now, defaultOptions, alone),
      'declared',
    );
    const diff = diffSnapshots(base, head, 'declared');
    expect(diff.flips).toEqual(fresh.flips);
    expect(diff.impact).toEqual(impactOf(diff.flips));
  }
});

test('rows are pairs', { timeout: timeFor(40) }, () => {
  fc.assert(
    fc.property(clusterArbitrary, (generated) => expectRowsOfPairs(snapshotOf(generated))),
    runs(20),
  );
});

test('rows are pairs where pods have addresses of both families', { timeout: timeFor(30) }, () => {
  fc.assert(
    fc.property(clusterArbitraryOf('dual'), (generated) => expectRowsOfPairs(snapshotOf(generated))),
    runs(20),
  );
});
