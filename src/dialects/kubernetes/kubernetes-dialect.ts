// The dialect of networking.k8s.io: additive policies that isolate the pods they select.
import type { Dialect } from '../dialect.ts';
import { networkPolicy } from './network-policy.ts';

/** Calico evaluates Kubernetes policies in its tier `default`, at order 1000; on its own the tier is the only one. */
export const KUBERNETES_TIER = 'default';

export const kubernetesDialect: Dialect = {
  id: 'kubernetes',
  tiers: [
    {
      name: KUBERNETES_TIER,
      order: 1_000_000,
      unmatched: 'deny',
      // Kubernetes API, NetworkPolicySpec: a selected pod is isolated, and traffic is allowed only if some rule matches it.
      unmatchedReason: '{policies} selects {endpoint}, and no rule allows the flow',
    },
  ],
  kinds: [networkPolicy],
};
