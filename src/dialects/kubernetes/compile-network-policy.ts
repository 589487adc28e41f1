// A NetworkPolicy of networking.k8s.io in the engine's form: it allows, and the pods it selects are isolated in its directions.
import type { Peer, PeerFact, Policy, Rule, TrafficTerm } from '../../model/policy.ts';
import { allOf, inNamespace } from '../../model/selector.ts';
import type { Semantics } from '../../model/semantics.ts';
import { allPorts, MAX_PORT, portRange } from '../../net/connection-set.ts';
import type {
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicyResource,
  NetworkPolicyRule,
} from '../../resources/resource.ts';
import { compileLabelSelector } from '../compile-label-selector.ts';
import { podsOnly } from '../pods-only.ts';
import { peersWords } from './peer-words.ts';

/** Calico evaluates Kubernetes policies in its tier `default`, at order 1000; on its own the tier is the only one. */
export const KUBERNETES_TIER = 'default';

/**
 * Kubernetes API, NetworkPolicyPeer: selectors inside one item are ANDed; `podSelector` alone means the policy's
 * own namespace; an empty `namespaceSelector` all namespaces; neither covers addresses outside of the cluster.
 */
function compilePeer(peer: NetworkPolicyPeer, namespace: string, semantics: Semantics): Peer {
  // An `except` is no deny: it only takes addresses out of its own block.
  if (peer.type === 'ipBlock') return { op: 'addresses', include: [peer.cidr], exclude: peer.except };
  const inNamespaces = peer.namespaceSelector
    ? compileLabelSelector(peer.namespaceSelector, 'namespace', semantics)
    : inNamespace(namespace);
  const pods = peer.podSelector ? compileLabelSelector(peer.podSelector, 'endpoint', semantics) : undefined;
  return { op: 'endpoints', selector: podsOnly(allOf(pods ? [inNamespaces, pods] : [inNamespaces]), semantics) };
}

/** Kubernetes API, NetworkPolicyPort: the protocol defaults to TCP; without a port, every port of that protocol. */
function compilePort({ protocol, port, endPort }: NetworkPolicyPort): TrafficTerm {
  if (port === undefined) return { type: 'points', points: allPorts(protocol), text: `${protocol} on any port` };
  if (typeof port === 'string') {
    return { type: 'named', name: port, within: allPorts(protocol), text: `${protocol} on the port named ${port}` };
  }
  const to = Math.min(endPort ?? port, MAX_PORT);
  const text = `${protocol} ${to === port ? port : `${port}-${to}`}`;
  return { type: 'points', points: portRange(protocol, port, to), text };
}

function compileRule(rule: NetworkPolicyRule, index: number, namespace: string, semantics: Semantics): Rule {
  // Items of `from`/`to` are ORed; a missing or empty list is everything, addresses outside included.
  const peers = rule.peers.map((peer) => compilePeer(peer, namespace, semantics));
  const [first] = peers;
  const peer: Peer = !first ? { op: 'any' } : peers.length === 1 ? first : { op: 'or', terms: peers };
  const who = peersWords(rule.peers, namespace);
  return {
    number: index + 1,
    action: 'allow',
    matches: [{ peer, ...(who === undefined ? {} : { who }), traffic: rule.ports.map(compilePort) }],
    range: rule.range,
  };
}

/**
 * Kubernetes API, `SetDefaults_NetworkPolicy`: without policyTypes a policy governs ingress, and egress only if it
 * has at least one egress rule. Rules of a direction that is not governed are ignored.
 */
function governedDirections(spec: NetworkPolicyResource['spec']): { ingress: boolean; egress: boolean } {
  if (!spec.policyTypes) return { ingress: true, egress: spec.egress.length > 0 };
  return { ingress: spec.policyTypes.includes('Ingress'), egress: spec.policyTypes.includes('Egress') };
}

/** Calico from 3.32 on compares `name/namespace/Kind`, before that its internal name, in byte order. */
function tieBreak(namespace: string, name: string, semantics: Semantics): string {
  if (semantics === 'calico-3.31') return `${namespace}/knp.default.${name}`;
  return `${name}/${namespace}/KubernetesNetworkPolicy`;
}

/** The API says nothing of such pods; implementations mostly leave them alone ("Network Policies", what you can't do). */
const ON_HOSTS: PeerFact = {
  code: 'host-network-undefined',
  message: 'Kubernetes does not define whether NetworkPolicy applies to a pod on the host network',
  remedy: 'Choose the reading of the implementation that the cluster runs, or do not rely on policy for such a pod.',
};

/** What a NetworkPolicy is compiled from, whichever kind its object is of. */
type NetworkPolicySource = Pick<NetworkPolicyResource, 'meta' | 'spec' | 'range'>;

export function compileNetworkPolicy(resource: NetworkPolicySource, semantics: Semantics): Policy {
  const { meta, spec } = resource;
  const governs = governedDirections(spec);
  const compile = (rules: readonly NetworkPolicyRule[]): Rule[] =>
    rules.map((rule, index) => compileRule(rule, index, meta.namespace, semantics));
  return {
    id: `NetworkPolicy/${meta.namespace}/${meta.name}`,
    kind: 'NetworkPolicy',
    namespace: meta.namespace,
    name: meta.name,
    tier: KUBERNETES_TIER,
    order: 1000,
    tieBreak: tieBreak(meta.namespace, meta.name, semantics),
    ...(semantics === 'kubernetes' ? { perhapsOnHosts: ON_HOSTS } : {}),
    subject: podsOnly(
      allOf([inNamespace(meta.namespace), compileLabelSelector(spec.podSelector, 'endpoint', semantics)]),
      semantics,
    ),
    ingress: governs.ingress ? compile(spec.ingress) : undefined,
    egress: governs.egress ? compile(spec.egress) : undefined,
    range: resource.range,
  };
}
