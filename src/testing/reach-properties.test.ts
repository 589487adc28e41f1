// What a breach comes to, walked by rows of columns, against a search that judges every pair of workloads.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_LIMITS } from '../engine/answer-limits.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { allParties, scopeOf } from '../engine/flow-party.ts';
import { pairCells, verdictAreas } from '../engine/pair-cells.ts';
import { reach } from '../engine/reach.ts';
import type { ReachDirection } from '../engine/reach-walk.ts';
import { createSnapshot, type Snapshot } from '../engine/snapshot.ts';
import { calicoClusterArbitrary, calicoFiles } from './generate-calico-cluster.ts';
import { clusterArbitrary, filesOf } from './generate-cluster.ts';
import { optionsOf } from './judged-cluster.ts';
import { runs, timeFor } from './property-runs.ts';

const HOPS = 3;

/** The verdict that opens most between each two parties, by `SRC->DST`. */
function judgeAll(snapshot: Snapshot): ReadonlyMap<string, string> {
  const { table, beyondPorts } = snapshot;
  const parties = allParties(snapshot);
  return new Map(
    parties.flatMap((src) =>
      parties.map((dst): [string, string] => {
        if (src.isOutside && dst.isOutside) return [`${src.id}->${dst.id}`, 'denied'];
        const scope = scopeOf(dst.ports, 'declared', table, beyondPorts);
        const [best] = verdictAreas(pairCells(snapshot, src, dst), scope, table);
        return [`${src.id}->${dst.id}`, best?.verdict ?? 'denied'];
      }),
    ),
  );
}

/** Hops by node, over steps of the given verdicts. */
function search(
  snapshot: Snapshot,
  verdicts: ReadonlyMap<string, string>,
  from: string,
  direction: ReachDirection,
  steps: readonly string[],
) {
  const hops = new Map([[from, 0]]);
  const parties = allParties(snapshot);
  for (let hop = 1; hop <= HOPS; hop++) {
    const frontier = parties.filter(({ id, isOutside }) => hops.get(id) === hop - 1 && (!isOutside || id === from));
    for (const { id } of parties) {
      const isNext = frontier.some((near) =>
        steps.includes(verdicts.get(direction === 'from' ? `${near.id}->${id}` : `${id}->${near.id}`) ?? ''),
      );
      if (isNext && !hops.has(id)) hops.set(id, hop);
    }
  }
  hops.delete(from);
  return hops;
}

function expectSame(snapshot: Snapshot): void {
  const verdicts = judgeAll(snapshot);
  for (const { id } of allParties(snapshot)) {
    for (const direction of ['from', 'to'] as const) {
      const answer = reach(snapshot, snapshot, { id, direction, hops: HOPS, ports: 'declared' }, 1, NO_LIMITS);
      if ('error' in answer) throw new Error(answer.error);
      const certain = search(snapshot, verdicts, id, direction, ['allowed']);
      const possible = search(snapshot, verdicts, id, direction, ['allowed', 'unknown']);
      const expected = [...possible].map(([node, hop]): string => {
        const sure = certain.get(node);
        return `${node} ${sure === undefined ? `${hop} unknown` : `${sure} allowed`}`;
      });
      expect([id, direction, ...answer.nodes.map((one) => `${one.id} ${one.hop} ${one.verdict}`).sort()]).toEqual([
        id,
        direction,
        ...expected.sort(),
      ]);
      const hopOf = new Map([[id, 0], ...answer.nodes.map((one) => [one.id, one.hop] as const)]);
      for (const one of answer.nodes.filter(({ verdict }) => verdict === 'allowed')) {
        expect(hopOf.get(one.via)).toBe(one.hop - 1);
        const step = direction === 'from' ? `${one.via}->${one.id}` : `${one.id}->${one.via}`;
        expect([step, verdicts.get(step)]).toEqual([step, 'allowed']);
      }
    }
  }
}

it('comes to what a search over all pairs comes to', { timeout: timeFor(60) }, () => {
  fc.assert(
    fc.property(clusterArbitrary, (generated) => {
      expectSame(createSnapshot(filesOf(generated), optionsOf(generated)));
    }),
    runs(20),
  );
});

it('the same under Calico, with hosts', { timeout: timeFor(60) }, () => {
  fc.assert(
    fc.property(calicoClusterArbitrary, (generated) => {
      expectSame(createSnapshot(calicoFiles(generated), { ...defaultOptions, ...generated.reading }));
    }),
    runs(20),
  );
});
