// policy.networking.k8s.io/v1alpha1 BaselineAdminNetworkPolicy: what holds where no NetworkPolicy isolates a pod.
import type { PolicyKind } from '../dialect.ts';
import { compileAdminPolicy } from './compile-admin-policy.ts';
import { adminPolicyWriter } from './write-admin-policy.ts';

export const baselineAdminNetworkPolicy: PolicyKind = {
  kind: 'BaselineAdminNetworkPolicy',
  writer: adminPolicyWriter,
  semantics: ['kubernetes', 'calico-3.31'],
  placing: 'There is only one BaselineAdminNetworkPolicy, and it has no priority',
  compile: (resource, context) =>
    resource.kind === 'BaselineAdminNetworkPolicy'
      ? [compileAdminPolicy(resource, 'baselineadminnetworkpolicy', context)]
      : [],
};
