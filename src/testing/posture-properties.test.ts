// The numbers of a posture against counting pod by pod: with the naive evaluator, and with a stranger that really is in the manifests.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../base/group-by.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { defaultOptions, type EngineOptions } from '../engine/engine-options.ts';
import { judgeFlow } from '../engine/judge-flow.ts';
import { clusterPosture } from '../engine/posture/cluster-posture.ts';
import type { PostureNumbers } from '../engine/posture/posture.ts';
import { unnamedPoint } from '../engine/posture/unnamed-port.ts';
import type { Direction, Verdict } from '../engine/results.ts';
import { createSnapshot, type Snapshot } from '../engine/snapshot.ts';
import type { Endpoint } from '../model/cluster.ts';
import { containsAddress, parseAddress, parseCidr } from '../net/cidr.ts';
import { contains, rangesOf } from '../net/connection-set.ts';
import type { ContainerPort } from '../resources/resource.ts';
import { decodeFiles } from './decode-files.ts';
import { calicoClusterArbitrary, calicoFiles } from './generate-calico-cluster.ts';
import { clusterArbitrary, filesOf, type GeneratedCluster } from './generate-cluster.ts';
import type { Manifest } from './generate-policy.ts';
import { optionsOf, snapshotOf } from './judged-cluster.ts';
import { naiveCalicoJudge } from './naive-calico-evaluator.ts';
import { naiveJudge } from './naive-evaluator.ts';
import { runs, timeFor } from './property-runs.ts';
import { yamlDocuments } from './yaml-text.ts';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** Addresses of which few are in blocks that generated policies name. */
const candidates = {
  4: ['198.18.0.9', '9.9.9.9', '100.64.3.3', '172.20.1.1', '150.1.1.1', '60.6.6.6'],
  6: ['2a00::9', '2600::77', '3fff:1::5', 'fc00::9', '9000::1', '4000::1'],
} as const;

/** Two addresses in no block that the texts name but all of a family. */
function unnamedAddresses(files: readonly SourceFile[], family: 4 | 6): readonly string[] {
  const words = files.flatMap(({ text }) => text.match(/[0-9a-f:.]+\/\d+/g) ?? []);
  const blocks = words.flatMap((word) => parseCidr(word)?.cidr ?? []).filter(({ prefix }) => prefix > 0);
  return candidates[family].filter((word) => {
    const address = parseAddress(word);
    return address && !blocks.some((block) => containsAddress(block, address));
  });
}

/** One of each family in use; none where some family has none. */
function unnamedOfEach({ universe }: Snapshot, files: readonly SourceFile[]): readonly string[] {
  const found = universe.families.map((family) => unnamedAddresses(files, family)[0]);
  return found.every((one) => one !== undefined) ? found : [];
}

/** A pod that no rule names, in a namespace that none does. */
function strangerFile(ip: string): SourceFile {
  const metadata = { name: 'nobody', namespace: 'nowhere' };
  const spec = { containers: [{ name: 'c', image: 'img' }] };
  const pod: Manifest = { apiVersion: 'v1', kind: 'Pod', metadata, spec, status: { podIP: ip, podIPs: [{ ip }] } };
  return { path: 'stranger.yaml', text: yamlDocuments([pod]) };
}

interface Point {
  readonly protocol: string;
  readonly port?: number;
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

/** Ports that generated rules and containers name, and some beside them. */
const points: readonly Point[] = ['TCP', 'UDP', 'SCTP'].flatMap((protocol) =>
  [1, 22, 53, 67, 79, 80, 81, 443, 444, 6443, 8080, 8081, 9000, 65535].map((port) => ({ protocol, port })),
);

/** What Calico's rules may speak of beside ports. */
const beyond: readonly Point[] = [
  ...[8, 0, 3, 128, 77].flatMap((icmpType) => [0, 1].map((icmpCode) => ({ protocol: 'ICMP', icmpType, icmpCode }))),
  ...[8, 0, 3, 128, 77].flatMap((icmpType) => [0, 1].map((icmpCode) => ({ protocol: 'ICMPv6', icmpType, icmpCode }))),
  ...['47', '136', '200'].map((protocol) => ({ protocol })),
];

const counted = (ports: readonly ContainerPort[], all: readonly Point[]): readonly Point[] =>
  ports.length > 0 ? ports : all;

const best = (verdicts: readonly string[]): Verdict =>
  verdicts.includes('allowed') ? 'allowed' : verdicts.includes('unknown') ? 'unknown' : 'denied';

interface Subject {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly ports: readonly ContainerPort[];
  readonly workload: string;
}

/** Pods and templates, as probes name them. */
function subjectsOf({ cluster }: Snapshot): Subject[] {
  return cluster.endpoints.flatMap((endpoint): Subject[] => {
    const workload = cluster.workloads[endpoint.workload];
    if (!workload || endpoint.workload < 0) return [];
    const name = endpoint.id.startsWith('pod:') ? endpoint.id.slice(4) : workload.id.slice('workload:'.length);
    return [{ name, endpoint, ports: workload.ports, workload: workload.id }];
  });
}

const postureOf = (snapshot: Snapshot, namespace: string): PostureNumbers | undefined =>
  clusterPosture(snapshot).namespaces.find(({ name }) => name === namespace);

/** The engine's word on each pod's own end of a flow with a stranger that is in the manifests. */
function countStances(plain: Snapshot, files: readonly SourceFile[], options: EngineOptions): void {
  const [address, outside] = unnamedAddresses(files, plain.universe.families[0] ?? 4);
  fc.pre(plain.universe.families.length === 1 && address !== undefined && outside !== undefined);
  const snapshot = createSnapshot([...files, strangerFile(address ?? '')], options);
  const { matrix, universe, table } = snapshot;
  const point = unnamedPoint(plain);
  const stranger =
    universe.classOf[snapshot.cluster.endpoints.findIndex(({ id }) => id === 'pod:nowhere/nobody')] ?? -1;
  const parsed = parseAddress(outside ?? '');
  const column = parsed
    ? universe.classes.length + (universe.space.columnOf[universe.space.atoms.atomOf(parsed)] ?? 0)
    : -1;
  for (const { name } of plain.cluster.namespaces) {
    for (const direction of DIRECTIONS) {
      const counts = { closed: 0, undecided: 0 };
      for (const [index, endpoint] of snapshot.cluster.endpoints.entries()) {
        const own = universe.classOf[index] ?? -1;
        if (endpoint.namespace !== name || universe.hostNetwork.has(own)) continue;
        const said = [stranger, column].map((other) => matrix.end(direction, own, other));
        const isOpen = said.some(({ allowed }) => contains(table.set(allowed), point));
        const isPerhaps = said.some(({ unknown }) => contains(table.set(unknown), point));
        if (!isOpen) counts[isPerhaps ? 'undecided' : 'closed'] += endpoint.count;
      }
      const { closed, undecided } = postureOf(plain, name)?.[direction] ?? {};
      expect({ name, direction, closed, undecided }).toEqual({ name, direction, ...counts });
    }
  }
}

const optionsOfCalico = (reading: Partial<EngineOptions>): EngineOptions => ({ ...defaultOptions, ...reading });

describe('default deny by effect', () => {
  it('is what a stranger meets that is added under Kubernetes', { timeout: timeFor(30) }, () => {
    fc.assert(
      fc.property(clusterArbitrary, (generated) => {
        const files = filesOf(generated);
        countStances(snapshotOf(generated, files), files, optionsOf(generated));
      }),
      runs(40),
    );
  });

  it('is what a stranger meets that is added under Calico', { timeout: timeFor(30) }, () => {
    fc.assert(
      fc.property(calicoClusterArbitrary, (generated) => {
        const files = calicoFiles(generated);
        const options = optionsOfCalico(generated.reading);
        countStances(createSnapshot(files, options), files, options);
      }),
      runs(40),
    );
  });
});

type Judge = (src: string, dst: string, point: Point) => { readonly exact: string; readonly coarse: string };

/** Between the two readings of a missing fact lies what the engine may say. */
function expectBetween(what: readonly unknown[], found: number | undefined, exact: number, coarse: number): void {
  expect([...what, found === undefined || found < Math.min(exact, coarse) || found > Math.max(exact, coarse)]).toEqual([
    ...what,
    false,
  ]);
}

const allowedOf = (verdicts: readonly ReturnType<Judge>[], reading: 'exact' | 'coarse'): number =>
  best(verdicts.map((verdict) => verdict[reading])) === 'allowed' ? 1 : 0;

/** Pods that may be reached from the Internet, and that may reach it, one by one. */
function countInternet(snapshot: Snapshot, outsides: readonly string[], judge: Judge): void {
  const subjects = subjectsOf(snapshot);
  const all = snapshot.beyondPorts ? [...points, ...beyond] : points;
  for (const { name: namespace } of snapshot.cluster.namespaces) {
    const sums = { from: { exact: 0, coarse: 0 }, to: { exact: 0, coarse: 0 } };
    for (const { name, endpoint, ports } of subjects.filter((one) => one.endpoint.namespace === namespace)) {
      const into = outsides.flatMap((outside) => counted(ports, all).map((point) => judge(outside, name, point)));
      const out = outsides.flatMap((outside) => all.map((point) => judge(name, outside, point)));
      for (const reading of ['exact', 'coarse'] as const) {
        sums.from[reading] += allowedOf(into, reading) * endpoint.count;
        sums.to[reading] += allowedOf(out, reading) * endpoint.count;
      }
    }
    const found = postureOf(snapshot, namespace);
    expectBetween([namespace, 'from', sums.from], found?.fromInternet.allowed, sums.from.exact, sums.from.coarse);
    expectBetween([namespace, 'to', sums.to], found?.toInternet.allowed, sums.to.exact, sums.to.coarse);
  }
}

/** Pairs of workloads in different namespaces, one by one. */
function countCrossing(snapshot: Snapshot, judge: Judge): void {
  const sums = { pairs: 0, exact: 0, coarse: 0 };
  const byWorkload = groupBy(subjectsOf(snapshot), ({ workload }) => workload);
  for (const sources of byWorkload.values()) {
    for (const targets of byWorkload.values()) {
      if (sources[0]?.endpoint.namespace === targets[0]?.endpoint.namespace) continue;
      sums.pairs++;
      const verdicts = sources.flatMap((src) =>
        targets.flatMap((dst) => counted(dst.ports, points).map((point) => judge(src.name, dst.name, point))),
      );
      sums.exact += allowedOf(verdicts, 'exact');
      sums.coarse += allowedOf(verdicts, 'coarse');
    }
  }
  const { own } = clusterPosture(snapshot).totals;
  expect(own.fromOthers.pairs).toBe(sums.pairs);
  expect(own.toOthers).toEqual(own.fromOthers);
  expectBetween(['crossing', sums], own.fromOthers.allowed, sums.exact, sums.coarse);
}

/** Everything about pods that the naive evaluator and a generated cluster can say of it. */
function countNaively(generated: GeneratedCluster): void {
  const files = filesOf(generated);
  const snapshot = snapshotOf(generated, files);
  const outsides = unnamedOfEach(snapshot, files);
  fc.pre(outsides.length > 0 && !generated.objects.some(({ spec }) => JSON.stringify(spec)?.includes('"replicas":0')));
  const judge = naiveJudge(decodeFiles(files), { ...generated, semantics: 'kubernetes' });
  const asked: Judge = (src, dst, point) =>
    judge({ src, dst, port: point.port ?? 0, protocol: point.protocol as 'TCP' });
  countInternet(snapshot, outsides, asked);
  countCrossing(snapshot, asked);
}

describe('what may be reached', () => {
  it('is counted as the naive evaluator judges pod by pod', { timeout: timeFor(60) }, () => {
    fc.assert(fc.property(clusterArbitrary, countNaively), runs(20));
  });

  it('is counted under Calico as it is judged flow by flow', { timeout: timeFor(60) }, () => {
    fc.assert(
      fc.property(calicoClusterArbitrary, (generated) => {
        const files = calicoFiles(generated);
        const snapshot = createSnapshot(files, optionsOfCalico(generated.reading));
        const outsides = unnamedOfEach(snapshot, files);
        fc.pre(outsides.length > 0);
        const judge = naiveCalicoJudge(decodeFiles(files), generated.reading);
        countInternet(snapshot, outsides, (src, dst, point) => {
          // Where facts are missing, or pods have no address of a family in use, the naive evaluator does not say.
          const isOne = snapshot.universe.families.length === 1;
          const naive = isOne ? judge({ src, dst, ...point }) : 'unknown';
          const engine = naive === 'unknown' ? String(judgeFlow(snapshot, { src, dst, ...point })) : naive;
          return { exact: engine, coarse: engine };
        });
      }),
      runs(30),
    );
  });

  it('never says more than there is', { timeout: timeFor(20) }, () => {
    fc.assert(
      fc.property(clusterArbitrary, (generated) => {
        for (const numbers of clusterPosture(snapshotOf(generated)).namespaces) {
          const governable = numbers.pods - numbers.onHost;
          for (const direction of DIRECTIONS) {
            const { governed, closed, undecided } = numbers[direction];
            expect(closed).toBeLessThanOrEqual(governed);
            expect(governed).toBeLessThanOrEqual(governable);
            expect(closed + undecided).toBeLessThanOrEqual(governable);
          }
          for (const exposure of [numbers.fromInternet, numbers.toInternet]) {
            expect(exposure.everyPort).toBeLessThanOrEqual(exposure.allowed);
            expect(exposure.allowed + exposure.unknown).toBeLessThanOrEqual(numbers.pods);
          }
          const { allowed, unknown, pairs } = numbers.fromOthers;
          expect(allowed + unknown).toBeLessThanOrEqual(pairs);
        }
      }),
      runs(30),
    );
  });
});

it('a port that nobody names is chosen', () => {
  const files = [{ path: 'a.yaml', text: '' }];
  const point = unnamedPoint(createSnapshot(files, defaultOptions));
  expect(rangesOf([point, point + 1])).toEqual([{ protocol: 'TCP', from: 65535, to: 65535 }]);
});
