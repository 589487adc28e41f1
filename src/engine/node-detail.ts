// What a click on a node shows: who reaches it, what it reaches, and the policies that concern it.
import { compareText } from '../base/compare-text.ts';
import type { Policy, Rule } from '../model/policy.ts';
import { flowsBySource, isPartOf } from './connectivity.ts';
import { endpointParty, type FlowParty } from './flow-party.ts';
import { type FlowCell, flowsFrom } from './flow-sheet.ts';
import { partiesOf as allParties } from './known-parties.ts';
import { missingSentence } from './pair-cells.ts';
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

/** Rows from a node, or to it: the first of them, and how many there are. */
interface EndRows {
  readonly rows: FlowRow[];
  total: number;
}

function flowsOf(
  snapshot: Snapshot,
  id: NodeId,
  ports: PortScope,
  own: ReadonlySet<NodeId>,
): Record<'to' | 'from', EndRows> {
  const level = id.startsWith('pod:') ? 'pod' : 'workload';
  const ends = { to: { rows: [], total: 0 }, from: { rows: [], total: 0 } } as Record<'to' | 'from', EndRows>;
  const add = (end: EndRows, src: FlowParty, dst: FlowParty, cell: FlowCell): void => {
    for (const row of cell.rows) {
      if (row.verdict === 'denied') continue;
      end.total++;
      if (end.rows.length >= ROW_LIMIT) continue;
      const missing = row.verdict === 'unknown' ? { missing: missingSentence(src, dst) } : {};
      end.rows.push({ src: src.id, dst: dst.id, ...row, ...missing });
    }
  };
  for (const source of flowsBySource(snapshot, { ports, focus: id, level })) {
    const isFrom = own.has(source.src.id);
    for (const { dst, cell } of flowsFrom(source)) {
      if (isFrom) add(ends.from, source.src, dst, cell);
      if (own.has(dst.id)) add(ends.to, source.src, dst, cell);
    }
  }
  return ends;
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
  const { to, from } = flowsOf(snapshot, id, ports, own);
  return {
    snapshot: snapshotId,
    id,
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
