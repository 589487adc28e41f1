// policy.networking.k8s.io in the engine's form: ordered rules that allow, deny or pass, above and below NetworkPolicy.
import type { Peer, Policy, Rule, RuleAction, RuleMatch, TrafficTerm } from '../../model/policy.ts';
import { allOf, type Selector } from '../../model/selector.ts';
import type { Semantics } from '../../model/semantics.ts';
import { ALL_PORTS, portRange } from '../../net/connection-set.ts';
import type { AdminPeer, AdminPods, AdminPolicyResource, AdminPort, AdminRule } from '../../resources/resource.ts';
import { compileLabelSelector } from '../compile-label-selector.ts';
import type { CompileContext } from '../dialect.ts';
import { domainPeer } from '../domain-addresses.ts';
import { podsOnly } from '../pods-only.ts';

type Direction = 'ingress' | 'egress';

const ACTIONS: Record<AdminRule['action'], RuleAction> = { Allow: 'allow', Deny: 'deny', Pass: 'pass' };

function compilePods(pods: AdminPods, semantics: Semantics): Selector {
  const namespaces = compileLabelSelector(pods.namespaceSelector, 'namespace', semantics);
  const own = pods.podSelector && compileLabelSelector(pods.podSelector, 'endpoint', semantics);
  return podsOnly(own ? allOf([namespaces, own]) : namespaces, semantics);
}

/**
 * Calico compiles a peer `namespaces` to a selector of the labels that objects inherit from their namespace, and hosts from
 * a profile named after one. So it also means network sets, and, where it only excludes labels, everything that has no
 * namespace. An empty one asks for the label of any namespace.
 */
function compileNamespaces({ namespaceSelector }: AdminPods, semantics: Semantics): Peer {
  const requirements = namespaceSelector.requirements.map((one) => ({ ...one, key: `pcns.${one.key}` }));
  const selector = compileLabelSelector({ ...namespaceSelector, requirements }, 'endpoint', semantics);
  const namespaced: Selector = { op: 'has', scope: 'endpoint', key: 'projectcalico.org/namespace' };
  return { op: 'objects', selector: selector.op === 'all' ? namespaced : selector };
}

function compilePeer(peer: AdminPeer, { semantics, domains }: CompileContext): Peer {
  switch (peer.type) {
    case 'pods':
      if (!peer.podSelector && semantics !== 'kubernetes') return compileNamespaces(peer, semantics);
      return { op: 'endpoints', selector: compilePods(peer, semantics) };
    // API text: cluster-internal traffic is checked against `networks` as well, so they match pods by address.
    case 'networks':
      return { op: 'addresses', include: peer.cidrs, exclude: [] };
    case 'nodes':
      return { op: 'hosts', selector: compileLabelSelector(peer.selector, 'endpoint', semantics) };
    case 'domainNames':
      return domainPeer(peer.names, domains);
  }
}

/**
 * A named port has no protocol of its own: the destination's container port brings it. With `among`, only those endpoints
 * have names.
 */
function compilePort(port: AdminPort, among?: Selector): TrafficTerm {
  if (port.type === 'named') {
    const text = `the port named ${port.name}`;
    return { type: 'named', name: port.name, within: ALL_PORTS, ...(among ? { among } : {}), text };
  }
  const { protocol, from, to } = port;
  const text = `${protocol} ${from === to ? from : `${from}-${to}`}`;
  return { type: 'points', points: portRange(protocol, from, to), text };
}

/** Peers that Calico's conversion does not know. */
export function isUnsupported(peer: AdminPeer, semantics: Semantics): boolean {
  return semantics !== 'kubernetes' && (peer.type === 'nodes' || peer.type === 'domainNames');
}

/**
 * The peers of a rule as alternatives. In Calico each egress peer has named ports of its own: those of the endpoints that
 * it selects, though an address that it selects may be an endpoint of another namespace.
 */
function compileMatches(rule: AdminRule, direction: Direction, context: CompileContext): readonly RuleMatch[] {
  const peers = rule.peers.map((peer) => compilePeer(peer, context));
  const objects = peers.filter((peer) => peer.op === 'objects');
  const traffic = rule.ports.map((port) => compilePort(port));
  if (direction === 'ingress' || objects.length === 0 || !rule.ports.some(({ type }) => type === 'named')) {
    return [{ peer: { op: 'or', terms: peers }, traffic }];
  }
  const others = peers.filter((peer) => peer.op !== 'objects');
  return [
    ...(others.length > 0 ? [{ peer: { op: 'or' as const, terms: others }, traffic }] : []),
    ...objects.map((peer) => ({ peer, traffic: rule.ports.map((port) => compilePort(port, peer.selector)) })),
  ];
}

function compileRule(rule: AdminRule, index: number, direction: Direction, context: CompileContext): Rule[] {
  const head = { number: index + 1, range: rule.range };
  if (rule.peers.some((peer) => isUnsupported(peer, context.semantics))) {
    // Calico fails closed: such a rule allows nothing, and denies everything if it would deny or pass anything.
    if (rule.action === 'Allow') return [];
    return [{ ...head, action: 'deny', matches: [{ peer: { op: 'any' }, traffic: [] }] }];
  }
  return [{ ...head, action: ACTIONS[rule.action], matches: compileMatches(rule, direction, context) }];
}

/**
 * Calico from 3.32 on compares `name/namespace/Kind`, before that its internal name, in byte order. The API text leaves
 * the order of equal priorities open.
 */
function tieBreak({ kind, meta }: AdminPolicyResource, tier: string, semantics: Semantics): string | undefined {
  if (semantics === 'kubernetes') return undefined;
  if (semantics !== 'calico-3.31') return `${meta.name}//Kubernetes${kind}`;
  return `${kind === 'AdminNetworkPolicy' ? 'kanp' : 'kbanp'}.${tier}.${meta.name}`;
}

/**
 * One policy of a tier. There is no implicit isolation: what no rule matches goes on to the next tier, and an empty
 * list of rules governs nothing. Priorities order a tier, lower first.
 */
export function compileAdminPolicy(resource: AdminPolicyResource, tier: string, context: CompileContext): Policy {
  const { spec, meta, kind } = resource;
  const { semantics } = context;
  const compile = (rules: readonly AdminRule[], direction: Direction): Rule[] | undefined =>
    rules.length > 0 ? rules.flatMap((rule, index) => compileRule(rule, index, direction, context)) : undefined;
  return {
    id: `${kind}//${meta.name}`,
    kind,
    namespace: '',
    name: meta.name,
    tier,
    order: spec.priority,
    tieBreak: tieBreak(resource, tier, semantics),
    subject: compilePods(spec.subject, semantics),
    ingress: compile(spec.ingress, 'ingress'),
    egress: compile(spec.egress, 'egress'),
    range: resource.range,
  };
}
