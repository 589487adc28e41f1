// Assertions of many pairs, judged by groups of columns, against every pair of pods judged by itself.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultOptions } from '../engine/engine-options.ts';
import { assertionsIn, judgeAssertions } from '../engine/judge-assertions.ts';
import { isSelf, judgeParties } from '../engine/judge-flow.ts';
import { Locator } from '../engine/locate.ts';
import type { Party } from '../engine/resolve-party.ts';
import { createSnapshot, type Snapshot } from '../engine/snapshot.ts';
import type { Workload } from '../model/cluster.ts';
import { pointOf } from '../net/connection-set.ts';
import { calicoClusterArbitrary, calicoFiles } from './generate-calico-cluster.ts';
import { clusterArbitrary, filesOf } from './generate-cluster.ts';
import { optionsOf } from './judged-cluster.ts';
import { runs, timeFor } from './property-runs.ts';

const PORT = 80;

function partiesOf({ cluster, universe }: Snapshot, workload: Workload): Party[] {
  return workload.endpoints.flatMap((index): Party[] => {
    const [endpoint, column] = [cluster.endpoints[index], universe.classOf[index]];
    return endpoint && column !== undefined ? [{ type: 'endpoint', index, endpoint, column }] : [];
  });
}

/** Undefined where there is nothing to judge: one pod to itself. */
function isOdd(snapshot: Snapshot, src: Workload, dst: Workload, expected: string): boolean | undefined {
  const pairs = partiesOf(snapshot, src).flatMap((from) =>
    partiesOf(snapshot, dst).flatMap((to) => (isSelf(from, to) ? [] : [{ from, to }])),
  );
  if (pairs.length === 0) return undefined;
  return pairs.some(({ from, to }) => judgeParties(snapshot, from, to, pointOf('TCP', PORT)) !== expected);
}

const patterns: readonly (readonly [text: string, fits: (workload: Workload, snapshot: Snapshot) => boolean])[] = [
  ['*/*', () => true],
  ['s*p/*', ({ namespace }) => namespace === 'shop'],
  ['*/*1', ({ name }) => name.endsWith('1')],
  [
    '*/[app=web]',
    ({ endpoints }, { cluster }) => endpoints.every((index) => cluster.endpoints[index]?.labels.get('app') === 'web'),
  ],
];

const item = (name: string, from: string, to: string, expected: string): string =>
  `  - { name: ${name}, from: '${from}', to: '${to}', port: TCP/${PORT}, expect: ${expected} }\n`;

function expectAgreement(
  files: Parameters<typeof createSnapshot>[0],
  options: Parameters<typeof createSnapshot>[1],
): void {
  const cases = patterns.flatMap(([from, isSource]) =>
    patterns.flatMap(([to, isTarget]) =>
      ['allowed', 'denied'].map((expected, at) => ({
        from,
        to,
        isSource,
        isTarget,
        expected,
        name: `${from} ${to} ${at}`,
      })),
    ),
  );
  const head = 'apiVersion: sluice/v1\nkind: Assertions\nassertions:\n';
  const asserted = cases.map(({ name, from, to, expected }) => item(`'${name}'`, from, to, expected)).join('');
  const others = `${item('some', 's*p/*', '*/*1', 'allowed')}${item('others', 'others', '*/*1', 'denied')}`;
  const all = [
    ...files,
    { path: 'a.flows.yaml', text: head + asserted },
    { path: 'b.flows.yaml', text: head + others },
  ];
  const snapshot = createSnapshot(all, options);
  const { results } = judgeAssertions(snapshot, assertionsIn(snapshot), new Locator(snapshot.readings));
  const { workloads } = snapshot.cluster;
  for (const { name, isSource, isTarget, expected } of cases) {
    const result = results.find((one) => one.name === name);
    // Pods of one workload with and without a label are told apart; that is not judged here.
    if (!result || result.fault !== undefined || name.includes('[')) continue;
    const pairs = workloads
      .filter((one) => isSource(one, snapshot))
      .flatMap((src) =>
        workloads.filter((one) => isTarget(one, snapshot)).flatMap((dst) => isOdd(snapshot, src, dst, expected) ?? []),
      );
    expect([name, result.pairs, result.oddPairs]).toEqual([name, pairs.length, pairs.filter((odd) => odd).length]);
    if (pairs.length > 0) expect([name, result.holds]).toEqual([name, !pairs.includes(true)]);
  }
  const result = results.find(({ name }) => name === 'others');
  if (!result || result.fault !== undefined) return;
  const breaks = workloads
    .filter(({ namespace, hostNetwork }) => namespace !== 'shop' && !hostNetwork)
    .some((src) =>
      workloads.filter(({ name }) => name.endsWith('1')).some((dst) => isOdd(snapshot, src, dst, 'denied') === true),
    );
  const told = result.odd.some(({ src }) => src.startsWith('workload:'));
  if (!breaks) expect(told).toBe(false);
  else expect(result.holds).toBe(false);
}

it('count the pairs that differ as one by one', { timeout: timeFor(60) }, () =>
  fc.assert(
    fc.property(clusterArbitrary, (cluster) => expectAgreement(filesOf(cluster), optionsOf(cluster))),
    runs(40),
  ),
);

it('do so with Calico', { timeout: timeFor(60) }, () =>
  fc.assert(
    fc.property(calicoClusterArbitrary, (cluster) =>
      expectAgreement(calicoFiles(cluster), { ...defaultOptions, ...cluster.reading }),
    ),
    runs(30),
  ),
);
