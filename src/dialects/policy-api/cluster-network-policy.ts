// policy.networking.k8s.io/v1alpha2 ClusterNetworkPolicy: one kind for the tiers Admin and Baseline.
import type { PolicyKind } from '../dialect.ts';
import { compileAdminPolicy } from './compile-admin-policy.ts';
import { clusterPlacing } from './place-admin-policy.ts';
import { adminPolicyWriter } from './write-admin-policy.ts';

export const clusterNetworkPolicy: PolicyKind = {
  kind: 'ClusterNetworkPolicy',
  writer: adminPolicyWriter,
  semantics: ['kubernetes', 'calico-3.32', 'calico-enterprise'],
  placing: clusterPlacing,
  compile: (resource, context) =>
    resource.kind === 'ClusterNetworkPolicy'
      ? [compileAdminPolicy(resource, resource.spec.tier === 'Admin' ? 'kube-admin' : 'kube-baseline', context)]
      : [],
};
