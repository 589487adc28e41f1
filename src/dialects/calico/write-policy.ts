// Writes what a Calico policy is to allow: a rule more, at its place, or a policy of its own.
import type { NewValue } from '../../documents/write-edits.ts';
import type { Labels } from '../../resources/resource.ts';
import { quoted } from '../../resources/selector-repairs/written-values.ts';
import { type DraftTraffic, insertRule, type PolicyWriter, type RuleDraft, type RuleEnd } from '../rule-draft.ts';
import { OWN_NAME } from './label-names.ts';

/** `app == 'web' && role == 'front'`; everything where no label is given. Undefined where a value cannot be put in quotes. */
function selectorText(labels: Labels): string | undefined {
  const values = [...labels.values()].map(quoted);
  if (values.includes(undefined)) return undefined;
  return labels.size === 0 ? 'all()' : [...labels.keys()].map((key, at) => `${key} == ${values[at]}`).join(' && ');
}

/** Calico reference, EntityRule: without a namespace selector a namespaced policy means its own namespace, a global one all. */
function entityOf(other: RuleEnd, own: string): { readonly [key: string]: NewValue } | undefined {
  if (other.type === 'addresses') return { nets: other.cidrs };
  const selector = selectorText(other.labels);
  if (selector === undefined) return undefined;
  if (other.namespace === own) return { selector };
  const namespaceSelector = `${OWN_NAME} == '${other.namespace}'`;
  return other.labels.size === 0 ? { namespaceSelector } : { selector, namespaceSelector };
}

function protocolOf({ protocol, icmpType, icmpCode }: DraftTraffic): { readonly [key: string]: NewValue } {
  if (protocol !== 'ICMP' && protocol !== 'ICMPv6')
    return { protocol: /^\d+$/.test(protocol) ? Number(protocol) : protocol };
  const type = icmpType ?? (protocol === 'ICMP' ? 8 : 128);
  return { protocol, icmp: icmpCode === undefined ? { type } : { type, code: icmpCode } };
}

/** An Allow rule; `own` is the policy's namespace, empty for a global one. Undefined where its end cannot be written. */
function calicoRule({ direction, other, traffic }: RuleDraft, own: string): NewValue | undefined {
  const peer = entityOf(other, own);
  if (!peer) return undefined;
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
    return insertRule(manifests.find(range, ['spec']), rule, before, calicoRule(rule, meta.namespace));
  },
  draft({ name, namespace, subject, tier, order, rule }, semantics) {
    const selector = selectorText(subject);
    const item = calicoRule(rule, namespace);
    if (semantics === 'kubernetes' || selector === undefined || item === undefined) return undefined;
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
        selector,
        types: [type],
        [rule.direction]: [item],
      },
    };
  },
};
