// policy.networking.k8s.io/v1alpha1 AdminNetworkPolicy: rules an administrator puts above every NetworkPolicy.
import type { PolicyKind } from '../dialect.ts';
import { compileAdminPolicy } from './compile-admin-policy.ts';
import { adminPlacing } from './place-admin-policy.ts';
import { adminPolicyWriter } from './write-admin-policy.ts';

export const adminNetworkPolicy: PolicyKind = {
  kind: 'AdminNetworkPolicy',
  writer: adminPolicyWriter,
  // Calico 3.32 replaced it by ClusterNetworkPolicy.
  semantics: ['kubernetes', 'calico-3.31'],
  placing: adminPlacing,
  compile: (resource, context) =>
    resource.kind === 'AdminNetworkPolicy' ? [compileAdminPolicy(resource, 'adminnetworkpolicy', context)] : [],
};
