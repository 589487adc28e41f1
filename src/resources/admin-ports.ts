// Ports of policy.networking.k8s.io/v1alpha1 rules (AdminNetworkPolicyPort).
import { type Field, readString } from './field.ts';
import { readMap } from './map-fields.ts';
import { readProtocol } from './protocol.ts';
import type { AdminPort } from './resource.ts';
import { readOnlyField, readRequiredNumber } from './schema-rules.ts';

const PORT = ['portNumber', 'portRange', 'namedPort'];
const PORT_NUMBER = new Set(['protocol', 'port']);
const PORT_RANGE = new Set(['protocol', 'start', 'end']);
const MAX_PORT = 65535;

/** Exactly one of `portNumber`, `portRange` and `namedPort`. A range from a higher to a lower port is valid and holds none. */
export function readAdminPort(item: Field): AdminPort | undefined {
  const fields = readMap(item, new Set(PORT));
  const given = fields && readOnlyField(fields, PORT);
  if (given?.key === 'namedPort') {
    const name = readString(given);
    return name === undefined ? undefined : { type: 'named', name };
  }
  const isRange = given?.key === 'portRange';
  const numbers = readMap(given, isRange ? PORT_RANGE : PORT_NUMBER);
  if (!numbers) return undefined;
  const protocol = readProtocol(numbers.get('protocol')) ?? 'TCP';
  const from = readRequiredNumber(numbers, isRange ? 'start' : 'port', 1, MAX_PORT);
  const to = isRange ? readRequiredNumber(numbers, 'end', 1, MAX_PORT) : from;
  return from === undefined || to === undefined ? undefined : { type: 'range', protocol, from, to };
}
