// Profile (projectcalico.org/v3): rules that decide when no policy has, and labels for whom it belongs to.
import { CALICO, calicoNameErrors } from '../calico-kind.ts';
import { readCalicoRules } from '../calico-rule.ts';
import { readLabels } from '../labels.ts';
import { readMap } from '../map-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';

const SPEC = new Set(['ingress', 'egress', 'labelsToApply']);

export const profileKind: ResourceKind = {
  ...CALICO,
  kind: 'Profile',
  namespaced: false,
  nameErrors: calicoNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and host endpoints that name it deny what no policy decides',
  decode(root, header) {
    const spec = readMap(root.get('spec'), SPEC);
    return {
      kind: 'Profile',
      ...header,
      ingress: readCalicoRules(spec?.get('ingress'), { direction: 'ingress', owner: 'profile', namespace: '' }),
      egress: readCalicoRules(spec?.get('egress'), { direction: 'egress', owner: 'profile', namespace: '' }),
      labelsToApply: readLabels(spec?.get('labelsToApply')),
      enterpriseFields: root.field.context.enterpriseFields,
    };
  },
};
