// HostEndpoint (projectcalico.org/v3): interfaces of a node that policy applies to.
import { CALICO, calicoNameErrors } from '../calico-kind.ts';
import { readGoAddresses } from '../calico-nets.ts';
import { readCalicoProtocol, WITH_PORTS } from '../calico-protocol.ts';
import { type Field, readInt32, readList, readString, rejectAt, rejectMissing, rejectValue } from '../field.ts';
import { type MapFields, readMap } from '../map-fields.ts';
import { portNameErrors, portNumberErrors } from '../name-syntax.ts';
import { replaceValue } from '../quick-fixes.ts';
import type { ContainerPort, Protocol } from '../resource.ts';
import type { ResourceKind } from '../resource-kind.ts';
import { rejectSpec } from '../schema-rules.ts';

const SPEC = new Set(['node', 'interfaceName', 'expectedIPs', 'profiles', 'ports']);
const PORT = new Set(['name', 'protocol', 'port']);
const INTERFACE = /^(\*|[a-zA-Z0-9_.-]{1,15})$/;
const PROTOCOLS: ReadonlyMap<number, Protocol> = new Map([
  [6, 'TCP'],
  [17, 'UDP'],
  [132, 'SCTP'],
]);

/** A text, empty where absent, that names an object. */
function readName(field: Field | undefined): string {
  const name = readString(field) ?? '';
  if (field && name !== '') for (const why of calicoNameErrors(name)) rejectValue(field, name, why);
  return name;
}

function readInterface(field: Field | undefined): string | undefined {
  const name = readString(field);
  if (!field || !name) return undefined;
  if (!INTERFACE.test(name)) {
    const why = 'must be `*` or the name of an interface: up to 15 letters, digits, `_`, `.` and `-`';
    rejectValue(field, name, why, 'Write `"*"` for all interfaces.');
  }
  return name;
}

function readPort(item: Field): ContainerPort | undefined {
  const fields = readMap(item, PORT);
  if (!fields) return undefined;
  const name = readString(fields.get('name'));
  const nameField = fields.get('name');
  if (!nameField || name === '') rejectMissing(item, 'name', '', 'Name the port: rules refer to it by its name.');
  else if (name !== undefined) for (const why of portNameErrors(name)) rejectValue(nameField, name, `portName ${why}`);
  const protocol = readPortProtocol(fields);
  const portField = fields.get('port');
  const port = readInt32(portField);
  if (!portField) rejectMissing(item, 'port', '', 'Write a number from 1 to 65535.');
  else if (port !== undefined) for (const why of portNumberErrors(port)) rejectValue(portField, port, why);
  return protocol && port !== undefined ? { name: name || undefined, port, protocol } : undefined;
}

function readPortProtocol(fields: MapFields): Protocol | undefined {
  const field = fields.get('protocol');
  const number = readCalicoProtocol(field);
  if (!field) rejectMissing(fields.field, 'protocol', 'protocol number invalid', 'Write `TCP`, `UDP` or `SCTP`.');
  else if (number !== undefined && !WITH_PORTS.has(number)) {
    const advice = 'Write `TCP`, `UDP` or `SCTP`.';
    rejectAt(field, 'EndpointPort protocol does not support ports', { advice, fixes: [replaceValue(field, 'TCP')] });
  }
  return number === undefined ? undefined : PROTOCOLS.get(number);
}

function checkPlace(root: MapFields, node: string, hasPlace: boolean): void {
  if (node === '') {
    rejectSpec(root, 'node must be specified', { advice: 'Write the name of the node: `node: worker-1`.' });
  }
  if (hasPlace) return;
  const advice = 'Write `interfaceName: "*"` for all interfaces of the node, or the addresses of one.';
  rejectSpec(root, 'at least one of interfaceName or expectedIPs must be specified', { advice });
}

export const hostEndpointKind: ResourceKind = {
  ...CALICO,
  kind: 'HostEndpoint',
  namespaced: false,
  nameErrors: calicoNameErrors,
  topFields: ['spec', 'status'],
  consequence: 'so it counts as absent, and no policy applies to its node',
  decode(root, header) {
    const spec = readMap(root.get('spec'), SPEC);
    const addresses = spec?.get('expectedIPs');
    const node = readName(spec?.get('node'));
    const interfaceName = readInterface(spec?.get('interfaceName'));
    checkPlace(root, node, interfaceName !== undefined || readList(addresses).length > 0);
    return {
      kind: 'HostEndpoint',
      ...header,
      node,
      interfaceName,
      expectedIPs: readGoAddresses(addresses),
      profiles: readList(spec?.get('profiles')).map(readName),
      ports: readList(spec?.get('ports')).flatMap((item) => readPort(item) ?? []),
    };
  },
};
