// The units flows are counted between: workloads (or their pods), and nodes for addresses outside of the cluster.
import type { Endpoint, Workload } from '../model/cluster.ts';
import { compareCidrs, containsAddress, overlaps } from '../net/cidr.ts';
import { portRange } from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import type { ContainerPort } from '../resources/resource.ts';
import type { MemberEnd } from './member-verdict.ts';
import type { ExternalSummary, NodeId, PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';
import { atomColumn } from './universe.ts';
import { collectVocabulary } from './vocabulary.ts';

/** Pods of a party that one column stands for. */
export interface PartyMember extends MemberEnd {
  readonly count: number;
}

/** What a party is, whatever stands for it in a snapshot. */
export interface PartyFacts {
  readonly id: NodeId;
  /** The namespace's node; undefined for addresses outside. */
  readonly namespace: NodeId | undefined;
  /** The workload's node, also for a pod of it. */
  readonly workload: NodeId | undefined;
  /** Ports it declares; empty: none named, so all count. */
  readonly ports: readonly ContainerPort[];
  /** True where some address of it is not known. */
  readonly addressesUnknown: boolean;
}

export interface FlowParty extends PartyFacts {
  readonly members: readonly PartyMember[];
}

/** Two at least for one pod a node, so that flows among them count. */
export function podsOf(endpoint: Endpoint): number {
  return endpoint.perNode ? Math.max(2, endpoint.count) : endpoint.count;
}

function countMembers(snapshot: Snapshot, endpoints: readonly number[]): PartyMember[] {
  // Nodes tell pods apart only where something runs on the host network.
  const nodesMatter = !snapshot.universe.hostNetwork.isEmpty();
  const members = new Map<string, PartyMember>();
  for (const index of endpoints) {
    const column = snapshot.universe.classOf[index];
    const endpoint = snapshot.cluster.endpoints[index];
    if (column === undefined || !endpoint) continue;
    const node = nodesMatter ? endpoint.node : undefined;
    const key = `${column}/${node ?? ''}`;
    members.set(key, { column, node, count: (members.get(key)?.count ?? 0) + podsOf(endpoint) });
  }
  return [...members.values()];
}

/** All pods of a workload as one party. */
export function workloadParty(snapshot: Snapshot, workload: Workload): FlowParty {
  const { endpoints } = snapshot.cluster;
  return {
    id: workload.id,
    namespace: `namespace:${workload.namespace}`,
    workload: workload.id,
    members: countMembers(snapshot, workload.endpoints),
    ports: workload.ports,
    addressesUnknown: workload.endpoints.some((index) => endpoints[index]?.addresses.length === 0),
  };
}

/** One pod object, or the pods a template stands for, as a party. */
export function endpointParty(snapshot: Snapshot, index: number, endpoint: Endpoint): FlowParty {
  return {
    id: endpoint.id,
    namespace: `namespace:${endpoint.namespace}`,
    workload: snapshot.cluster.workloads[endpoint.workload]?.id,
    members: countMembers(snapshot, [index]),
    ports: endpoint.ports,
    addressesUnknown: endpoint.addresses.length === 0,
  };
}

function outside(id: NodeId, columns: readonly number[]): FlowParty {
  return {
    id,
    namespace: undefined,
    workload: undefined,
    members: columns.map((column) => ({ column, node: undefined, count: 1 })),
    ports: [],
    addressesUnknown: false,
  };
}

/**
 * Nodes for addresses outside: every CIDR that policies name, less the longer ones inside it, and the Internet for
 * what no policy names. The Internet has one member for each address family in use.
 */
export function externalParties(snapshot: Snapshot): FlowParty[] {
  const { universe } = snapshot;
  const { atoms } = universe.atoms;
  const roots = atoms.flatMap((atom, index) =>
    atom.cidr.prefix === 0 && universe.families.includes(atom.cidr.family) && !atom.empty ? [index] : [],
  );
  const parties =
    roots.length > 0
      ? [
          outside(
            'internet',
            roots.map((atom) => atomColumn(universe, atom)),
          ),
        ]
      : [];
  const named = collectVocabulary(snapshot.policies).cidrs.filter((cidr) => cidr.prefix > 0);
  for (const cidr of [...named].sort(compareCidrs)) {
    const atom = universe.atoms.subtree(cidr).from;
    if (!atoms[atom]?.empty) parties.push(outside(`cidr:${cidr.text}`, [atomColumn(universe, atom)]));
  }
  return parties;
}

/** The external nodes as the page lists them. */
export function externalSummaries(snapshot: Snapshot): ExternalSummary[] {
  const { universe, cluster } = snapshot;
  return externalParties(snapshot).map((party) => {
    if (party.id === 'internet') return { id: party.id, label: 'Internet', coversPods: false };
    const cidr = universe.atoms.atoms[(party.members[0]?.column ?? 0) - universe.classes.length]?.cidr;
    if (!cidr) return { id: party.id, label: party.id, coversPods: false };
    const coversPods =
      universe.podCIDRs.some((pods) => overlaps(pods, cidr)) ||
      cluster.endpoints.some((endpoint) => endpoint.addresses.some((address) => containsAddress(cidr, address)));
    return { id: party.id, label: cidr.text, cidr: cidr.text, coversPods };
  });
}

/** All parties, workloads first, in stable order. */
export function allParties(snapshot: Snapshot): FlowParty[] {
  return [
    ...snapshot.cluster.workloads.map((workload) => workloadParty(snapshot, workload)),
    ...externalParties(snapshot),
  ];
}

/** The points that count toward a destination: its declared ports, or all where it declares none or all are asked for. */
export function scopeOf(ports: readonly ContainerPort[], scope: PortScope, table: ConnectionTable): ConnectionId {
  if (scope === 'all' || ports.length === 0) return table.all;
  return ports
    .map((port) => table.intern(portRange(port.protocol, port.port, port.port)))
    .reduce((a, b) => table.union(a, b), table.none);
}
