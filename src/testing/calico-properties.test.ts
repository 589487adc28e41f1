// The engine agrees with the naive evaluator on every flow of any cluster under Calico.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectCalicoAgreement } from './calico-agreement.ts';
import { decodeFiles } from './decode-files.ts';
import { calicoClusterArbitrary, calicoFiles } from './generate-calico-cluster.ts';
import { naiveCalicoJudge } from './naive-calico-evaluator.ts';
import { runs, timeFor } from './property-runs.ts';

describe('clusters under Calico', () => {
  it('are judged by the engine as by the naive evaluator', { timeout: timeFor(180) }, () => {
    fc.assert(
      fc.property(calicoClusterArbitrary, (generated) => void expectCalicoAgreement(generated)),
      runs(2000),
    );
  });

  it('have flows that are allowed and flows that are denied', { timeout: timeFor(60) }, () => {
    const clusters = fc.sample(calicoClusterArbitrary, runs(200));
    const counts = { allowed: 0, denied: 0, unknown: 0, 'no-such-endpoint': 0 };
    let mixed = 0;
    for (const generated of clusters) {
      const judge = naiveCalicoJudge(decodeFiles(calicoFiles(generated)), generated.reading);
      const verdicts = generated.probes.map(judge);
      for (const verdict of verdicts) counts[verdict]++;
      if (verdicts.includes('allowed') && verdicts.includes('denied')) mixed++;
    }
    const judged = counts.allowed + counts.denied;
    expect(counts.allowed / judged).toBeGreaterThan(0.3);
    expect(counts.denied / judged).toBeGreaterThan(0.25);
    expect(mixed / clusters.length).toBeGreaterThan(0.7);
  });
});
