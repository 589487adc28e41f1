// What the parts of one Calico rule must have to do with each other.
import type { EntityFields } from './calico-entity.ts';
import type { NetField } from './calico-nets.ts';
import { ICMP, ICMP_V6, TCP, WITH_PORTS } from './calico-protocol.ts';
import type { CalicoPort, CalicoRule } from './calico-resource.ts';
import { type Field, pathOf, placeOf, rejectAt, rejectMissing } from './field.ts';
import type { MapFields } from './map-fields.ts';
import { fixOf, insertEdit, replaceValue } from './quick-fixes.ts';
import { quoteText } from './value-words.ts';

/** Where a rule stands. Services are looked up in `namespace`, which is empty for global policies. */
export interface RulePlace {
  readonly direction: 'ingress' | 'egress';
  readonly owner: 'policy' | 'global-policy' | 'profile';
  readonly namespace: string;
}

/** A rule as far as it has been read. */
export interface RuleParts extends Pick<CalicoRule, 'ipVersion' | 'protocol' | 'notProtocol'> {
  readonly fields: MapFields;
  readonly action: CalicoRule['action'] | undefined;
  readonly source: EntityFields;
  readonly destination: EntityFields;
}

/** Calico API, Rule, and Calico's validator. */
export function checkRule(rule: RuleParts, place: RulePlace): void {
  checkPorts(rule);
  checkIcmp(rule);
  checkFamilies(rule);
  checkHttpRule(rule, place);
  checkServicePorts(rule);
  if (place.owner !== 'profile') checkServiceSides(rule, place);
}

const PORT_LISTS = ['ports', 'notPorts'] as const;

/** Numbers mean nothing without a protocol that has ports; a named port brings its protocol along. */
function checkPorts(rule: RuleParts): void {
  const written = rule.fields.get('protocol');
  // A protocol that could not be read has been reported; which one was meant is not known.
  if (written && rule.protocol === undefined) return;
  if (rule.protocol !== undefined && WITH_PORTS.has(rule.protocol)) return;
  for (const side of [rule.source, rule.destination]) {
    for (const list of PORT_LISTS) {
      const field = side.fields?.get(list);
      const ports = side.entity[list];
      if (field && (written ? ports.length > 0 : ports.some(isNumeric))) rejectPorts(rule, field, written);
    }
  }
}

const isNumeric = (port: CalicoPort): boolean => 'from' in port;

function rejectPorts({ fields }: RuleParts, field: Field, written: Field | undefined): void {
  if (written) {
    const advice = 'Remove the ports, or write a protocol that has ports.';
    rejectAt(field, 'rules that specify ports must set protocol to TCP or UDP or SCTP', { advice });
    return;
  }
  const advice = 'Add `protocol: TCP` to the rule, beside `action`.';
  const add = (protocol: string) =>
    fixOf(`Add \`protocol: ${protocol}\``, insertEdit(fields.field, 'protocol', protocol, 'action'));
  const fixes = [...add('TCP'), ...add('UDP')];
  rejectAt(field, 'rules with numeric port or port range must set protocol to TCP or UDP or SCTP', { advice, fixes });
}

function checkIcmp({ fields, protocol, notProtocol, ipVersion }: RuleParts): void {
  const icmp = fields.get('icmp');
  const written = fields.get('protocol');
  if (icmp && protocol !== ICMP && protocol !== ICMP_V6 && !(written && protocol === undefined)) {
    const name = ipVersion === 6 ? 'ICMPv6' : 'ICMP';
    const fixes = written
      ? [replaceValue(written, name)]
      : fixOf(`Add \`protocol: ${name}\``, insertEdit(fields.field, 'protocol', name, 'action'));
    const advice = `Write \`protocol: ${name}\` in the rule.`;
    rejectAt(icmp, 'ICMP fields require protocol to be ICMP or ICMPv6', { span: placeOf(icmp), advice, fixes });
  }
  const version = fields.get('ipVersion');
  if (!version || ipVersion === undefined) return;
  for (const given of [protocol, notProtocol]) {
    if (given === ICMP && ipVersion !== 4) rejectVersion(version, 'ICMP', 4);
    if (given === ICMP_V6 && ipVersion !== 6) rejectVersion(version, 'ICMPv6', 6);
  }
}

function rejectVersion(field: Field, protocol: string, version: 4 | 6): void {
  const details = {
    advice: `Write \`${version}\`, or leave \`ipVersion\` out.`,
    fixes: [replaceValue(field, version)],
  };
  rejectAt(field, `protocol ${protocol} requires ipVersion ${version}`, details);
}

/** All addresses of one rule are of one family, and of the rule's `ipVersion` if it has one. */
function checkFamilies({ ipVersion, source, destination }: RuleParts): void {
  const seen = new Set<number>();
  for (const side of [source, destination]) {
    checkNotNets(side.notNets);
    for (const nets of [side.nets, side.notNets]) {
      const [first] = nets;
      const list = first?.item.parent;
      if (!first || !list) continue;
      const wrong = nets.find((net) => ipVersion !== undefined && net.cidr.family !== ipVersion);
      if (wrong) {
        const advice = 'Remove the address, or `ipVersion`.';
        const why = `rule IP version doesn't match CIDR version: \`ipVersion\` is ${ipVersion}`;
        rejectAt(list, `Invalid value: ${quoteText(wrong.cidr.text)}: ${why}`, { span: wrong.item.value, advice });
      }
      const odd =
        nets.find((net) => seen.size > 0 && !seen.has(net.cidr.family)) ??
        nets.find((net) => net.cidr.family !== first.cidr.family);
      if (odd) {
        const advice = 'Make two rules of it, one for each family.';
        rejectAt(list, 'rule contains both IPv4 and IPv6 CIDRs', { span: odd.item.value, advice });
      }
      for (const net of nets) seen.add(net.cidr.family);
    }
  }
}

function checkNotNets(nets: readonly NetField[]): void {
  for (const { item, cidr } of nets) {
    if (cidr.prefix > 0) continue;
    const why = 'catch-all CIDR in negation creates logical contradiction (matches no traffic)';
    rejectAt(item, `Invalid value: ${quoteText(cidr.text)}: ${why}`, { advice: 'Name the addresses to leave out.' });
  }
}

function checkHttpRule({ fields, action, protocol }: RuleParts, { direction, owner }: RulePlace): void {
  const http = fields.get('http');
  if (!http) return;
  const span = placeOf(http);
  if (protocol !== undefined && protocol !== TCP) {
    const details = { span, advice: 'Write `protocol: TCP`, or leave it out.' };
    rejectAt(http, 'rules with HTTP match must have protocol TCP or unset', details);
  }
  if (action !== undefined && action !== 'Allow') {
    const details = { span, advice: 'Allow the requests you want, and deny the rest in a later rule.' };
    rejectAt(http, 'HTTP match is only valid on Allow rules', details);
  }
  if (direction === 'egress' && owner !== 'profile') {
    const details = { span, advice: 'Match HTTP where the requests arrive: in an ingress rule of the server.' };
    rejectAt(http, 'not allowed in egress rule', details);
  }
}

function checkServicePorts({ destination: { fields, entity } }: RuleParts): void {
  if (!entity.services) return;
  for (const list of PORT_LISTS) {
    const field = fields?.get(list);
    if (field?.value.kind !== 'list' || field.value.items.length === 0) continue;
    const advice = 'Remove them: the service says which ports its endpoints have.';
    rejectAt(field, 'ports and notPorts cannot be specified with services', { span: placeOf(field), advice });
  }
}

/** Services are whom pods connect to, or who connects to pods; and must say in which namespace they are. */
function checkServiceSides(rule: RuleParts, place: RulePlace): void {
  const ingress = place.direction === 'ingress';
  const [right, wrong] = ingress ? [rule.source, rule.destination] : [rule.destination, rule.source];
  const misplaced = wrong.fields?.get('services');
  if (misplaced) {
    const side = ingress ? 'destination' : 'source';
    const advice = `Write it under \`${ingress ? 'source' : 'destination'}\`, or select the pods by labels.`;
    rejectAt(misplaced, `not allowed in ${place.direction} rule ${side}`, { span: placeOf(misplaced), advice });
  }
  const services = right.fields?.get('services');
  if (!services || !right.entity.services || right.entity.services.namespace !== '') return;
  if (place.owner === 'global-policy') {
    rejectMissing(services, 'namespace', 'must specify a namespace', 'Add the namespace of the service.');
    return;
  }
  const { name } = right.entity.services;
  services.context.neverActs({
    span: placeOf(services),
    code: 'services-no-namespace',
    message: `${pathOf(services)}: without \`namespace\` Calico looks for the service ${quoteText(name)} in no namespace, so this matches nothing`,
    advice: `Add \`namespace: ${place.namespace}\`.`,
    fixes: fixOf(`Add \`namespace: ${place.namespace}\``, insertEdit(services, 'namespace', place.namespace, 'name')),
  });
}
