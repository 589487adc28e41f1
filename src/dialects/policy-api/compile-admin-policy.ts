// policy.networking.k8s.io in the engine's form: ordered rules that allow, deny or pass, above and below NetworkPolicy.
import type { Peer, Policy, Rule, RuleAction, TrafficTerm } from '../../model/policy.ts';
import { allOf, type Selector } from '../../model/selector.ts';
import { ALL_PORTS, portRange } from '../../net/connection-set.ts';
import type { AdminPeer, AdminPods, AdminPolicyResource, AdminPort, AdminRule } from '../../resources/resource.ts';
import { compileLabelSelector } from '../compile-label-selector.ts';

const ACTIONS: Record<AdminRule['action'], RuleAction> = { Allow: 'allow', Deny: 'deny', Pass: 'pass' };

function compilePods(pods: AdminPods): Selector {
  const namespaces = compileLabelSelector(pods.namespaceSelector, 'namespace');
  return pods.podSelector ? allOf([namespaces, compileLabelSelector(pods.podSelector, 'endpoint')]) : namespaces;
}

function compilePeer(peer: AdminPeer): Peer {
  switch (peer.type) {
    case 'pods':
      return { op: 'endpoints', selector: compilePods(peer) };
    // API text: cluster-internal traffic is checked against `networks` as well, so they match pods by address.
    case 'networks':
      return { op: 'addresses', include: peer.cidrs, exclude: [] };
    case 'nodes':
      return { op: 'hosts', selector: compileLabelSelector(peer.selector, 'endpoint') };
    case 'domainNames':
      return {
        op: 'unresolved',
        fact: {
          code: 'domain-addresses-unknown',
          message: `The addresses behind ${peer.names.join(', ')} are not in the manifests`,
          remedy: 'Ask for the flow by name in a cluster, or write the addresses as networks.',
        },
      };
  }
}

/** A named port has no protocol of its own: the destination's container port brings it. */
function compilePort(port: AdminPort): TrafficTerm {
  if (port.type === 'named') {
    return { type: 'named', name: port.name, within: ALL_PORTS, text: `the port named ${port.name}` };
  }
  const { protocol, from, to } = port;
  const text = `${protocol} ${from === to ? from : `${from}-${to}`}`;
  return { type: 'points', points: portRange(protocol, from, to), text };
}

function compileRule(rule: AdminRule, index: number): Rule {
  return {
    number: index + 1,
    action: ACTIONS[rule.action],
    matches: [{ peer: { op: 'or', terms: rule.peers.map(compilePeer) }, traffic: rule.ports.map(compilePort) }],
    range: rule.range,
  };
}

/**
 * One policy of a tier. There is no implicit isolation: what no rule matches goes on to the next tier, and an empty
 * list of rules governs nothing. Priorities order a tier, lower first; equal ones fall back to the name.
 */
export function compileAdminPolicy(resource: AdminPolicyResource, tier: string): Policy {
  const { spec, meta, kind } = resource;
  return {
    id: `${kind}//${meta.name}`,
    kind,
    namespace: '',
    name: meta.name,
    tier,
    order: spec.priority,
    tieBreak: meta.name,
    subject: compilePods(spec.subject),
    ingress: spec.ingress.length > 0 ? spec.ingress.map(compileRule) : undefined,
    egress: spec.egress.length > 0 ? spec.egress.map(compileRule) : undefined,
    range: resource.range,
  };
}
