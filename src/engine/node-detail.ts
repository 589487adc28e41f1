// What a click on a node shows: who reaches it, what it reaches, and the policies that concern it.
import type { Rule } from '../model/policy.ts';
import type { Resource } from '../resources/resource.ts';
import { endpointParty, type FlowParty } from './flow-party.ts';
import { partiesOf } from './known-parties.ts';
import { Locator } from './locate.ts';
import { nodeFlows } from './node-flows.ts';
import { nodeParties } from './node-parties.ts';
import { ownParties } from './own-parties.ts';
import type { PeerMatch } from './peer-match.ts';
import { type FoundRule, PolicyReasons } from './policy-reasons.ts';
import type { ApplyingPolicy, NamingPolicy } from './policy-results.ts';
import type { Party } from './resolve-party.ts';
import type { Direction, Location, NodeDetail, NodeId, PortScope, QueryError } from './results.ts';
import { nodeText } from './row-page.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows sent with a detail; the table shows them all. */
const ROW_LIMIT = 200;

/** A node, what it stands for, and who tells why policies concern it. */
interface NodeEnds {
  readonly snapshot: Snapshot;
  readonly id: NodeId;
  readonly own: readonly FlowParty[];
  readonly columns: ReadonlySet<number>;
  readonly parties: readonly Party[];
  readonly locator: Locator;
  readonly reasons: PolicyReasons;
}

/** Policies of one list that are told why; of more only which. */
const MOST_TOLD = 60;
/** Rules of one policy that are told. */
const MOST_RULES = 3;

/** By place in evaluation order: to how many of the parties each policy applies in a direction. */
function countApplying(snapshot: Snapshot, own: readonly FlowParty[], direction: Direction): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { members } of own) {
    const policies = new Set<number>();
    for (const { column } of members) {
      if (column >= snapshot.universe.classes.length) continue;
      for (const index of snapshot.matrix.governing(direction, column)) policies.add(index);
    }
    for (const index of policies) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return counts;
}

function policiesApplying(node: NodeEnds, direction: Direction): ApplyingPolicy[] {
  const { snapshot, id, own, parties, reasons } = node;
  const counts = [...countApplying(snapshot, own, direction)].sort(([a], [b]) => a - b);
  return counts.flatMap(([index, count], place): ApplyingPolicy[] => {
    const policy = snapshot.policies[index];
    if (!policy) return [];
    const isMeant = ({ column }: Party): boolean => snapshot.subjects[index]?.has(column) ?? false;
    const told = place < MOST_TOLD ? reasons.ofSubject(policy, parties.filter(isMeant)) : undefined;
    const workloads = id.startsWith('namespace:') ? { workloads: { count, of: own.length } } : {};
    return [{ id: policy.id, ...workloads, ...(told ? { reasons: told } : {}) }];
  });
}

/** Policies with a rule whose peer names the node itself rather than everything. */
function policiesNaming({ snapshot, columns, parties, reasons }: NodeEnds): NamingPolicy[] {
  const holds = ({ certain, possible }: PeerMatch): 'yes' | 'maybe' | 'no' => {
    let isPossible = false;
    for (const column of columns) {
      if (certain.has(column)) return 'yes';
      isPossible ||= possible.has(column);
    }
    return isPossible ? 'maybe' : 'no';
  };
  const asks = (rule: Rule, direction: Direction): FoundRule[] => {
    const peers = rule.matches.map((match) => match.peer).filter((peer) => peer.op !== 'any');
    const said = new Set(
      snapshot.matrix.families.flatMap((family) => {
        const matcher = snapshot.matrix.over(family).peers;
        return peers.map((peer) => holds(matcher.match(peer)));
      }),
    );
    return said.has('yes') || said.has('maybe') ? [{ rule, direction, isSure: said.has('yes') }] : [];
  };
  const found: NamingPolicy[] = [];
  for (const policy of snapshot.policies) {
    const naming = (['ingress', 'egress'] as const).flatMap((direction) =>
      (policy[direction] ?? []).flatMap((rule) => asks(rule, direction)),
    );
    if (naming.length === 0) continue;
    const told = found.length < MOST_TOLD ? naming.slice(0, MOST_RULES) : [];
    const rules = told.map((rule) => reasons.ofRule(policy, rule, parties));
    found.push({ id: policy.id, rules, more: naming.length - rules.length });
  }
  return found;
}

/** The last in path order counts. */
function declarationOf({ snapshot: { readings }, id, locator }: NodeEnds): Location | undefined {
  const isMeant = ({ kind, meta }: Resource): boolean => kind === 'Namespace' && `namespace:${meta.name}` === id;
  const last = readings.findLast(({ decoded }) => decoded.resources.some(isMeant));
  const found = last?.decoded.resources.findLast(isMeant);
  return found && locator.locate(found.range);
}

/** Peers of a pod are pods, but for clusters of more endpoints than this: there they are workloads. */
const MAX_POD_PEERS = 20_000;

function peersOf(snapshot: Snapshot, id: NodeId, own: readonly FlowParty[]): readonly FlowParty[] {
  if (!id.startsWith('pod:')) return partiesOf(snapshot);
  const { endpoints } = snapshot.cluster;
  if (endpoints.length > MAX_POD_PEERS) return [...own, ...partiesOf(snapshot)];
  const pods = endpoints.map(
    (endpoint, index) => own.find((party) => party.id === endpoint.id) ?? endpointParty(snapshot, index, endpoint),
  );
  return [...pods, ...partiesOf(snapshot).filter(({ isOutside }) => isOutside)];
}

/** What is asked about a node: `toward` leaves only what it reaches there, and nothing that reaches it. */
export interface NodeQuestion {
  readonly id: NodeId;
  readonly ports: PortScope;
  readonly toward?: NodeId;
}

/** The detail of a node of the picture, or an error where the snapshot has no such node. */
export function nodeDetail(
  snapshot: Snapshot,
  { id, ports, toward }: NodeQuestion,
  snapshotId: number,
): NodeDetail | QueryError {
  const own = ownParties(snapshot, id);
  const isEmptyNamespace = snapshot.cluster.namespaces.some((namespace) => `namespace:${namespace.name}` === id);
  if (own.length === 0 && !isEmptyNamespace) {
    return { snapshot: snapshotId, error: `nothing is called \`${nodeText(id)}\` any more`, suggestions: [] };
  }
  const peers = toward === undefined ? peersOf(snapshot, id, own) : toward === id ? own : ownParties(snapshot, toward);
  const { to, from } = nodeFlows(snapshot, own, peers, { ports, limit: ROW_LIMIT, onlyFrom: toward !== undefined });
  const locator = new Locator(snapshot.readings);
  const ends: NodeEnds = {
    snapshot,
    id,
    own,
    columns: new Set(own.flatMap((party) => party.members.map((member) => member.column))),
    parties: nodeParties(snapshot, id),
    locator,
    reasons: new PolicyReasons(snapshot, locator),
  };
  const declaredAt = id.startsWith('namespace:') ? declarationOf(ends) : undefined;
  return {
    snapshot: snapshotId,
    id,
    ...(declaredAt ? { declaredAt } : {}),
    ...(toward === undefined ? {} : { toward }),
    label: id === 'internet' ? 'Internet' : nodeText(id),
    reachedBy: to.rows,
    reaches: from.rows,
    reachedByTotal: to.total,
    reachesTotal: from.total,
    ingressPolicies: policiesApplying(ends, 'ingress'),
    egressPolicies: policiesApplying(ends, 'egress'),
    namedAsPeerBy: policiesNaming(ends),
  };
}
