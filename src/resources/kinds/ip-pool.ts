// IPPool (projectcalico.org/v3): addresses that Calico gives to pods.
import { CALICO, calicoNameErrors } from '../calico-kind.ts';
import { readNet } from '../calico-nets.ts';
import { readBool, readList, readString, rejectUnsupported } from '../field.ts';
import { type MapFields, readMap } from '../map-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { rejectSpec } from '../schema-rules.ts';

const USES = ['Workload', 'Tunnel', 'LoadBalancer'];

/** Pods get addresses unless the pool is for something else or out of use. */
function readForWorkloads(spec: MapFields): boolean {
  const disabled = readBool(spec.get('disabled')) ?? false;
  const uses = readList(spec.get('allowedUses')).flatMap((item) => {
    const use = readString(item);
    if (use !== undefined && !USES.includes(use)) rejectUnsupported(item, use, USES);
    return use ?? [];
  });
  return !disabled && (uses.length === 0 || uses.includes('Workload'));
}

export const ipPoolKind: ResourceKind = {
  ...CALICO,
  kind: 'IPPool',
  namespaced: false,
  nameErrors: calicoNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and its addresses are not known to be of pods',
  strict: false,
  decode(root, header) {
    const spec = readMap(root.get('spec'), 'open');
    const field = spec?.get('cidr');
    if (!spec || !field) {
      rejectSpec(root, 'IPPool CIDR must be specified', { advice: 'Write `cidr: 10.244.0.0/16`.' });
      return undefined;
    }
    const cidr = readNet(field);
    const forWorkloads = readForWorkloads(spec);
    return cidr && { kind: 'IPPool', ...header, cidr, forWorkloads };
  },
};
