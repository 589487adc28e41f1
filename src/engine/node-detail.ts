// What a click on a node shows: who reaches it, what it reaches, and the policies that concern it.
import { compareText } from '../base/compare-text.ts';
import type { Policy, Rule } from '../model/policy.ts';
import { endpointParty, type FlowParty } from './flow-party.ts';
import { partiesOf } from './known-parties.ts';
import { nodeFlows } from './node-flows.ts';
import { ownParties } from './own-parties.ts';
import type { Direction, NodeDetail, NodeId, PortScope, QueryError } from './results.ts';
import { nodeText } from './row-page.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows sent with a detail; the table shows them all. */
const ROW_LIMIT = 200;

function policiesApplying(snapshot: Snapshot, columns: ReadonlySet<number>, direction: Direction): string[] {
  const ids = new Set<string>();
  for (const column of columns) {
    if (column >= snapshot.universe.classes.length) continue;
    for (const index of snapshot.matrix.governing(direction, column)) {
      const policy = snapshot.policies[index];
      if (policy) ids.add(policy.id);
    }
  }
  return [...ids].sort(compareText);
}

/** Policies with a rule whose peer names the node itself rather than everything. */
function policiesNaming(snapshot: Snapshot, columns: ReadonlySet<number>): string[] {
  const names = (rule: Rule): boolean => {
    const peers = rule.matches.map((match) => match.peer).filter((peer) => peer.op !== 'any');
    return snapshot.matrix.families.some((family) =>
      peers.some((peer) => {
        const { possible } = snapshot.matrix.over(family).peers.match(peer);
        return [...columns].some((column) => possible.has(column));
      }),
    );
  };
  const rulesOf = (policy: Policy): readonly Rule[] => [...(policy.ingress ?? []), ...(policy.egress ?? [])];
  return snapshot.policies
    .filter((policy) => rulesOf(policy).some(names))
    .map((policy) => policy.id)
    .sort(compareText);
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
  const columns = new Set(own.flatMap((party) => party.members.map((member) => member.column)));
  const peers = toward === undefined ? peersOf(snapshot, id, own) : toward === id ? own : ownParties(snapshot, toward);
  const { to, from } = nodeFlows(snapshot, own, peers, { ports, limit: ROW_LIMIT, onlyFrom: toward !== undefined });
  return {
    snapshot: snapshotId,
    id,
    ...(toward === undefined ? {} : { toward }),
    label: id === 'internet' ? 'Internet' : nodeText(id),
    reachedBy: to.rows,
    reaches: from.rows,
    reachedByTotal: to.total,
    reachesTotal: from.total,
    ingressPolicies: policiesApplying(snapshot, columns, 'ingress'),
    egressPolicies: policiesApplying(snapshot, columns, 'egress'),
    namedAsPeerBy: policiesNaming(snapshot, columns),
  };
}
