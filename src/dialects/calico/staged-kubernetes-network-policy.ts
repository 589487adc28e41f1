// projectcalico.org/v3 StagedKubernetesNetworkPolicy: a NetworkPolicy of networking.k8s.io that is only previewed.
import type { PolicyKind } from '../dialect.ts';
import { compileNetworkPolicy } from '../kubernetes/compile-network-policy.ts';
import { KUBERNETES_PLACE } from '../kubernetes/kubernetes-place.ts';
import { networkPolicyWriter } from '../kubernetes/write-network-policy.ts';
import { CALICO_SEMANTICS } from './stages.ts';
import { tieBreak } from './tie-break.ts';

export const stagedKubernetesNetworkPolicy: PolicyKind = {
  kind: 'StagedKubernetesNetworkPolicy',
  writer: networkPolicyWriter,
  semantics: CALICO_SEMANTICS,
  placing: KUBERNETES_PLACE,
  compile: (resource, context) => {
    if (resource.kind !== 'StagedKubernetesNetworkPolicy') return [];
    const policy = compileNetworkPolicy(resource, context.semantics);
    if (context.pending === 'promoted') return [{ ...policy, staged: true }];
    const { kind, meta } = resource;
    const { namespace, name } = meta;
    return [
      {
        ...policy,
        id: `${kind}/${namespace}/${name}`,
        kind,
        tieBreak: tieBreak({ kind, namespace, name, tier: policy.tier }, context.semantics),
        staged: true,
      },
    ];
  },
};
