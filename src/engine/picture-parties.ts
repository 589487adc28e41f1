// Who stands behind the nodes of a picture: workloads, their pods where open, whole namespaces where closed.
import { isPartOf } from './connectivity.ts';
import type { FlowFilter } from './flow-filter.ts';
import { endpointParty, type FlowParty } from './flow-party.ts';
import type { GroupedParty } from './group-parties.ts';
import { partiesOf } from './known-parties.ts';
import type { Direction, NodeId, PictureRequest } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** The node that stands for all namespaces a picture has no room for. */
export type OtherNamespaces = 'namespaces:others';

const OTHER_NAMESPACES: OtherNamespaces = 'namespaces:others';

/** The nodes of a picture as groups of parties. */
export interface PictureParties {
  /** By group: the node, and the namespace it lies in, or the node itself. */
  readonly nodes: readonly NodeId[];
  readonly homes: readonly NodeId[];
  readonly parties: readonly GroupedParty[];
  /** Nodes with something in focus. */
  readonly inFocus: ReadonlySet<NodeId>;
  /** Groups at which the flips of a workload or of something outside show: the pods of an open one share its flips. */
  readonly groupsOf: (party: NodeId) => readonly number[];
}

/** Parties at the level the picture shows, each with the node that stands for it. */
function partiesShown(snapshot: Snapshot, request: PictureRequest): { party: FlowParty; node: NodeId }[] {
  const namespaces = new Set(request.expandedNamespaces);
  const shown = request.shownNamespaces && new Set(request.shownNamespaces);
  const open = new Set(request.expandedWorkloads);
  const workloads = new Map(snapshot.cluster.workloads.map((workload) => [workload.id, workload]));
  const found: { party: FlowParty; node: NodeId }[] = [];
  for (const party of partiesOf(snapshot)) {
    const { namespace } = party;
    if (namespace === undefined) found.push({ party, node: party.id });
    else if (shown && !shown.has(namespace)) found.push({ party, node: OTHER_NAMESPACES });
    else if (!namespaces.has(namespace)) found.push({ party, node: namespace });
    else if (!open.has(party.id)) found.push({ party, node: party.id });
    else {
      for (const index of workloads.get(party.id)?.endpoints ?? []) {
        const endpoint = snapshot.cluster.endpoints[index];
        if (endpoint) found.push({ party: endpointParty(snapshot, index, endpoint), node: endpoint.id });
      }
    }
  }
  return found;
}

/** Whether some policy governs a party in a direction. */
export function isGoverned(snapshot: Snapshot, party: FlowParty, direction: Direction): boolean {
  return party.members.some(
    ({ column }) => column < snapshot.universe.classes.length && snapshot.matrix.isGoverned(direction, column),
  );
}

export function pictureParties(snapshot: Snapshot, request: PictureRequest, filter: FlowFilter): PictureParties {
  const { focus, edges } = request;
  const groups = new Map<NodeId, number>();
  const groupsOf = new Map<NodeId, number[]>();
  const inFocus = new Set<NodeId>();
  const homes: NodeId[] = [];
  const parties = partiesShown(snapshot, request).map(({ party, node }): GroupedParty => {
    const group = groups.get(node) ?? groups.size;
    groups.set(node, group);
    homes[group] = node === OTHER_NAMESPACES ? node : (party.namespace ?? node);
    const own = groupsOf.get(party.workload ?? party.id);
    if (!own) groupsOf.set(party.workload ?? party.id, [group]);
    else if (!own.includes(group)) own.push(group);
    const isFocus = focus !== undefined && isPartOf(party, focus);
    if (isFocus) inFocus.add(node);
    const isWanted = (direction: Direction): boolean =>
      isFocus || edges === 'all' || (edges === 'governed' && isGoverned(snapshot, party, direction));
    return { party, group, wantsFrom: isWanted('egress'), wantsTo: isWanted('ingress'), role: filter.role(party) };
  });
  return { nodes: [...groups.keys()], homes, parties, inFocus, groupsOf: (party) => groupsOf.get(party) ?? [] };
}
