// What the policies of a snapshot speak of: label keys, port names and CIDRs. Only these can tell endpoints apart.
import type { Peer, Policy, Rule, RuleMatch, TrafficTerm } from '../model/policy.ts';
import { type LabelScope, visitKeys } from '../model/selector.ts';
import type { Cidr } from '../net/cidr.ts';
import { ALL_CONNECTIONS, ALL_PORTS, difference } from '../net/connection-set.ts';

const WITHOUT_PORTS = difference(ALL_CONNECTIONS, ALL_PORTS);

export interface Vocabulary {
  /** Keys asked of an endpoint's own labels, sorted. */
  readonly labelKeys: readonly string[];
  readonly portNames: ReadonlySet<string>;
  readonly cidrs: readonly Cidr[];
  /** True where some rule tells apart traffic that has no ports: ICMP, or protocols by number. */
  readonly beyondPorts: boolean;
}

function visitPeer(peer: Peer, keys: (scope: LabelScope, key: string) => void, cidr: (cidr: Cidr) => void): void {
  switch (peer.op) {
    case 'any':
    case 'unresolved':
    case 'hosts':
      return;
    case 'endpoints':
    case 'objects':
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
  let beyondPorts = false;
  const addTerm = (term: TrafficTerm): void => {
    if (term.type === 'points') {
      // All of what has no ports, or nothing of it, tells nothing apart.
      const rest = difference(term.points, ALL_PORTS);
      if (rest.length > 0 && difference(WITHOUT_PORTS, rest).length > 0) beyondPorts = true;
      return;
    }
    portNames.add(term.name);
    if (term.among) visitKeys(term.among, addKey);
  };
  const addMatch = (match: RuleMatch): void => {
    for (const peer of match.own ? [match.peer, match.own] : [match.peer]) {
      visitPeer(peer, addKey, (cidr) => cidrs.set(cidr.text, cidr));
    }
    for (const term of [...match.traffic, ...(match.except ?? [])]) addTerm(term);
  };
  const addRule = (rule: Rule): void => rule.matches.forEach(addMatch);
  for (const policy of policies) {
    visitKeys(policy.subject, addKey);
    for (const rule of policy.ingress ?? []) addRule(rule);
    for (const rule of policy.egress ?? []) addRule(rule);
  }
  return { labelKeys: [...labelKeys].sort(), portNames, cidrs: [...cidrs.values()], beyondPorts };
}
