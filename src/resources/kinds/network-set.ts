// NetworkSet (projectcalico.org/v3): labelled addresses that policies of a namespace can select.
import { CALICO, calicoNameErrors } from '../calico-kind.ts';
import { readNetworkSet } from '../network-set-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';

export const networkSetKind: ResourceKind = {
  ...CALICO,
  kind: 'NetworkSet',
  namespaced: true,
  nameErrors: calicoNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and no selector finds its addresses',
  decode(root, header) {
    return { kind: 'NetworkSet', ...header, ...readNetworkSet(root) };
  },
};
