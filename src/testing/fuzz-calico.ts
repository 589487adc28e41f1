// Looks for a cluster under Calico on which the engine and the naive evaluator disagree, batch after batch (`npm run fuzz`).
import fc from 'fast-check';
import { expectCalicoAgreement } from './calico-agreement.ts';
import { calicoClusterArbitrary } from './generate-calico-cluster.ts';

export interface FuzzBatch {
  readonly clusters: number;
  readonly probes: number;
  /** The smallest counterexample found: the flow, both verdicts, the manifests. */
  readonly failure: string | undefined;
}

/** `runs` clusters from `seed`; stops at the first disagreement and makes it small. */
export function fuzzCalico(runs: number, seed: number): FuzzBatch {
  let clusters = 0;
  let probes = 0;
  const property = fc.property(calicoClusterArbitrary, (generated) => {
    probes += expectCalicoAgreement(generated).length;
    clusters++;
  });
  const { failed, errorInstance } = fc.check(property, { numRuns: runs, seed });
  const failure = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  return { clusters, probes, failure: failed ? failure : undefined };
}
