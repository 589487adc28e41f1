// GlobalNetworkPolicy (projectcalico.org/v3): ordered rules for pods of all namespaces and for hosts.
import { CALICO, globalPolicyNameErrors } from '../calico-kind.ts';
import { readPolicySpec } from '../calico-policy.ts';
import type { ResourceKind } from '../resource-kind.ts';

export const globalNetworkPolicyKind: ResourceKind = {
  ...CALICO,
  kind: 'GlobalNetworkPolicy',
  namespaced: false,
  nameErrors: globalPolicyNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent: its rules decide nothing, its denies included',
  decode(root, header) {
    const { spec } = readPolicySpec(root, header, 'global');
    const { enterpriseFields } = root.field.context;
    return { kind: 'GlobalNetworkPolicy', ...header, spec, enterpriseFields };
  },
};
