// What the engine's larger answers owe to its verdicts on single flows: flow lists, diffs and explanations, on any cluster.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectivity } from '../engine/connectivity.ts';
import { diffSnapshots } from '../engine/diff-snapshots.ts';
import { explain } from '../engine/explain.ts';
import type { DirectionTrace, Explanation, TraceStep } from '../engine/explanation.ts';
import type { FlipRow, FlowRow } from '../engine/results.ts';
import { createSnapshotCache, type Snapshot } from '../engine/snapshot.ts';
import { clusterArbitrary, clusterArbitraryOf, filesOf, type GeneratedCluster } from './generate-cluster.ts';
import { policyManifest, policySpecArbitrary } from './generate-policy.ts';
import { engineVerdict, probesOf, probeText, snapshotOf } from './judged-cluster.ts';
import type { NaiveProbe } from './naive-evaluator.ts';
import { runs, timeFor } from './property-runs.ts';
import { type YamlValue, yamlText } from './yaml-text.ts';

const everyVerdict = ['allowed', 'denied', 'unknown'] as const;

/** `workload:NS/Kind/NAME` of each pod and workload that takes part, by the name that probes use. */
function nodeIdsOf(generated: GeneratedCluster): Map<string, string> {
  const entries = generated.objects.flatMap((object): [string, string][] => {
    const { name, namespace = 'default' } = object.metadata as { name: string; namespace?: string };
    const phase = (object.status as { phase?: string } | undefined)?.phase;
    const isAway = object.kind === 'Namespace' || object.kind === 'Node' || phase === 'Succeeded' || phase === 'Failed';
    return isAway ? [] : [[`${namespace}/${name}`, `workload:${namespace}/${object.kind}/${name}`]];
  });
  return new Map(entries);
}

function coversPort(row: FlowRow, { protocol, port }: NaiveProbe): boolean {
  if (row.protocol !== protocol) return false;
  if (row.ports === 'all') return true;
  return row.ports.split(',').some((part) => {
    const [first, last = first] = part.split('-').map(Number);
    return first !== undefined && last !== undefined && port >= first && port <= last;
  });
}

/** Rows by `SRC->DST`, to find those of a probe. */
function byPair<Row extends FlowRow>(rows: readonly Row[]): Map<string, Row[]> {
  const pairs = new Map<string, Row[]>();
  for (const row of rows) pairs.set(`${row.src}->${row.dst}`, [...(pairs.get(`${row.src}->${row.dst}`) ?? []), row]);
  return pairs;
}

/** Probes between two different workloads, each with the rows that speak of it. */
function* probesWithRows<Row extends FlowRow>(
  generated: GeneratedCluster,
  rows: readonly Row[],
): Generator<[NaiveProbe, Row[]]> {
  const ids = nodeIdsOf(generated);
  const pairs = byPair(rows);
  for (const probe of probesOf([...ids.keys()])) {
    if (probe.src === probe.dst) continue;
    const found = pairs.get(`${ids.get(probe.src)}->${ids.get(probe.dst)}`) ?? [];
    yield [probe, found.filter((row) => coversPort(row, probe))];
  }
}

describe('connectivity', () => {
  it('says of each flow once what judgeFlow says', { timeout: timeFor(30) }, () => {
    fc.assert(
      fc.property(clusterArbitrary, (generated) => {
        const snapshot = snapshotOf(generated);
        const rows = connectivity(snapshot, { ports: 'all', verdicts: everyVerdict });
        for (const [probe, found] of probesWithRows(generated, rows)) {
          expect([probeText(probe), ...found.map(({ verdict }) => verdict)]).toEqual([
            probeText(probe),
            engineVerdict(snapshot, probe),
          ]);
        }
        expect(structuredClone(rows)).toEqual(rows);
      }),
      runs(30),
    );
  });
});

/** Two clusters that differ by their policies, or by some objects as well. */
const pairArbitrary = fc.tuple(clusterArbitrary, clusterArbitrary, fc.boolean()).map(([base, other, sameObjects]) => {
  const head = {
    ...other,
    objects: sameObjects ? base.objects : [...base.objects.slice(1), ...other.objects.slice(0, 1)],
  };
  return { base, head: { ...head, podCIDRs: base.podCIDRs, endpoints: base.endpoints } };
});

function snapshotsOf({ base, head }: { base: GeneratedCluster; head: GeneratedCluster }): [Snapshot, Snapshot] {
  const cache = createSnapshotCache();
  return [snapshotOf(base, filesOf(base), cache), snapshotOf(head, filesOf(head), cache)];
}

/** A flip as seen from the other side: only what tells it, not the missing fact's words. */
const flipKey = ({ src, dst, protocol, ports, was, verdict }: FlipRow, reversed = false): string =>
  [src, dst, protocol, ports, reversed ? `${verdict}>${was}` : `${was}>${verdict}`].join(' ');

describe('diffSnapshots', () => {
  it('finds nothing between a snapshot and its copy', { timeout: timeFor(20) }, () => {
    fc.assert(
      fc.property(clusterArbitrary, (generated) => {
        const diff = diffSnapshots(...snapshotsOf({ base: generated, head: generated }), 'all');
        expect(diff.flips).toEqual([]);
        expect(diff.impact).toEqual({ opened: 0, closed: 0, unknown: 0 });
      }),
      runs(20),
    );
  });

  it('finds the same flips backwards', { timeout: timeFor(30) }, () => {
    fc.assert(
      fc.property(pairArbitrary, (pair) => {
        const [base, head] = snapshotsOf(pair);
        const forth = diffSnapshots(base, head, 'all');
        const back = diffSnapshots(head, base, 'all');
        const reversed = back.flips.map((flip) => flipKey(flip, true));
        expect(forth.flips.map((flip) => flipKey(flip)).sort()).toEqual(reversed.sort());
        expect(forth.impact).toEqual({ ...back.impact, opened: back.impact.closed, closed: back.impact.opened });
        expect(structuredClone(forth.flips)).toEqual(forth.flips);
      }),
      runs(30),
    );
  });

  it('lists exactly the flows whose verdict differs', { timeout: timeFor(30) }, () => {
    fc.assert(
      fc.property(pairArbitrary, (pair) => {
        const [base, head] = snapshotsOf(pair);
        const { flips } = diffSnapshots(base, head, 'all');
        const inBoth = {
          ...pair.base,
          objects: pair.base.objects.filter((object) => pair.head.objects.includes(object)),
        };
        for (const [probe, found] of probesWithRows(inBoth, flips)) {
          const was = engineVerdict(base, probe);
          const now = engineVerdict(head, probe);
          const expected = was === now ? [] : [`${was}>${now}`];
          const text = probeText(probe);
          expect([text, ...found.map((flip) => `${flip.was}>${flip.verdict}`)]).toEqual([text, ...expected]);
        }
      }),
      runs(30),
    );
  });
});

interface NamedRule {
  readonly position: number;
  readonly spec: Readonly<Record<string, YamlValue>>;
  readonly rule: YamlValue;
  readonly number: number;
}

/** The rule that a trace's step names, with its policy's spec and place in the cluster. */
function ruleOf(generated: GeneratedCluster, step: TraceStep, direction: 'ingress' | 'egress'): NamedRule {
  const position = generated.policies.findIndex((policy) => {
    const { name, namespace = 'default' } = policy.metadata as { name: string; namespace?: string };
    return step.policy?.name === name && step.policy.namespace === namespace;
  });
  const spec = generated.policies[position]?.spec as Record<string, YamlValue>;
  const number = step.rule ?? 0;
  const rule = (spec?.[direction] as YamlValue[])?.[number - 1];
  if (rule === undefined) throw new Error(`no rule ${number} in ${step.policy?.id}`);
  return { position, spec, rule, number };
}

/** The same cluster where the step's policy has lost the rule, and still governs both directions that it governed. */
function withoutRule(generated: GeneratedCluster, step: TraceStep, direction: 'ingress' | 'egress'): GeneratedCluster {
  const { position, spec, number } = ruleOf(generated, step, direction);
  const rules = spec[direction] as YamlValue[];
  const hasTypes = Array.isArray(spec.policyTypes) && spec.policyTypes.length > 0;
  const hasEgress = Array.isArray(spec.egress) && spec.egress.length > 0;
  const policyTypes = hasTypes ? spec.policyTypes : hasEgress ? ['Ingress', 'Egress'] : ['Ingress'];
  const changed = { ...spec, policyTypes, [direction]: rules.filter((_, index) => index !== number - 1) };
  const policies = generated.policies.map((policy, index) =>
    index === position ? ({ ...policy, spec: changed } as typeof policy) : policy,
  );
  return { ...generated, policies };
}

function decidingStep(trace: DirectionTrace): TraceStep {
  const step = trace.steps[trace.deciding];
  if (!step) throw new Error(`no step ${trace.deciding} in ${trace.chain}`);
  return step;
}

function explainProbe(snapshot: Snapshot, { src, dst, protocol, port }: NaiveProbe): Explanation | undefined {
  const answer = explain(snapshot, { from: src, to: dst, protocol, port });
  return 'error' in answer ? undefined : answer;
}

const openness = { allowed: 2, unknown: 1, denied: 0 } as const;

function hasOneFamily({ mode, policies }: GeneratedCluster): boolean {
  const text = JSON.stringify(policies);
  if (mode === 'dual') return false;
  return mode === 'ipv4' ? !/:[0-9a-f:]*\/\d/.test(text) : !/\.\d+\/\d/.test(text);
}

/** One flow of one cluster, with at least one end in it. */
const flowArbitrary = fc.oneof(clusterArbitrary, clusterArbitraryOf('dual')).chain((generated) => {
  const isInside = (name: string): boolean => name.includes('/');
  const probes = probesOf(generated.endpoints).filter(({ src, dst }) => isInside(src) || isInside(dst));
  return fc.record({ generated: fc.constant(generated), probes: fc.subarray(probes, { minLength: 1, maxLength: 40 }) });
});

function forEachExplanation(
  check: (explanation: Explanation, generated: GeneratedCluster, probe: NaiveProbe, snapshot: Snapshot) => void,
  count: number,
): void {
  fc.assert(
    fc.property(flowArbitrary, ({ generated, probes }) => {
      const snapshot = snapshotOf(generated);
      for (const probe of probes) {
        const explanation = explainProbe(snapshot, probe);
        if (explanation) check(explanation, generated, probe, snapshot);
        else expect(engineVerdict(snapshot, probe)).toBe('no-such-endpoint');
      }
    }),
    runs(count),
  );
}

const withoutSpace = (text: string): string => text.replace(/\s/g, '');

describe('explain', () => {
  it('gives judgeFlow’s verdict, which neither end exceeds', { timeout: timeFor(30) }, () => {
    forEachExplanation((explanation, generated, probe, snapshot) => {
      const { egress, ingress, verdict } = explanation;
      expect(verdict).toBe(engineVerdict(snapshot, probe));
      const lesser = Math.min(openness[egress.verdict], openness[ingress.verdict]);
      // Two ends that allow different families allow no flow together.
      if (hasOneFamily(generated)) expect(openness[verdict]).toBe(lesser);
      else expect(openness[verdict]).toBeLessThanOrEqual(lesser);
      expect(structuredClone(explanation)).toEqual(explanation);
    }, 30);
  });

  it('names a missing fact exactly where the verdict is unknown', { timeout: timeFor(30) }, () => {
    forEachExplanation(({ missing, verdict }, _, probe) => {
      expect([probeText(probe), verdict, missing.length > 0]).toEqual([
        probeText(probe),
        verdict,
        verdict === 'unknown',
      ]);
    }, 30);
  });

  it('points at the very rule that decides', { timeout: timeFor(30) }, () => {
    forEachExplanation((explanation, generated) => {
      const files = new Map(filesOf(generated).map((file) => [file.path, file.text]));
      for (const trace of [explanation.egress, explanation.ingress]) {
        const step = decidingStep(trace);
        if (step.rule === undefined) continue;
        const { rule } = ruleOf(generated, step, trace.direction);
        const { location } = step;
        if (!location) throw new Error(`a deciding rule without a place: ${trace.chain}`);
        const text = files.get(location.file)?.slice(location.start, location.end) ?? '';
        expect(withoutSpace(text)).toBe(withoutSpace(yamlText(rule)));
      }
    }, 30);
  });

  it('names a rule without which the flow is not allowed, or allowed by another', { timeout: timeFor(30) }, () => {
    forEachExplanation((explanation, generated, probe) => {
      for (const trace of [explanation.egress, explanation.ingress]) {
        const step = decidingStep(trace);
        if (step.outcome !== 'allow') continue;
        const without = withoutRule(generated, step, trace.direction);
        const after = explainProbe(snapshotOf(without), probe)?.[trace.direction];
        if (!after) throw new Error(`${probeText(probe)} lost its ends with a rule`);
        const next = decidingStep(after);
        if (after.verdict === 'allowed') {
          expect(next.outcome).toBe('allow');
          const { rule: was } = ruleOf(generated, step, trace.direction);
          expect(ruleOf(without, next, trace.direction).rule).not.toBe(was);
        } else expect(next.outcome).not.toBe('allow');
      }
    }, 30);
  });
});

describe('a policy that is added and taken away', () => {
  it('leaves no trace', { timeout: timeFor(20) }, () => {
    const added = fc.record({ generated: clusterArbitrary, spec: policySpecArbitrary('ipv4') });
    fc.assert(
      fc.property(added, ({ generated, spec }) => {
        const more = { ...generated, policies: [...generated.policies, policyManifest('shop', 'added', spec)] };
        const cache = createSnapshotCache();
        const [base, , again] = [generated, more, generated].map((one) => snapshotOf(one, filesOf(one), cache));
        if (!base || !again) throw new Error('no snapshot');
        expect(diffSnapshots(base, again, 'all').flips).toEqual([]);
      }),
      runs(20),
    );
  });
});
