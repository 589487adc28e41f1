// Policy kinds that Sluice knows by name but does not evaluate: an answer without them must say so.

interface PolicyFamily {
  readonly groups: readonly string[];
  readonly kinds: readonly string[];
}

const UNEVALUATED: readonly PolicyFamily[] = [
  { groups: ['cilium.io'], kinds: ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'] },
  { groups: ['security.istio.io'], kinds: ['AuthorizationPolicy'] },
  { groups: ['crd.antrea.io'], kinds: ['NetworkPolicy', 'ClusterNetworkPolicy', 'Tier', 'Group', 'ClusterGroup'] },
  { groups: ['k8s.ovn.org'], kinds: ['EgressFirewall'] },
];

/** Whether objects of this kind decide about flows. A `…NetworkPolicy` of a group nobody here knows counts as one. */
export function isUnevaluatedPolicy(group: string, kind: string): boolean {
  return (
    kind.endsWith('NetworkPolicy') ||
    UNEVALUATED.some((family) => family.groups.includes(group) && family.kinds.includes(kind))
  );
}
