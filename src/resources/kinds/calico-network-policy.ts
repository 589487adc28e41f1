// NetworkPolicy of Calico (projectcalico.org/v3): ordered rules for the pods of a namespace.
import { CALICO, policyNameErrors } from '../calico-kind.ts';
import { readPolicySpec } from '../calico-policy.ts';
import type { ResourceKind } from '../resource-kind.ts';

export const calicoNetworkPolicyKind: ResourceKind = {
  ...CALICO,
  kind: 'CalicoNetworkPolicy',
  manifestKind: 'NetworkPolicy',
  namespaced: true,
  nameErrors: policyNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent: its rules decide nothing, its denies included',
  decode(root, header) {
    const { spec } = readPolicySpec(root, header, 'namespaced');
    const { enterpriseFields } = root.field.context;
    return { kind: 'CalicoNetworkPolicy', ...header, spec, enterpriseFields };
  },
};
