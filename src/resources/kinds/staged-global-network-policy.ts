// StagedGlobalNetworkPolicy (projectcalico.org/v3): a GlobalNetworkPolicy that is not enforced yet.
import { CALICO, globalPolicyNameErrors } from '../calico-kind.ts';
import { readPolicySpec } from '../calico-policy.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { readStagedAction } from '../staged-action.ts';

export const stagedGlobalNetworkPolicyKind: ResourceKind = {
  ...CALICO,
  kind: 'StagedGlobalNetworkPolicy',
  namespaced: false,
  nameErrors: globalPolicyNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and a preview is without it',
  decode(root, header) {
    const { spec, fields } = readPolicySpec(root, header, 'global', ['stagedAction']);
    const stagedAction = readStagedAction(fields, ['tier']);
    const { enterpriseFields } = root.field.context;
    return { kind: 'StagedGlobalNetworkPolicy', ...header, spec, stagedAction, enterpriseFields };
  },
};
