// The dialect of networking.k8s.io: additive policies that isolate the pods they select.
import type { Dialect } from '../dialect.ts';
import { KUBERNETES_TIER } from './compile-network-policy.ts';
import { networkPolicy } from './network-policy.ts';
import { writtenNetworkPolicy } from './written-network-policy.ts';

export const kubernetesDialect: Dialect = {
  id: 'kubernetes',
  tiers: () => [
    {
      name: KUBERNETES_TIER,
      order: 1_000_000,
      unmatched: 'deny',
      // Kubernetes API, NetworkPolicySpec: a selected pod is isolated, and traffic is allowed only if some rule matches it.
      unmatchedReason: '{policies} selects {endpoint} for {direction}, and no rule allows {flow}',
    },
  ],
  kinds: [networkPolicy],
  written: (object, _, semantics) => writtenNetworkPolicy(object, semantics),
};
