// The rules of admin policies (policy.networking.k8s.io), whose versions differ in words and limits only.

import { type NamespaceSelectorRule, readAdminPeer, readSubject } from './admin-peers.ts';
import { type Field, readString, rejectAt, rejectMissing, rejectUnsupported } from './field.ts';
import { type MapFields, readMap } from './map-fields.ts';
import type { AdminPolicyResource, AdminPort, AdminRule } from './resource.ts';
import { readCountedList, readShortText } from './schema-rules.ts';

/** What one kind in one version allows in its rules. */
export interface AdminRuleSchema {
  readonly actions: ReadonlyMap<string, AdminRule['action']>;
  /** How many rules a direction, peers a rule and ports a rule may have. */
  readonly limit: number;
  /** Fields of an egress peer beside `namespaces` and `pods`, which an ingress peer has as well. */
  readonly outsidePeers: readonly string[];
  readonly namespaceSelector: NamespaceSelectorRule;
  /** The field of a rule that lists its ports. */
  readonly ports: 'ports' | 'protocols';
  readonly readPort: (item: Field) => AdminPort | undefined;
}

const PODS = ['namespaces', 'pods'];
const MAX_NAME_LENGTH = 100;

function readAction(rule: MapFields, actions: AdminRuleSchema['actions']): AdminRule['action'] | undefined {
  const field = rule.get('action');
  const words = [...actions.keys()];
  if (!field) rejectMissing(rule.field, 'action', '', `Write ${words.map((word) => `\`${word}\``).join(' or ')}.`);
  const written = readString(field);
  const action = written === undefined ? undefined : actions.get(written);
  if (field && written !== undefined && !action) rejectUnsupported(field, written, words);
  return action;
}

/** Rules that the schema states about peers and ports together. */
function checkCombinations(
  rule: MapFields,
  { action, peers, ports }: Omit<AdminRule, 'name' | 'range'>,
  schema: AdminRuleSchema,
) {
  if (peers.some((peer) => peer.type !== 'pods') && ports.some((port) => port.type === 'named')) {
    const kinds = schema.outsidePeers.join('/');
    const message = `Invalid value: ${kinds} peer cannot be set with namedPorts since there are no namedPorts for ${kinds}`;
    rejectAt(rule.field, message, { advice: 'Write the port as a number, or make two rules of it.' });
  }
  if (action !== 'Allow' && peers.some((peer) => peer.type === 'domainNames')) {
    const [allow] = schema.actions.keys();
    rejectAt(rule.field, `Forbidden: domainNames are only supported in rules with the action ${allow}`, {
      code: 'forbidden-field',
    });
  }
}

function readRule(item: Field, direction: 'from' | 'to', schema: AdminRuleSchema): AdminRule | undefined {
  const { limit, namespaceSelector } = schema;
  const rule = readMap(item, new Set(['name', 'action', direction, schema.ports]));
  if (!rule) return undefined;
  const name = readShortText(rule.get('name'), MAX_NAME_LENGTH);
  const action = readAction(rule, schema.actions);
  if (!rule.get(direction))
    rejectMissing(item, direction, '', 'Write whom the rule is about; all pods are `namespaces: {}`.');
  const peerNames = direction === 'from' ? PODS : [...PODS, ...schema.outsidePeers];
  const peers = readCountedList(rule.get(direction), 1, limit).flatMap(
    (peer) => readAdminPeer(peer, peerNames, namespaceSelector) ?? [],
  );
  const ports = readCountedList(rule.get(schema.ports), 1, limit).flatMap((port) => schema.readPort(port) ?? []);
  if (!action) return undefined;
  checkCombinations(rule, { action, peers, ports }, schema);
  return { name, action, peers, ports, range: item.context.rangeOf(item.value) };
}

function readRules(field: Field | undefined, direction: 'from' | 'to', schema: AdminRuleSchema): readonly AdminRule[] {
  return readCountedList(field, 0, schema.limit).flatMap((item) => readRule(item, direction, schema) ?? []);
}

/** `subject`, `ingress` and `egress`, which all kinds have; undefined where there is no usable subject. */
export function readSubjectAndRules(
  spec: MapFields,
  schema: AdminRuleSchema,
): Pick<AdminPolicyResource['spec'], 'subject' | 'ingress' | 'egress'> | undefined {
  const subject = readSubject(spec, schema.namespaceSelector);
  const ingress = readRules(spec.get('ingress'), 'from', schema);
  const egress = readRules(spec.get('egress'), 'to', schema);
  return subject && { subject, ingress, egress };
}
