// StagedKubernetesNetworkPolicy (projectcalico.org/v3): a NetworkPolicy of Kubernetes that is not enforced yet.
import { CALICO, calicoNameErrors } from '../calico-kind.ts';
import { readNetworkPolicySpec } from '../network-policy-spec.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { readStagedAction } from '../staged-action.ts';

export const stagedKubernetesNetworkPolicyKind: ResourceKind = {
  ...CALICO,
  kind: 'StagedKubernetesNetworkPolicy',
  namespaced: true,
  nameErrors: calicoNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and a preview is without it',
  decode(root, header) {
    const { spec, fields } = readNetworkPolicySpec(root, header, ['stagedAction']);
    return { kind: 'StagedKubernetesNetworkPolicy', ...header, spec, stagedAction: readStagedAction(fields, []) };
  },
};
