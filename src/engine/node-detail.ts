// What a click on a node shows: who reaches it, what it reaches, and the policies that concern it.
import { compareText } from '../base/compare-text.ts';
import type { Policy, Rule } from '../model/policy.ts';
import { connectivity, isPartOf } from './connectivity.ts';
import { allParties, endpointParty, type FlowParty } from './flow-party.ts';
import type { Direction, FlowRow, NodeDetail, NodeId, PortScope, QueryError } from './results.ts';
import { nodeText } from './row-page.ts';
import type { Snapshot } from './snapshot.ts';

/** Rows sent with a detail; the table shows them all. */
const ROW_LIMIT = 200;

function partiesOf(snapshot: Snapshot, id: NodeId): FlowParty[] {
  if (id.startsWith('pod:')) {
    return snapshot.cluster.endpoints.flatMap((endpoint, index) =>
      endpoint.id === id ? [endpointParty(snapshot, index, endpoint)] : [],
    );
  }
  return allParties(snapshot).filter((party) => isPartOf(party, id));
}

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

function flowsOf(snapshot: Snapshot, id: NodeId, ports: PortScope): FlowRow[] {
  const level = id.startsWith('pod:') ? 'pod' : 'workload';
  return connectivity(snapshot, { ports, verdicts: ['allowed', 'unknown'], focus: id, level });
}

/** The detail of a node of the picture, or an error where the snapshot has no such node. */
export function nodeDetail(
  snapshot: Snapshot,
  id: NodeId,
  ports: PortScope,
  snapshotId: number,
): NodeDetail | QueryError {
  const parties = partiesOf(snapshot, id);
  const isEmptyNamespace = snapshot.cluster.namespaces.some((namespace) => `namespace:${namespace.name}` === id);
  if (parties.length === 0 && !isEmptyNamespace) {
    return { snapshot: snapshotId, error: `nothing is called \`${nodeText(id)}\` any more`, suggestions: [] };
  }
  const own = new Set(parties.map((party) => party.id));
  const columns = new Set(parties.flatMap((party) => party.members.map((member) => member.column)));
  const rows = flowsOf(snapshot, id, ports);
  const reachedBy = rows.filter((row) => own.has(row.dst));
  const reaches = rows.filter((row) => own.has(row.src));
  return {
    snapshot: snapshotId,
    id,
    label: id === 'internet' ? 'Internet' : nodeText(id),
    reachedBy: reachedBy.slice(0, ROW_LIMIT),
    reaches: reaches.slice(0, ROW_LIMIT),
    reachedByTotal: reachedBy.length,
    reachesTotal: reaches.length,
    ingressPolicies: policiesApplying(snapshot, columns, 'ingress'),
    egressPolicies: policiesApplying(snapshot, columns, 'egress'),
    namedAsPeerBy: policiesNaming(snapshot, columns),
  };
}
