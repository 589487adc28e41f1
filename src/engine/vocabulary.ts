// What the policies of a snapshot speak of: label keys, port names and CIDRs. Only these can tell endpoints apart.
import type { Peer, Policy, Rule } from '../model/policy.ts';
import { type LabelScope, visitKeys } from '../model/selector.ts';
import type { Cidr } from '../net/cidr.ts';

export interface Vocabulary {
  /** Keys asked of an endpoint's own labels, sorted. */
  readonly labelKeys: readonly string[];
  readonly portNames: ReadonlySet<string>;
  readonly cidrs: readonly Cidr[];
}

function visitPeer(peer: Peer, keys: (scope: LabelScope, key: string) => void, cidr: (cidr: Cidr) => void): void {
  switch (peer.op) {
    case 'any':
    case 'unresolved':
    case 'hosts':
      return;
    case 'endpoints':
      visitKeys(peer.selector, keys);
      return;
    case 'addresses':
      for (const one of [...peer.include, ...peer.exclude]) cidr(one);
      return;
    case 'and':
    case 'or':
      for (const term of peer.terms) visitPeer(term, keys, cidr);
      return;
    case 'not':
      visitPeer(peer.term, keys, cidr);
  }
}

/** Everything the policies ask about. */
export function collectVocabulary(policies: readonly Policy[]): Vocabulary {
  const labelKeys = new Set<string>();
  const portNames = new Set<string>();
  const cidrs = new Map<string, Cidr>();
  const addKey = (scope: LabelScope, key: string): void => {
    if (scope === 'endpoint') labelKeys.add(key);
  };
  const addRule = (rule: Rule): void => {
    visitPeer(rule.peer, addKey, (cidr) => cidrs.set(cidr.text, cidr));
    for (const term of rule.traffic) if (term.ports.type === 'named') portNames.add(term.ports.name);
  };
  for (const policy of policies) {
    visitKeys(policy.subject, addKey);
    for (const rule of policy.ingress ?? []) addRule(rule);
    for (const rule of policy.egress ?? []) addRule(rule);
  }
  return { labelKeys: [...labelKeys].sort(), portNames, cidrs: [...cidrs.values()] };
}
