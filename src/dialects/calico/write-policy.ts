// Writes what a Calico policy is to allow: a rule more, at its place, or a policy of its own.
import { insertInto } from '../../documents/insert-item.ts';
import type { NewValue } from '../../documents/write-edits.ts';
import type { Labels } from '../../resources/resource.ts';
import type { DraftTraffic, PolicyWriter, RuleDraft, RuleEnd } from '../rule-draft.ts';
import { OWN_NAME } from './label-names.ts';

/** Calico reference, "Selectors": a text stands in quotes of either kind. */
const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`);

/** `app == 'web' && role == 'front'`; everything where no label is given. */
export function selectorText(labels: Labels): string {
  const terms = [...labels].map(([key, value]) => `${key} == ${quoted(value)}`);
  return terms.length === 0 ? 'all()' : terms.join(' && ');
}

/** Calico reference, EntityRule: without a namespace selector a namespaced policy means its own namespace, a global one all. */
function entityOf(other: RuleEnd, own: string): { readonly [key: string]: NewValue } {
  if (other.type === 'addresses') return { nets: other.cidrs };
  const selector = selectorText(other.labels);
  if (other.namespace === own) return { selector };
  const namespaceSelector = `${OWN_NAME} == ${quoted(other.namespace)}`;
  return other.labels.size === 0 ? { namespaceSelector } : { selector, namespaceSelector };
}

function protocolOf({ protocol, icmpType, icmpCode }: DraftTraffic): { readonly [key: string]: NewValue } {
  if (protocol !== 'ICMP' && protocol !== 'ICMPv6')
    return { protocol: /^\d+$/.test(protocol) ? Number(protocol) : protocol };
  const type = icmpType ?? (protocol === 'ICMP' ? 8 : 128);
  return { protocol, icmp: icmpCode === undefined ? { type } : { type, code: icmpCode } };
}

/** An Allow rule; `own` is the policy's namespace, empty for a global one. */
export function calicoRule({ direction, other, traffic }: RuleDraft, own: string): NewValue {
  const peer = entityOf(other, own);
  const ports = traffic.port === undefined ? {} : { ports: [traffic.port] };
  const ends =
    direction === 'egress'
      ? { destination: { ...peer, ...ports } }
      : { source: peer, ...(traffic.port === undefined ? {} : { destination: ports }) };
  return { action: 'Allow', ...protocolOf(traffic), ...ends };
}

const isRuled = (kind: string): boolean => /^(Calico|Global|StagedGlobal|Staged)NetworkPolicy$/.test(kind);

/** The kinds of projectcalico.org that have rules in order, enforced or staged. */
export const calicoPolicyWriter: PolicyWriter = {
  allow({ kind, meta, range }, rule, before, manifests) {
    if (!isRuled(kind)) return undefined;
    const spec = manifests.find(range, ['spec']);
    const item = calicoRule(rule, meta.namespace);
    const edit = insertInto(spec, rule.direction, before === undefined ? undefined : before - 1, item);
    return edit && [edit];
  },
  draft({ name, namespace, subject, tier, order, rule }, semantics) {
    if (semantics === 'kubernetes') return undefined;
    // Until 3.31 a policy of a tier other than `default` must be called after it.
    const full = tier === 'default' ? name : `${tier}.${name}`;
    const type = rule.direction === 'egress' ? 'Egress' : 'Ingress';
    return {
      apiVersion: 'projectcalico.org/v3',
      kind: namespace === '' ? 'GlobalNetworkPolicy' : 'NetworkPolicy',
      metadata: { name: full, ...(namespace === '' ? {} : { namespace }) },
      spec: {
        tier,
        ...(order === undefined ? {} : { order }),
        selector: selectorText(subject),
        types: [type],
        [rule.direction]: [calicoRule(rule, namespace)],
      },
    };
  },
};
