// What holds for the engine on any cluster: it agrees with the naive evaluator, and with itself however the input is put.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSnapshotCache } from '../engine/snapshot.ts';
import { decodeFiles } from './decode-files.ts';
import {
  administeredArbitraryOf,
  clusterArbitrary,
  clusterArbitraryOf,
  filesOf,
  type GeneratedCluster,
} from './generate-cluster.ts';
import { policyManifest, policySpecArbitrary } from './generate-policy.ts';
import { clusterText, engineVerdict, probesOf, probeText, snapshotOf } from './judged-cluster.ts';
import { naiveJudge } from './naive-evaluator.ts';
import { runs, timeFor } from './property-runs.ts';
import { yamlDocuments } from './yaml-text.ts';

/** Throws with the first flow that the engine judges otherwise than the oracle allows. */
function expectAgreement(generated: GeneratedCluster): void {
  const files = filesOf(generated);
  const judge = naiveJudge(decodeFiles(files), { ...generated, semantics: 'kubernetes' });
  const snapshot = snapshotOf(generated, files);
  for (const probe of probesOf(generated.endpoints)) {
    const { exact, coarse } = judge(probe);
    const engine = engineVerdict(snapshot, probe);
    if (engine === exact || engine === coarse) continue;
    throw new Error(
      `${probeText(probe)}\nengine ${engine}, naive ${exact} (coarse ${coarse})\n${clusterText(generated, files)}`,
    );
  }
}

/** The verdict of every probe, by its text. */
function allVerdicts(generated: GeneratedCluster, files = filesOf(generated)): Record<string, string> {
  const snapshot = snapshotOf(generated, files);
  const entries = probesOf(generated.endpoints).map((probe) => [probeText(probe), engineVerdict(snapshot, probe)]);
  return Object.fromEntries(entries);
}

describe('the engine and the naive evaluator', () => {
  it('agree on every flow of any cluster', { timeout: timeFor(60) }, () => {
    fc.assert(fc.property(clusterArbitrary, expectAgreement), runs(60));
  });
  it('agree where pods have addresses of both families', { timeout: timeFor(30) }, () => {
    fc.assert(fc.property(clusterArbitraryOf('dual'), expectAgreement), runs(20));
  });
  it.each(['ipv4', 'dual'] as const)(
    'agree where policies of administrators surround the others (%s)',
    { timeout: timeFor(60) },
    (mode) => {
      fc.assert(fc.property(administeredArbitraryOf(mode), expectAgreement), runs(40));
    },
  );
});

const denyAll = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };

/** The same cluster with policies that isolate every pod of every namespace in both directions. */
function isolated(generated: GeneratedCluster): GeneratedCluster {
  const denials = ['default', 'shop', 'data'].map((namespace) => policyManifest(namespace, 'deny-all', denyAll));
  return { ...generated, policies: [...generated.policies, ...denials] };
}

describe('verdicts', () => {
  it('depend neither on the order of objects nor on how they are split into files', { timeout: timeFor(30) }, () => {
    const arranged = clusterArbitrary.chain((generated) => {
      const all = [...generated.objects, ...generated.policies];
      return fc.record({
        generated: fc.constant(generated),
        shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
        size: fc.integer({ min: 1, max: 4 }),
      });
    });
    fc.assert(
      fc.property(arranged, ({ generated, shuffled, size }) => {
        const starts = shuffled.map((_, position) => position).filter((position) => position % size === 0);
        const files = starts.map((start) => ({
          path: `part-${start}.yaml`,
          text: yamlDocuments(shuffled.slice(start, start + size)),
        }));
        expect(allVerdicts(generated, files)).toEqual(allVerdicts(generated));
      }),
      runs(40),
    );
  });

  it('do not depend on names', { timeout: timeFor(30) }, () => {
    // Label values, keys and kinds share no word with these names; the new ones sort the other way round.
    const renamed = (text: string): string =>
      text
        .replace(/\b(?:shop|data)\b(?=\/|"|$)/g, (name) => (name === 'shop' ? 'z-shop' : 'a-data'))
        .replace(/\b([pw])(\d+)\b/g, (_, letter: string, number: string) => `${letter}${9 - Number(number)}`)
        .replace(/\bnp-(\d+)\b/g, (_, number: string) => `np-${9 - Number(number)}`);
    fc.assert(
      fc.property(clusterArbitrary, (generated) => {
        const other: GeneratedCluster = {
          ...generated,
          objects: JSON.parse(renamed(JSON.stringify(generated.objects))),
          policies: JSON.parse(renamed(JSON.stringify(generated.policies))),
          endpoints: generated.endpoints.map(renamed),
        };
        expect(Object.values(allVerdicts(other))).toEqual(Object.values(allVerdicts(generated)));
      }),
      runs(40),
    );
  });

  it('never lose a flow to a policy that is added where every pod is isolated', { timeout: timeFor(30) }, () => {
    const openness = { denied: 0, unknown: 1, allowed: 2 } as Readonly<Record<string, number>>;
    const grown = fc.record({
      generated: clusterArbitrary.map(isolated),
      namespace: fc.constantFrom('default', 'shop', 'data'),
      spec: policySpecArbitrary('ipv4'),
    });
    fc.assert(
      fc.property(grown, ({ generated, namespace, spec }) => {
        const added = policyManifest(namespace, 'added', spec);
        const before = allVerdicts(generated);
        const after = allVerdicts({ ...generated, policies: [...generated.policies, added] });
        const lost = Object.keys(before).filter(
          (probe) => (openness[after[probe] ?? ''] ?? 0) < (openness[before[probe] ?? ''] ?? 0),
        );
        expect(lost).toEqual([]);
      }),
      runs(40),
    );
  });

  it('are denied between different pods where nothing but default denials is there', { timeout: timeFor(30) }, () => {
    fc.assert(
      fc.property(clusterArbitrary, (generated) => {
        const denials = isolated({ ...generated, policies: [] });
        const hostNames = new Set(
          denials.objects.filter((object) => JSON.stringify(object).includes('hostNetwork')).map(nameOf),
        );
        const pods = denials.endpoints.filter((name) => /\/[pw]\d$/.test(name) && !hostNames.has(name));
        const snapshot = snapshotOf(denials);
        const verdicts = probesOf(pods)
          .filter(({ src, dst }) => src !== dst)
          .map((probe) => engineVerdict(snapshot, probe))
          .filter((verdict) => verdict !== 'no-such-endpoint');
        expect(new Set(verdicts).size).toBeLessThanOrEqual(1);
        expect(verdicts[0] ?? 'denied').toBe('denied');
      }),
      runs(20),
    );
  });

  it('are the same with a cache that other snapshots used', { timeout: timeFor(30) }, () => {
    const cache = createSnapshotCache();
    fc.assert(
      fc.property(clusterArbitrary, (generated) => {
        const warm = snapshotOf(generated, filesOf(generated), cache);
        const cold = snapshotOf(generated);
        for (const probe of probesOf(generated.endpoints)) {
          expect(engineVerdict(warm, probe)).toBe(engineVerdict(cold, probe));
        }
      }),
      runs(30),
    );
  });
});

function nameOf(object: GeneratedCluster['objects'][number]): string {
  const metadata = object.metadata as { name: string; namespace?: string };
  return `${metadata.namespace ?? 'default'}/${metadata.name}`;
}
