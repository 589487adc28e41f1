// StagedNetworkPolicy (projectcalico.org/v3): a NetworkPolicy of Calico that is not enforced yet.
import { CALICO, policyNameErrors } from '../calico-kind.ts';
import { readPolicySpec } from '../calico-policy.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { readStagedAction } from '../staged-action.ts';

export const stagedNetworkPolicyKind: ResourceKind = {
  ...CALICO,
  kind: 'StagedNetworkPolicy',
  namespaced: true,
  nameErrors: policyNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and a preview is without it',
  decode(root, header) {
    const { spec, fields } = readPolicySpec(root, header, 'namespaced', ['stagedAction']);
    const stagedAction = readStagedAction(fields, ['tier']);
    const { enterpriseFields } = root.field.context;
    return { kind: 'StagedNetworkPolicy', ...header, spec, stagedAction, enterpriseFields };
  },
};
