// GlobalNetworkSet (projectcalico.org/v3): labelled addresses that global policies can select.
import { CALICO, calicoNameErrors } from '../calico-kind.ts';
import { readNetworkSet } from '../network-set-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';

export const globalNetworkSetKind: ResourceKind = {
  ...CALICO,
  kind: 'GlobalNetworkSet',
  namespaced: false,
  nameErrors: calicoNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and no selector finds its addresses',
  decode(root, header) {
    return { kind: 'GlobalNetworkSet', ...header, ...readNetworkSet(root) };
  },
};
