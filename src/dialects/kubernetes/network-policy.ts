// networking.k8s.io/v1 NetworkPolicy: each policy allows; pods that any policy selects are isolated in its directions.
import type { PolicyKind } from '../dialect.ts';
import { compileNetworkPolicy } from './compile-network-policy.ts';
import { KUBERNETES_PLACE } from './kubernetes-place.ts';
import { networkPolicyWriter } from './write-network-policy.ts';

export const networkPolicy: PolicyKind = {
  kind: 'NetworkPolicy',
  isApart: true,
  placing: KUBERNETES_PLACE,
  writer: networkPolicyWriter,
  compile: (resource, { semantics }) =>
    resource.kind === 'NetworkPolicy' ? [compileNetworkPolicy(resource, semantics)] : [],
};
