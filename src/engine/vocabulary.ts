// What the policies of a snapshot speak of: labels, port names and addresses. Only these can tell endpoints apart.
import type { Peer, Policy, Rule, RuleMatch, TrafficTerm } from '../model/policy.ts';
import { fitsText, type LabelScope, NAMESPACE_NAME_LABEL, type Selector } from '../model/selector.ts';
import type { Cidr } from '../net/cidr.ts';
import { ALL_CONNECTIONS, ALL_PORTS, difference } from '../net/connection-set.ts';

const WITHOUT_PORTS = difference(ALL_CONNECTIONS, ALL_PORTS);

export type AddressPeer = Extract<Peer, { op: 'addresses' }>;

/** One thing asked of a label of the scope `endpoint`. */
export type LabelQuestion =
  | { readonly key: string; readonly op: 'has' }
  | { readonly key: string; readonly op: 'in'; readonly values: readonly string[] }
  | { readonly key: string; readonly op: 'contains' | 'starts-with' | 'ends-with'; readonly text: string };

/** The answer for a label's value; undefined where the endpoint lacks it. */
export function asks(question: LabelQuestion, value: string | undefined): boolean {
  if (value === undefined) return false;
  if (question.op === 'has') return true;
  return question.op === 'in' ? question.values.includes(value) : fitsText(question.op, value, question.text);
}

/** A question, and the namespaces whose endpoints it is asked of; undefined: of all. */
export interface ScopedQuestion {
  readonly question: LabelQuestion;
  readonly namespaces: readonly string[] | undefined;
}

export interface Vocabulary {
  readonly questions: readonly ScopedQuestion[];
  readonly portNames: ReadonlySet<string>;
  /** All CIDRs, once each. */
  readonly cidrs: readonly Cidr[];
  readonly blocks: readonly AddressPeer[];
  /** True where some rule tells apart traffic that has no ports: ICMP, or protocols by number. */
  readonly beyondPorts: boolean;
}

type Questions = (question: LabelQuestion, namespaces: readonly string[] | undefined) => void;

const isNamespaceName = (term: Selector): term is Extract<Selector, { op: 'in' }> =>
  term.op === 'in' && term.scope === 'namespace' && term.key === NAMESPACE_NAME_LABEL;

/**
 * Visits what a selector asks. In a conjunction with namespaces by name the other terms only matter inside of these, so
 * that a policy of one namespace tells nothing apart in the others.
 */
export function visitSelector(selector: Selector, namespaces: readonly string[] | undefined, visit: Questions): void {
  switch (selector.op) {
    case 'all':
    case 'type':
      return;
    case 'has':
      if (asksEndpoint(selector.scope)) visit({ key: selector.key, op: 'has' }, namespaces);
      return;
    case 'in':
      if (asksEndpoint(selector.scope)) visit({ key: selector.key, op: 'in', values: selector.values }, namespaces);
      return;
    case 'contains':
    case 'starts-with':
    case 'ends-with':
      if (asksEndpoint(selector.scope)) visit({ key: selector.key, op: selector.op, text: selector.text }, namespaces);
      return;
    case 'not':
      visitSelector(selector.term, namespaces, visit);
      return;
    case 'or':
      for (const term of selector.terms) visitSelector(term, namespaces, visit);
      return;
    case 'and': {
      let within = namespaces;
      for (const { values } of selector.terms.filter(isNamespaceName)) {
        within = within ? within.filter((name) => values.includes(name)) : values;
      }
      for (const term of selector.terms) visitSelector(term, within, visit);
    }
  }
}

const asksEndpoint = (scope: LabelScope): boolean => scope === 'endpoint';

function visitPeer(peer: Peer, ask: Questions, block: (block: AddressPeer) => void): void {
  switch (peer.op) {
    case 'any':
    case 'unresolved':
    case 'hosts':
      return;
    case 'endpoints':
    case 'objects':
      visitSelector(peer.selector, undefined, ask);
      return;
    case 'addresses':
      block(peer);
      return;
    case 'and':
    case 'or':
      for (const term of peer.terms) visitPeer(term, ask, block);
      return;
    case 'not':
      visitPeer(peer.term, ask, block);
  }
}

function vocabularyOf(policy: Policy): Vocabulary {
  const questions: ScopedQuestion[] = [];
  const ask: Questions = (question, namespaces) => questions.push({ question, namespaces });
  const portNames = new Set<string>();
  const blocks = new Set<AddressPeer>();
  let beyondPorts = false;
  const addTerm = (term: TrafficTerm): void => {
    if (term.type === 'points') {
      // All of what has no ports, or nothing of it, tells nothing apart.
      const rest = difference(term.points, ALL_PORTS);
      if (rest.length > 0 && difference(WITHOUT_PORTS, rest).length > 0) beyondPorts = true;
      return;
    }
    portNames.add(term.name);
    if (term.among) visitSelector(term.among, undefined, ask);
  };
  const addMatch = (match: RuleMatch): void => {
    for (const peer of match.own ? [match.peer, match.own] : [match.peer]) {
      visitPeer(peer, ask, (block) => blocks.add(block));
    }
    for (const term of [...match.traffic, ...(match.except ?? [])]) addTerm(term);
  };
  visitSelector(policy.subject, undefined, ask);
  for (const rules of [policy.ingress, policy.egress] as (readonly Rule[] | undefined)[]) {
    for (const rule of rules ?? []) rule.matches.forEach(addMatch);
  }
  return { questions, portNames, cidrs: [], blocks: [...blocks], beyondPorts };
}

const known = new WeakMap<Policy, Vocabulary>();

/** What one policy asks about, without `cidrs`; remembered for as long as the policy is. */
export function policyVocabulary(policy: Policy): Vocabulary {
  const own = known.get(policy) ?? vocabularyOf(policy);
  known.set(policy, own);
  return own;
}

/** Everything the policies ask about. */
export function collectVocabulary(policies: readonly Policy[]): Vocabulary {
  const questions: ScopedQuestion[] = [];
  const portNames = new Set<string>();
  const blocks = new Set<AddressPeer>();
  let beyondPorts = false;
  for (const policy of policies) {
    const own = policyVocabulary(policy);
    for (const question of own.questions) questions.push(question);
    for (const name of own.portNames) portNames.add(name);
    for (const block of own.blocks) blocks.add(block);
    beyondPorts ||= own.beyondPorts;
  }
  const cidrs = new Map<string, Cidr>();
  for (const { include, exclude } of blocks) {
    for (const cidr of include) cidrs.set(cidr.text, cidr);
    for (const cidr of exclude) cidrs.set(cidr.text, cidr);
  }
  return { questions, portNames, cidrs: [...cidrs.values()], blocks: [...blocks], beyondPorts };
}
