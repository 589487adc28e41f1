// The units flows are counted between: workloads (or their pods), and nodes for addresses outside of the cluster.
import { compareText } from '../base/compare-text.ts';
import type { AddressSet, Cluster, Endpoint, Workload } from '../model/cluster.ts';
import { type Cidr, compareCidrs, overlaps } from '../net/cidr.ts';
import { ALL_PORTS, portRange } from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import type { ContainerPort } from '../resources/resource.ts';
import type { AddressAtoms } from './address-atoms.ts';
import type { MemberEnd } from './flow-place.ts';
import type { Locator } from './locate.ts';
import type { ExternalSummary, NetworkSetSummary, NodeId, PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** Pods of a party that one column stands for. */
export interface PartyMember extends MemberEnd {
  readonly count: number;
}

/** What a party is, whatever stands for it in a snapshot. */
export interface PartyFacts {
  readonly id: NodeId;
  /** The namespace's node; undefined for addresses outside, and for hosts. */
  readonly namespace: NodeId | undefined;
  /** True for addresses outside, whose side of a flow no policy governs. */
  readonly isOutside: boolean;
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
  const nodesMatter = !snapshot.universe.onHosts.isEmpty();
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
    isOutside: false,
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
    isOutside: false,
    workload: snapshot.cluster.workloads[endpoint.workload]?.id,
    members: countMembers(snapshot, [index]),
    ports: endpoint.ports,
    addressesUnknown: endpoint.addresses.length === 0,
  };
}

function outside(id: NodeId, members: readonly PartyMember[]): FlowParty {
  return {
    id,
    namespace: undefined,
    isOutside: true,
    workload: undefined,
    members,
    ports: [],
    addressesUnknown: false,
  };
}

/** One member for each column that some of the atoms lie in. */
function addressMembers({ universe }: Snapshot, atoms: readonly number[]): PartyMember[] {
  const { classes, space } = universe;
  const counts = new Map<number, number>();
  for (const atom of atoms) {
    const column = classes.length + (space.columnOf[atom] ?? 0);
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return [...counts].map(([column, count]) => ({ column, node: undefined, count }));
}

/**
 * Nodes for addresses outside: every CIDR that policies name, less the longer ones inside it; every address set that
 * they select; and the Internet for what no policy names. The Internet has one member for each address family in use.
 */
export function externalParties(snapshot: Snapshot): FlowParty[] {
  const { universe } = snapshot;
  const space = universe.space.atoms;
  const roots = space.atoms.flatMap((atom, index) =>
    atom.cidr.prefix === 0 && universe.families.includes(atom.cidr.family) && !atom.empty ? [index] : [],
  );
  const parties = roots.length > 0 ? [outside('internet', addressMembers(snapshot, roots))] : [];
  for (const cidr of [...snapshot.namedCIDRs].filter(({ prefix }) => prefix > 0).sort(compareCidrs)) {
    const atom = space.subtree(cidr).from;
    if (!space.atoms[atom]?.empty) parties.push(outside(`cidr:${cidr.text}`, addressMembers(snapshot, [atom])));
  }
  for (const set of snapshot.namedSets) {
    const members = addressMembers(snapshot, setAtoms(set, space));
    if (members.length > 0) parties.push(outside(set.id, members));
  }
  return parties;
}

/** The atoms that the ranges of a set cover. */
export function setAtoms(set: AddressSet, atoms: AddressAtoms): number[] {
  const covered = new Set<number>();
  for (const cidr of set.cidrs) {
    const { from, to } = atoms.subtree(cidr);
    for (let atom = from; atom < to; atom++) if (!atoms.atoms[atom]?.empty) covered.add(atom);
  }
  return [...covered].sort((a, b) => a - b);
}

/** Hosts under policy, one party for each host endpoint. */
export function hostParties(snapshot: Snapshot): FlowParty[] {
  return snapshot.cluster.endpoints.flatMap((endpoint, index) => {
    const column = snapshot.universe.classOf[index];
    if (!endpoint.id.startsWith('host:') || column === undefined) return [];
    return {
      id: endpoint.id,
      namespace: undefined,
      isOutside: false,
      workload: undefined,
      members: [{ column, node: endpoint.node, count: 1 }],
      ports: endpoint.ports,
      addressesUnknown: endpoint.addresses.length === 0,
    };
  });
}

/** Ranges of a set that a report lists. */
const RANGES_LISTED = 100;

function setSummary(set: AddressSet, locator: Locator): NetworkSetSummary {
  const { namespace, name, cidrs, more, range } = set;
  return {
    ...{ namespace, name },
    labels: [...set.labels.endpoint].sort(([a], [b]) => compareText(a, b)),
    ranges: cidrs.slice(0, RANGES_LISTED).map((cidr) => cidr.text),
    rangeCount: cidrs.length,
    ...(more ? { more: more.message } : {}),
    location: locator.locate(range),
  };
}

/** How many atoms below each hold the address of some endpoint; made once for a universe. */
const inhabitedBelow = new WeakMap<Snapshot['universe'], Uint32Array>();

function countInhabited(space: AddressAtoms, { endpoints }: Cluster): Uint32Array {
  const below = new Uint32Array(space.atoms.length + 1);
  for (const { addresses } of endpoints) for (const address of addresses) below[space.atomOf(address) + 1] = 1;
  for (let atom = 1; atom < below.length; atom++) below[atom] = (below[atom] ?? 0) + (below[atom - 1] ?? 0);
  return below;
}

/** Whether some endpoint has an address in the range, which is one that cuts the address space. */
function holdsEndpoints({ universe, cluster }: Snapshot, cidr: Cidr): boolean {
  const { atoms } = universe.space;
  const below = inhabitedBelow.get(universe) ?? countInhabited(atoms, cluster);
  inhabitedBelow.set(universe, below);
  const { from, to } = atoms.subtree(cidr);
  return (below[to] ?? 0) > (below[from] ?? 0);
}

/** The external nodes as the page lists them. */
export function externalSummaries(snapshot: Snapshot, locator: Locator): ExternalSummary[] {
  const { universe } = snapshot;
  const coversPods = (cidr: Cidr): boolean =>
    universe.podCIDRs.some((pods) => overlaps(pods, cidr)) || holdsEndpoints(snapshot, cidr);
  const named = new Map(snapshot.namedCIDRs.map((cidr) => [`cidr:${cidr.text}`, cidr]));
  return externalParties(snapshot).map((party) => {
    if (party.id === 'internet') return { id: party.id, label: 'Internet', coversPods: false };
    const set = snapshot.namedSets.find((one) => one.id === party.id);
    if (set) {
      const coversSome = set.cidrs.some(coversPods);
      return { id: set.id, label: set.id.slice(4), coversPods: coversSome, set: setSummary(set, locator) };
    }
    const cidr = named.get(party.id);
    if (!cidr) return { id: party.id, label: party.id, coversPods: false };
    return { id: party.id, label: cidr.text, cidr: cidr.text, coversPods: coversPods(cidr) };
  });
}

/** All parties, workloads first, in stable order. */
export function allParties(snapshot: Snapshot): FlowParty[] {
  return [
    ...snapshot.cluster.workloads.map((workload) => workloadParty(snapshot, workload)),
    ...hostParties(snapshot),
    ...externalParties(snapshot),
  ];
}

/**
 * The points that count toward a destination: its declared ports, or all where it declares none or all are asked for.
 * Traffic without ports counts where some policy speaks of it (`beyondPorts`).
 */
export function scopeOf(
  ports: readonly ContainerPort[],
  scope: PortScope,
  table: ConnectionTable,
  beyondPorts: boolean,
): ConnectionId {
  if (scope === 'all' || ports.length === 0) return beyondPorts ? table.all : table.intern(ALL_PORTS);
  const scopes = declaredScopes.get(table) ?? new Map<string, ConnectionId>();
  declaredScopes.set(table, scopes);
  const key = ports.map((port) => `${port.protocol}/${port.port}`).join();
  const known = scopes.get(key);
  if (known !== undefined) return known;
  const made = ports
    .map((port) => table.intern(portRange(port.protocol, port.port, port.port)))
    .reduce((a, b) => table.union(a, b), table.none);
  scopes.set(key, made);
  return made;
}

/** Few lists of ports are declared by many. */
const declaredScopes = new WeakMap<ConnectionTable, Map<string, ConnectionId>>();
