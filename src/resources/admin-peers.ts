// Whom an admin policy (policy.networking.k8s.io) is about: the pods it is for, and the peers of its rules.
import { type Cidr, isIPv4Mapped, parseCidr } from '../net/cidr.ts';
import { type Field, pathOf, rejectMissing, rejectValue } from './field.ts';
import { readLabelSelector } from './label-selector.ts';
import { type MapFields, readMap } from './map-fields.ts';
import type { AdminPeer, AdminPods } from './resource.ts';
import { readOnlyField, readTextSet } from './schema-rules.ts';

const SUBJECT = ['namespaces', 'pods'];
const NAMESPACED_POD = new Set(['namespaceSelector', 'podSelector']);
const MAX_ADDRESSES = 25;
const DOMAIN_NAME =
  '^(\\*\\.)?([a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.)+[a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.?$';

/** Whether `pods` must name its `namespaceSelector`; where it need not, none means all namespaces. */
export type NamespaceSelectorRule = 'required' | 'optional';

/** `pods` (NamespacedPod): pods by labels, in namespaces by labels. */
function readNamespacedPods(field: Field, rule: NamespaceSelectorRule): AdminPods | undefined {
  const fields = readMap(field, NAMESPACED_POD);
  if (!fields) return undefined;
  const namespaceSelector = readSelector(fields, 'namespaceSelector', rule);
  const podSelector = readSelector(fields, 'podSelector', 'required');
  if (!podSelector) return undefined;
  const everywhere = { requirements: [], range: field.context.rangeOf(field.value) };
  return { type: 'pods', namespaceSelector: namespaceSelector ?? everywhere, podSelector };
}

function readSelector(fields: MapFields, name: string, rule: NamespaceSelectorRule) {
  const field = fields.get(name);
  if (!field && rule === 'required') rejectMissing(fields.field, name, '', `Write \`${name}: {}\` for all of them.`);
  return readLabelSelector(field);
}

function readPods(field: Field, rule: NamespaceSelectorRule): AdminPods | undefined {
  if (field.key === 'pods') return readNamespacedPods(field, rule);
  const namespaceSelector = readLabelSelector(field);
  return namespaceSelector && { type: 'pods', namespaceSelector, podSelector: undefined };
}

/** `subject`: exactly one of `namespaces` and `pods`. */
export function readSubject(spec: MapFields, rule: NamespaceSelectorRule): AdminPods | undefined {
  const field = spec.get('subject');
  if (!field) rejectMissing(spec.field, 'subject', '', 'Write `subject: {namespaces: {}}` for all pods.');
  const fields = readMap(field, new Set(SUBJECT));
  const given = fields && readOnlyField(fields, SUBJECT);
  return given && readPods(given, rule);
}

/** One item of `from` or `to`: exactly one of `names`. */
export function readAdminPeer(
  item: Field,
  names: readonly string[],
  rule: NamespaceSelectorRule,
): AdminPeer | undefined {
  const fields = readMap(item, new Set(names));
  const given = fields && readOnlyField(fields, names);
  if (!given) return undefined;
  const range = item.context.rangeOf(item.value);
  switch (given.key) {
    case 'networks':
      return { type: 'networks', cidrs: readNetworks(given), range };
    case 'nodes': {
      const selector = readLabelSelector(given);
      return selector && { type: 'nodes', selector, range };
    }
    case 'domainNames':
      return { type: 'domainNames', names: readDomainNames(given), range };
    default: {
      const pods = readPods(given, rule);
      return pods && { ...pods, range };
    }
  }
}

/** CEL `isCIDR`: leading zeros and IPv4-mapped IPv6 are refused; bits beyond the prefix length are fine, and cleared here. */
function readNetworks(field: Field): readonly Cidr[] {
  return readTextSet(field, 1, MAX_ADDRESSES).flatMap(({ item, text }) => {
    const parsed = parseCidr(text);
    if (parsed && !isIPv4Mapped(parsed.address)) return parsed.cidr;
    const single = text.includes('/') ? undefined : parseCidr(`${text}/${text.includes(':') ? 128 : 32}`);
    const advice = single && `Write \`${single.cidr.text}\` for the single address.`;
    rejectValue(item, text, 'Invalid CIDR format provided', advice);
    return [];
  });
}

function readDomainNames(field: Field): readonly string[] {
  return readTextSet(field, 1, MAX_ADDRESSES).map(({ item, text }) => {
    if (!isDomainName(text)) rejectValue(item, text, `${pathOf(item)} in body should match '${DOMAIN_NAME}'`);
    return text;
  });
}

/** Label by label: one expression for the whole would backtrack over long names. */
function isDomainName(text: string): boolean {
  const labels = text.replace(/^\*\./, '').replace(/\.$/, '').split('.');
  return labels.length > 1 && labels.every((label) => /^[a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?$/.test(label));
}
