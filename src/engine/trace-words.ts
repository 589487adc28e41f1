// The sentences of a trace, in the words of the field. A Kubernetes policy selects and allows; only a Deny rule denies.
import type { Rule, RuleAction, TrafficTerm } from '../model/policy.ts';
import type { Family } from '../net/cidr.ts';
import type { Party } from './resolve-party.ts';
import type { Direction } from './results.ts';

/** Names of the flow's parts as sentences use them. */
export interface FlowWords {
  readonly fromLabel: string;
  readonly toLabel: string;
  /** `TCP 8080`. */
  readonly traffic: string;
  ownLabel(direction: Direction): string;
  otherLabel(direction: Direction): string;
}

export function flowWords(fromLabel: string, toLabel: string, traffic: string): FlowWords {
  return {
    fromLabel,
    toLabel,
    traffic,
    ownLabel: (direction) => (direction === 'egress' ? fromLabel : toLabel),
    otherLabel: (direction) => (direction === 'egress' ? toLabel : fromLabel),
  };
}

/** `from shop/Deployment/web`, `to 203.0.113.9`. */
function describePeerSide(direction: Direction, words: FlowWords): string {
  return `${direction === 'egress' ? 'to' : 'from'} ${words.otherLabel(direction)}`;
}

const VERBS: Record<RuleAction, string> = { allow: 'allows', deny: 'denies', pass: 'passes', log: 'logs' };

/** What a rule that matches does to the flow. */
export function describeHit(rule: Rule, direction: Direction, words: FlowWords): string {
  const next = rule.action === 'pass' ? ' on to the next tier' : rule.action === 'log' ? ' and asks on' : '';
  return `rule ${rule.number} ${VERBS[rule.action]} ${words.traffic} ${describePeerSide(direction, words)}${next}`;
}

/** What keeps a rule from matching, from the farthest reached of its alternatives. */
export type Miss = 'family' | 'own' | 'peer' | 'traffic';

const join = (terms: readonly TrafficTerm[]): string => terms.map((term) => term.text).join(' or ');

/** `TCP 80 or UDP 53`. */
function describeTraffic(rule: Rule): string {
  const texts = rule.matches.map(({ traffic, except }) => {
    const wanted = traffic.length === 0 ? 'all traffic' : join(traffic);
    return except && except.length > 0 ? `${wanted} but ${join(except)}` : wanted;
  });
  return [...new Set(texts)].join(' or ');
}

/** An address has no port names, so a rule that speaks of nothing else cannot match it. */
function isNamedPortMiss(rule: Rule, other: Party, direction: Direction): boolean {
  return (
    direction === 'egress' &&
    other.type === 'address' &&
    rule.matches.every(({ traffic }) => traffic.length > 0 && traffic.every((term) => term.type === 'named'))
  );
}

/** Why a rule does not match. */
export function describeMismatch(
  rule: Rule,
  miss: Miss,
  direction: Direction,
  words: FlowWords,
  other: Party,
  family: Family,
): string {
  if (miss === 'family') return `rule ${rule.number} is not about IPv${family}`;
  if (miss === 'own') {
    const side = direction === 'egress' ? 'source' : 'destination';
    return `rule ${rule.number} does not match ${words.ownLabel(direction)} as its ${side}`;
  }
  if (miss === 'peer') return `rule ${rule.number} does not name ${words.otherLabel(direction)} as a peer`;
  if (isNamedPortMiss(rule, other, direction)) {
    return `rule ${rule.number} names a port, and an address outside of the cluster has no port names`;
  }
  const says = rule.action === 'allow' ? 'allows' : 'speaks of';
  return `rule ${rule.number} ${says} ${describeTraffic(rule)}, not ${words.traffic}`;
}
