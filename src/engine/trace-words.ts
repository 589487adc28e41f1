// The sentences of a trace, in the words of the field. A Kubernetes policy selects and allows; only a Deny rule denies.
import type { Rule, TrafficTerm } from '../model/policy.ts';
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
export function describePeerSide(direction: Direction, words: FlowWords): string {
  return `${direction === 'egress' ? 'to' : 'from'} ${words.otherLabel(direction)}`;
}

function describeTerm(term: TrafficTerm): string {
  switch (term.ports.type) {
    case 'all':
      return `${term.protocol} on any port`;
    case 'named':
      return `${term.protocol === 'any' ? '' : `${term.protocol} on `}the port named ${term.ports.name}`;
    case 'range':
      return term.ports.from === term.ports.to
        ? `${term.protocol} ${term.ports.from}`
        : `${term.protocol} ${term.ports.from}-${term.ports.to}`;
  }
}

/** `TCP 80 or UDP 53`. */
function describeTraffic(rule: Rule): string {
  if (rule.traffic.length === 0) return 'all traffic';
  return rule.traffic.map(describeTerm).join(' or ');
}

function isNamedPortMiss(rule: Rule, other: Party, direction: Direction): boolean {
  return (
    direction === 'egress' && other.type === 'address' && rule.traffic.every((term) => term.ports.type === 'named')
  );
}

/** Why a rule does not match: the peer is another one, or the traffic is. */
export function describeMismatch(
  rule: Rule,
  miss: 'peer' | 'traffic',
  direction: Direction,
  words: FlowWords,
  other: Party,
): string {
  if (miss === 'peer') return `rule ${rule.number} does not name ${words.otherLabel(direction)} as a peer`;
  if (isNamedPortMiss(rule, other, direction)) {
    return `rule ${rule.number} names a port, and an address outside of the cluster has no port names`;
  }
  const says = rule.action === 'allow' ? 'allows' : 'speaks of';
  return `rule ${rule.number} ${says} ${describeTraffic(rule)}, not ${words.traffic}`;
}
