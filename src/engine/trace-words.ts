// The sentences of a trace, in the words of the field. A Kubernetes policy selects and allows; only a Deny rule denies.
import type { Peer, PeerFact, Policy, Rule, RuleAction, TrafficTerm } from '../model/policy.ts';
import { type Family, formatAddress } from '../net/cidr.ts';
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

const toward = (direction: Direction): string => (direction === 'egress' ? 'to' : 'from');

/** The flow as one end sees it: `TCP 80 from shop/Deployment/web`, `UDP 53 to 203.0.113.9`. */
export function describeFlow(direction: Direction, words: FlowWords): string {
  return `${words.traffic} ${toward(direction)} ${words.otherLabel(direction)}`;
}

/** `a`, `a and b`, `a, b and c`; of more than four the first three. */
export function listNames(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** A policy in a sentence: `web`, `staged web`. */
export function policyWord({ name, staged }: Pick<Policy, 'name' | 'staged'>): string {
  return staged ? `staged ${name}` : name;
}

/** Names the policy of the rule that a clause begins with: `rule 2 of web allows …`. */
export function ruleOf(policy: Pick<Policy, 'name' | 'staged'>, clause: string): string {
  return clause.replace(/^rule \d+/, `$& of ${policyWord(policy)}`);
}

const VERBS: Record<RuleAction, string> = { allow: 'allows', deny: 'denies', pass: 'passes', log: 'logs' };

/** What a rule that matches does to the flow. */
export function describeHit(rule: Rule, direction: Direction, words: FlowWords): string {
  const next =
    rule.action === 'pass' ? ' on to the next tier' : rule.action === 'log' ? '; the rule after it is asked' : '';
  return `rule ${rule.number} ${VERBS[rule.action]} ${describeFlow(direction, words)}${next}`;
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

/** Facts that a peer itself says are missing. */
export function unresolvedFacts(peer: Peer): PeerFact[] {
  if (peer.op === 'unresolved') return [peer.fact];
  if (peer.op === 'not') return unresolvedFacts(peer.term);
  return peer.op === 'and' || peer.op === 'or' ? peer.terms.flatMap(unresolvedFacts) : [];
}

/** A rule against a flow that it does not match. */
export interface MissedRule {
  readonly rule: Rule;
  readonly miss: Miss;
  readonly direction: Direction;
  readonly words: FlowWords;
  readonly other: Party;
  readonly family: Family;
  /** True where nothing in the manifests, and no address, is a peer of the rule. */
  readonly isForNobody: boolean;
}

function isByAddress(peer: Peer): boolean {
  if (peer.op === 'not') return isByAddress(peer.term);
  return peer.op === 'and' || peer.op === 'or' ? peer.terms.every(isByAddress) : peer.op === 'addresses';
}

/** The other end, with its address where a rule asks for nothing else. */
function otherAsAsked({ rule, direction, words, other, family }: MissedRule): string {
  const label = words.otherLabel(direction);
  if (other.type === 'address' || !rule.matches.every(({ peer }) => isByAddress(peer))) return label;
  const own = other.endpoint.addresses.find((address) => address.family === family);
  return own ? `${label} (${formatAddress(own)})` : label;
}

/** Whom the rule means, against who the other end is. */
function describePeerMiss(missed: MissedRule): string {
  const { rule, direction, isForNobody } = missed;
  const other = otherAsAsked(missed);
  if (rule.matches.length === 0) return `rule ${rule.number} matches nothing here`;
  const whos = new Set(rule.matches.map((match) => match.who));
  const named = whos.has(undefined) || whos.size > 3 ? undefined : [...whos].join(' or ');
  if (named === undefined) return `rule ${rule.number} does not name ${other} as a peer`;
  const head = `rule ${rule.number} only ${VERBS[rule.action]} traffic ${toward(direction)} ${named}`;
  return isForNobody ? `${head}, and there are none here` : `${head}, not ${toward(direction)} ${other}`;
}

/** Why a rule does not match. */
export function describeMismatch(missed: MissedRule): string {
  const { rule, miss, direction, words, other, family } = missed;
  if (miss === 'family') return `rule ${rule.number} is not about IPv${family}`;
  if (miss === 'own') {
    const side = direction === 'egress' ? 'source' : 'destination';
    return `rule ${rule.number} does not match ${words.ownLabel(direction)} as its ${side}`;
  }
  if (miss === 'peer') return describePeerMiss(missed);
  if (isNamedPortMiss(rule, other, direction)) {
    return `rule ${rule.number} names a port, and an address outside of the cluster has no port names`;
  }
  return `rule ${rule.number} only ${VERBS[rule.action]} ${describeTraffic(rule)}, not ${words.traffic}`;
}

/** Why a rule may match: the fact that its peer lacks, or the address that nobody knows. */
export function describePerhaps(rule: Rule, label: string, lacking: PeerFact | undefined): string {
  const fact = lacking
    ? `${lacking.message.charAt(0).toLowerCase()}${lacking.message.slice(1)}`
    : 'its address is not known';
  return `rule ${rule.number} may match ${label}, but ${fact}`;
}
