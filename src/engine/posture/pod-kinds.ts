// The pods of a cluster as a posture counts them: those that no answer can tell apart are one kind. Made once for all snapshots on one ground.
import type { Workload } from '../../model/cluster.ts';
import type { ConnectionId } from '../../net/connection-table.ts';
import { ANY_ROLE } from '../flow-filter.ts';
import { type FlowParty, type PartyMember, scopeOf } from '../flow-party.ts';
import { isOnHostEnd, type MemberEnd } from '../flow-place.ts';
import type { Ground } from '../ground.ts';
import { type GroupedParty, GroupParties } from '../group-parties.ts';
import { partiesOf } from '../known-parties.ts';
import type { Snapshot } from '../snapshot.ts';

export interface PodKind {
  /** Place of the namespace in `Cluster.namespaces`. */
  readonly group: number;
  readonly end: MemberEnd;
  /** The points that count toward it. */
  readonly scope: ConnectionId;
  /** It is the only pod that its column stands for. */
  readonly isAlone: boolean;
  pods: number;
  /** Workloads all of whose pods are of this kind. */
  workloads: number;
}

/** A workload whose pods differ. */
export interface MixedWorkload {
  readonly group: number;
  readonly columns: readonly number[];
}

export interface PodKinds {
  readonly kinds: readonly PodKind[];
  readonly mixed: readonly MixedWorkload[];
  /** The same workloads by namespace, for counting pairs. */
  readonly parties: GroupParties;
}

interface Known {
  readonly of: readonly FlowParty[];
  readonly hasGates: boolean;
  readonly beyondPorts: boolean;
  readonly made: PodKinds;
}

const known = new WeakMap<Ground, Known>();

export function podKinds(snapshot: Snapshot): PodKinds {
  const { ground, transit, beyondPorts } = snapshot;
  const of = partiesOf(snapshot);
  const hasGates = transit.size > 0;
  const same = known.get(ground);
  if (same?.of === of && same.hasGates === hasGates && same.beyondPorts === beyondPorts) return same.made;
  const made = gather(snapshot, of);
  known.set(ground, { of, hasGates, beyondPorts, made });
  return made;
}

/** Its pods as they are counted: of one pod a node, a party holds two at least, so that flows among them count. */
function podsOf(snapshot: Snapshot, { endpoints, replicas }: Workload, { members }: FlowParty): readonly PartyMember[] {
  const { universe, cluster } = snapshot;
  if (members.reduce((sum, { count }) => sum + count, 0) === replicas) return members;
  return endpoints.flatMap((index) => {
    const [column, endpoint] = [universe.classOf[index], cluster.endpoints[index]];
    return column === undefined || !endpoint ? [] : [{ column, node: endpoint.node, count: endpoint.count }];
  });
}

class KindList {
  readonly list: PodKind[] = [];
  readonly #snapshot: Snapshot;
  readonly #byKey = new Map<string, PodKind>();

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  add(group: number, { column, node, count }: PartyMember, scope: ConnectionId): PodKind {
    const { universe, transit } = this.#snapshot;
    // Where a pod runs counts only for what speaks with a host's address, and where hosts judge what they forward.
    const isPlaced = transit.size > 0 || isOnHostEnd(this.#snapshot, { column, node });
    const end = { column, node: isPlaced ? node : undefined };
    const key = `${group} ${column} ${scope} ${end.node ?? ''}`;
    const isAlone = universe.classes[column]?.members.length === 1 && count === 1;
    const kind = this.#byKey.get(key) ?? { group, end, scope, isAlone, pods: 0, workloads: 0 };
    if (kind.pods === 0 && kind.workloads === 0 && !this.#byKey.has(key)) this.list.push(kind);
    this.#byKey.set(key, kind);
    kind.pods += count;
    return kind;
  }
}

function gather(snapshot: Snapshot, parties: readonly FlowParty[]): PodKinds {
  const { cluster, table, beyondPorts } = snapshot;
  const groups = new Map(cluster.namespaces.map(({ name }, at) => [`namespace:${name}`, at]));
  const kinds = new KindList(snapshot);
  const mixed: MixedWorkload[] = [];
  const grouped: GroupedParty[] = [];
  for (const [at, workload] of cluster.workloads.entries()) {
    const party = parties[at];
    const group = groups.get(party?.namespace ?? '');
    if (!party || party.id !== workload.id || group === undefined) continue;
    const scope = scopeOf(party.ports, 'declared', table, beyondPorts);
    const own = podsOf(snapshot, workload, party).map((member) => kinds.add(group, member, scope));
    const [only] = own;
    if (only && own.every((kind) => kind === only)) only.workloads++;
    else mixed.push({ group, columns: own.map(({ end }) => end.column) });
    grouped.push({ party, group, wantsFrom: true, wantsTo: true, role: ANY_ROLE });
  }
  return {
    kinds: kinds.list,
    mixed,
    parties: new GroupParties(snapshot, grouped, cluster.namespaces.length, 'declared'),
  };
}
