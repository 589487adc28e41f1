// Policy of administrators (policy.networking.k8s.io) by the API's text, for the naive evaluator: tiers around NetworkPolicy.
import { type Address, containsAddress } from '../net/cidr.ts';
import type { AdminPeer, AdminPods, AdminPolicyResource, AdminPort, AdminRule, Labels } from '../resources/resource.ts';
import type { NaivePod } from './naive-cluster.ts';
import { anyOf, type NaiveFlow, type NaivePeer, selects, type Ternary } from './naive-rules.ts';

export interface AdminSetting {
  readonly admin: readonly AdminPolicyResource[];
  readonly namespaceLabels: (name: string) => Labels;
  /** Whether an address is that of a node that a selector of nodes selects. */
  readonly isNodeAddress: (selector: AdminPods['namespaceSelector'], address: Address) => Ternary;
}

type Direction = 'Ingress' | 'Egress';
/** `next`: the tier says nothing, or that the next one shall decide. */
type Outcome = 'Allow' | 'Deny' | 'next';

function inAdminPods({ namespaceSelector, podSelector }: AdminPods, pod: NaivePod, setting: AdminSetting): boolean {
  return (
    selects(namespaceSelector, setting.namespaceLabels(pod.namespace)) &&
    (podSelector === undefined || selects(podSelector, pod.labels))
  );
}

/** What holds of all addresses that an end may have; one without any is in no network. */
function ofAll(results: readonly Ternary[]): Ternary {
  const [first = 'no'] = results;
  return results.every((result) => result === first) ? first : 'maybe';
}

/** Networks match pods as well; nodes are their addresses, not their pods; whose a domain name is nobody knows (rule 31). */
function matchesPeer(peer: AdminPeer, { pod, addresses }: NaivePeer, setting: AdminSetting): Ternary {
  switch (peer.type) {
    case 'pods':
      return pod && inAdminPods(peer, pod, setting) ? 'yes' : 'no';
    case 'networks':
      return ofAll(
        addresses.map((address) => (peer.cidrs.some((cidr) => containsAddress(cidr, address)) ? 'yes' : 'no')),
      );
    case 'nodes':
      return pod ? 'no' : ofAll(addresses.map((address) => setting.isNodeAddress(peer.selector, address)));
    case 'domainNames':
      return pod ? 'no' : 'maybe';
  }
}

/** A port by name is the destination's container port in the protocol that it declares (rule 7). */
function matchesPort(port: AdminPort, flow: NaiveFlow): boolean {
  if (port.type === 'range') return port.protocol === flow.protocol && port.from <= flow.port && flow.port <= port.to;
  const declared = flow.destination?.ports ?? [];
  return declared.some((own) => own.name === port.name && own.protocol === flow.protocol && own.port === flow.port);
}

function matchesRule(rule: AdminRule, other: NaivePeer, flow: NaiveFlow, setting: AdminSetting): Ternary {
  if (rule.ports.length > 0 && !rule.ports.some((port) => matchesPort(port, flow))) return 'no';
  return anyOf(rule.peers, (peer) => matchesPeer(peer, other, setting));
}

/** What a policy may say of a flow: the action of its first rule that matches, for certain or perhaps. */
function actionsOf(
  rules: readonly AdminRule[],
  other: NaivePeer,
  flow: NaiveFlow,
  setting: AdminSetting,
): Set<AdminRule['action'] | 'none'> {
  const possible = new Set<AdminRule['action'] | 'none'>();
  for (const rule of rules) {
    const match = matchesRule(rule, other, flow, setting);
    if (match !== 'no') possible.add(rule.action);
    if (match === 'yes') return possible;
  }
  return possible.add('none');
}

const outcomeOf = (action: AdminRule['action']): Outcome => (action === 'Pass' ? 'next' : action);

/** "First matching rule by (priority ascending, rule order)"; between equal priorities any may go first (rules 26, 27). */
function tierOutcomes(
  tier: 'Admin' | 'Baseline',
  direction: Direction,
  own: NaivePod,
  other: NaivePeer,
  flow: NaiveFlow,
  setting: AdminSetting,
): ReadonlySet<Outcome> {
  const policies = setting.admin.filter(({ spec }) => spec.tier === tier && inAdminPods(spec.subject, own, setting));
  const outcomes = new Set<Outcome>();
  const priorities = [...new Set(policies.map(({ spec }) => spec.priority))].sort((a, b) => a - b);
  for (const priority of priorities) {
    const peers = policies.filter(({ spec }) => spec.priority === priority);
    const actions = peers.map(({ spec }) =>
      actionsOf(direction === 'Ingress' ? spec.ingress : spec.egress, other, flow, setting),
    );
    for (const action of actions.flatMap((possible) => [...possible])) {
      if (action !== 'none') outcomes.add(outcomeOf(action));
    }
    if (actions.some((possible) => !possible.has('none'))) return outcomes;
  }
  return outcomes.add('next');
}

/**
 * Admin, then NetworkPolicy where one isolates the pod in this direction (`isolation`), else Baseline, else allowed
 * (rules 28, 29).
 */
export function passesTiers(
  direction: Direction,
  own: NaivePod,
  other: NaivePeer,
  flow: NaiveFlow,
  isolation: Ternary | 'none',
  setting: AdminSetting,
): Ternary {
  const resultOf = (outcome: Outcome, next: () => readonly Ternary[]): readonly Ternary[] => {
    if (outcome === 'next') return next();
    return [outcome === 'Allow' ? 'yes' : 'no'];
  };
  const baseline = (): Ternary[] =>
    [...tierOutcomes('Baseline', direction, own, other, flow, setting)].flatMap((outcome) =>
      resultOf(outcome, () => ['yes']),
    );
  const below = (): readonly Ternary[] => (isolation === 'none' ? baseline() : [isolation]);
  const results = [...tierOutcomes('Admin', direction, own, other, flow, setting)].flatMap((outcome) =>
    resultOf(outcome, below),
  );
  return results.every((result) => result === results[0]) ? (results[0] ?? 'maybe') : 'maybe';
}
