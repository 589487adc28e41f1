// Pod (core v1): labels, declared ports, where it runs, its addresses and whether it has ended.
import { readAddresses } from '../addresses.ts';
import { readList, readString } from '../field.ts';
import { type MapFields, readMap } from '../map-fields.ts';
import { readPodSpec } from '../pod-spec.ts';
import type { ResourceKind } from '../resource-kind.ts';

/** `podIP` and `podIPs[].ip`, or the same of the host: the lone field repeats the list's first. */
function readIPs(status: MapFields | undefined, one: string, many: string): readonly string[] {
  const listed = readList(status?.get(many)).map((item) => readMap(item, 'open')?.get('ip'));
  return readAddresses([status?.get(one), ...listed]);
}

export const podKind: ResourceKind = {
  kind: 'Pod',
  apiVersions: ['v1'],
  namespaced: true,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and no answer speaks of it',
  strict: false,
  decode(root, header) {
    const status = readMap(root.get('status'), 'open');
    return {
      kind: 'Pod',
      ...header,
      spec: readPodSpec(root.get('spec')),
      status: {
        phase: readString(status?.get('phase')) || undefined,
        podIPs: readIPs(status, 'podIP', 'podIPs'),
        hostIPs: readIPs(status, 'hostIP', 'hostIPs'),
      },
    };
  },
};
