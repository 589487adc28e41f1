// Whether NetworkPolicies let one end of a flow through, for the naive evaluator: each policy, rule, peer and port in turn.
import { type Address, containsAddress } from '../net/cidr.ts';
import type {
  LabelSelector,
  Labels,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicyResource,
  NetworkPolicyRule,
  Protocol,
} from '../resources/resource.ts';
import { hasType, type NaivePod } from './naive-cluster.ts';

/** `maybe`: it holds for some of the addresses an end may have and not for others. */
export type Ternary = 'yes' | 'no' | 'maybe';

export function anyOf<Item>(items: readonly Item[], test: (item: Item) => Ternary): Ternary {
  const results = items.map(test);
  if (results.includes('yes')) return 'yes';
  return results.includes('maybe') ? 'maybe' : 'no';
}

export function bothOf(a: Ternary, b: Ternary): Ternary {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'maybe';
}

/** The other end of a flow, as a rule's peers see it. */
export interface NaivePeer {
  /** Undefined for an address outside the cluster, a node, or a pod on the host network: no selector matches those. */
  readonly pod: NaivePod | undefined;
  /** All addresses it may have; one, where the address is known. */
  readonly addresses: readonly Address[];
}

export interface NaiveFlow {
  readonly protocol: Protocol;
  readonly port: number;
  /** Ports by name are those of the destination pod, whichever end the policy governs. */
  readonly destination: NaivePod | undefined;
}

/** `NotIn` and `DoesNotExist` hold without the key, `In` and `Exists` do not; no requirement holds for all (rule 19). */
export function selects(selector: LabelSelector, labels: Labels): boolean {
  return selector.requirements.every(({ key, operator, values }) => {
    const value = labels.get(key);
    if (operator === 'Exists') return value !== undefined;
    if (operator === 'DoesNotExist') return value === undefined;
    if (operator === 'In') return value !== undefined && values.includes(value);
    return value === undefined || !values.includes(value);
  });
}

/** `except` only shrinks its own block; blocks match pods by their addresses as well (rules 10, 11). */
function addressInBlock(peer: NetworkPolicyPeer & { type: 'ipBlock' }, address: Address): boolean {
  return containsAddress(peer.cidr, address) && !peer.except.some((hole) => containsAddress(hole, address));
}

function matchesPeer(
  peer: NetworkPolicyPeer,
  policyNamespace: string,
  other: NaivePeer,
  namespaceLabels: (name: string) => Labels,
): Ternary {
  if (peer.type === 'ipBlock') {
    const inside = other.addresses.filter((address) => addressInBlock(peer, address)).length;
    if (inside === 0) return 'no';
    return inside === other.addresses.length ? 'yes' : 'maybe';
  }
  if (!other.pod) return 'no';
  const namespaceFits = peer.namespaceSelector
    ? selects(peer.namespaceSelector, namespaceLabels(other.pod.namespace))
    : other.pod.namespace === policyNamespace;
  const podFits = peer.podSelector === undefined || selects(peer.podSelector, other.pod.labels);
  return namespaceFits && podFits ? 'yes' : 'no';
}

function matchesPort(port: NetworkPolicyPort, flow: NaiveFlow): boolean {
  if (port.protocol !== flow.protocol) return false;
  if (port.port === undefined) return true;
  if (typeof port.port === 'number') return flow.port >= port.port && flow.port <= (port.endPort ?? port.port);
  const declared = flow.destination?.ports ?? [];
  return declared.some(
    ({ name, protocol, port: number }) => name === port.port && protocol === flow.protocol && number === flow.port,
  );
}

function matchesRule(
  rule: NetworkPolicyRule,
  policyNamespace: string,
  other: NaivePeer,
  flow: NaiveFlow,
  namespaceLabels: (name: string) => Labels,
): Ternary {
  if (rule.ports.length > 0 && !rule.ports.some((port) => matchesPort(port, flow))) return 'no';
  if (rule.peers.length === 0) return 'yes';
  return anyOf(rule.peers, (peer) => matchesPeer(peer, policyNamespace, other, namespaceLabels));
}

/** The policies that isolate `pod` in a direction, as far as they apply to it. */
export function governing(
  policies: readonly NetworkPolicyResource[],
  type: 'Ingress' | 'Egress',
  pod: NaivePod | undefined,
): NetworkPolicyResource[] {
  if (!pod) return [];
  return policies.filter(
    (policy) =>
      policy.meta.namespace === pod.namespace && hasType(policy, type) && selects(policy.spec.podSelector, pod.labels),
  );
}

/** Policies add up: with none the flow passes, else some rule of some policy must match (rule 13). */
export function passes(
  policies: readonly NetworkPolicyResource[],
  type: 'Ingress' | 'Egress',
  other: NaivePeer,
  flow: NaiveFlow,
  namespaceLabels: (name: string) => Labels,
): Ternary {
  if (policies.length === 0) return 'yes';
  return anyOf(policies, (policy) =>
    anyOf(type === 'Ingress' ? policy.spec.ingress : policy.spec.egress, (rule) =>
      matchesRule(rule, policy.meta.namespace, other, flow, namespaceLabels),
    ),
  );
}
