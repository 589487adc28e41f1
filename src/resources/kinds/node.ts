// Node (core v1): its labels, its addresses and the ranges its pods get theirs from.

import { type Cidr, parseCidr } from '../../net/cidr.ts';
import { readAddresses } from '../addresses.ts';
import { type Field, readList, readString, rejectValue } from '../field.ts';
import { readMap } from '../map-fields.ts';
import type { ResourceKind } from '../resource-kind.ts';

const ADDRESS_TYPES: readonly (string | undefined)[] = ['InternalIP', 'ExternalIP'];

function readNodeAddresses(field: Field | undefined): readonly string[] {
  const entries = readList(field).map((item) => readMap(item, 'open'));
  const wanted = entries.filter((entry) => ADDRESS_TYPES.includes(readString(entry?.get('type'))));
  return readAddresses(wanted.map((entry) => entry?.get('address')));
}

/** `podCIDR` repeats the first of `podCIDRs`. */
function readPodCidrs(fields: readonly (Field | undefined)[]): readonly Cidr[] {
  const found = new Map<string, Cidr>();
  for (const field of fields) {
    const text = readString(field);
    if (!field || !text) continue;
    const cidr = parseCidr(text)?.cidr;
    if (cidr) found.set(cidr.text, cidr);
    else rejectValue(field, text, 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)');
  }
  return [...found.values()];
}

export const nodeKind: ResourceKind = {
  kind: 'Node',
  apiVersions: ['v1'],
  namespaced: false,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and its labels and addresses are unknown',
  strict: false,
  decode(root, header) {
    const spec = readMap(root.get('spec'), 'open');
    const status = readMap(root.get('status'), 'open');
    return {
      kind: 'Node',
      ...header,
      addresses: readNodeAddresses(status?.get('addresses')),
      podCIDRs: readPodCidrs([spec?.get('podCIDR'), ...readList(spec?.get('podCIDRs'))]),
    };
  },
};
