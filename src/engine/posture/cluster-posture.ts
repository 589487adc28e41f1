// The posture of one snapshot: by columns and parties, never pod by pod.
import type { Cluster, Workload } from '../../model/cluster.ts';
import { ANY_ROLE } from '../flow-filter.ts';
import { type FlowParty, type PartyMember, scopeOf } from '../flow-party.ts';
import type { GroupedParty } from '../group-parties.ts';
import { partiesOf } from '../known-parties.ts';
import { isSystemNamespace } from '../report-namespaces.ts';
import type { Direction, SnapshotId } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';
import { CrossingTally } from './crossing-tally.ts';
import { EndPostures } from './end-postures.ts';
import { OpenToAllPods } from './open-to-all.ts';
import type { ClusterPosture, HostPosture, Posture } from './posture.ts';
import { PostureSum } from './posture-sum.ts';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** What the pods of a workload are asked with. */
interface Questions {
  readonly snapshot: Snapshot;
  readonly ends: EndPostures;
  readonly openToAll: OpenToAllPods;
  /** Every port. */
  readonly anyPort: number;
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

function addWorkload(
  sum: PostureSum,
  workload: Workload,
  party: FlowParty,
  { snapshot, ends, openToAll, anyPort }: Questions,
): void {
  const { table, beyondPorts, universe } = snapshot;
  const declared = scopeOf(party.ports, 'declared', table, beyondPorts);
  const ungoverned = { egress: false, ingress: false };
  let governable = 0;
  sum.workloads++;
  for (const member of podsOf(snapshot, workload, party)) {
    const { column, count } = member;
    sum.pods += count;
    const isOnHost = ends.isOnHost(column);
    if (isOnHost) sum.onHost += count;
    else governable += count;
    for (const direction of DIRECTIONS) {
      sum.addInternet(direction, count, ends.internet(direction, member), direction === 'ingress' ? declared : anyPort);
      if (isOnHost) continue;
      const isGoverned = ends.isGoverned(direction, column);
      ungoverned[direction] ||= !isGoverned;
      sum.addPods(direction, count, isGoverned, ends.stance(direction, column));
    }
    const isAlone = universe.classes[column]?.members.length === 1 && count === 1;
    const state = openToAll.of(column, declared, isAlone);
    if (state !== 'denied') sum.openToAll[state] += count;
  }
  for (const direction of DIRECTIONS) if (governable > 0 && !ungoverned[direction]) sum.addGovernedWorkload(direction);
}

function hostsOf({ hosts, hostEndpoints, endpoints }: Cluster, { universe }: Snapshot, ends: EndPostures): HostPosture {
  const withEndpoint = new Set(hostEndpoints.map(({ node }) => node));
  const governed = { ingress: 0, egress: 0 };
  for (const [index, { id }] of hostEndpoints.length > 0 ? endpoints.entries() : []) {
    if (!id.startsWith('host:')) continue;
    const column = universe.classOf[index] ?? -1;
    for (const direction of DIRECTIONS) if (ends.isGoverned(direction, column)) governed[direction]++;
  }
  return {
    hosts: new Set([...hosts.map(({ name }) => name), ...withEndpoint]).size,
    withEndpoint: withEndpoint.size,
    endpoints: hostEndpoints.length,
    governed,
  };
}

/** The draft, and what it is compared with. */
export function postureOf(
  draft: { readonly id: SnapshotId; readonly snapshot: Snapshot },
  compared: Snapshot,
): Posture {
  const now = clusterPosture(draft.snapshot);
  return { snapshot: draft.id, now, ...(compared === draft.snapshot ? {} : { before: clusterPosture(compared) }) };
}

const known = new WeakMap<Snapshot, ClusterPosture>();

/** Of one snapshot it is worked out once. */
export function clusterPosture(snapshot: Snapshot): ClusterPosture {
  const made = known.get(snapshot) ?? workOut(snapshot);
  known.set(snapshot, made);
  return made;
}

function workOut(snapshot: Snapshot): ClusterPosture {
  const { cluster, table, beyondPorts } = snapshot;
  const groups = new Map(cluster.namespaces.map(({ name }, at) => [`namespace:${name}`, at]));
  const sums = cluster.namespaces.map(() => new PostureSum(table));
  const ends = new EndPostures(snapshot);
  const anyPort = scopeOf([], 'all', table, beyondPorts);
  const questions = { snapshot, ends, openToAll: new OpenToAllPods(snapshot), anyPort };
  const workloads = partiesOf(snapshot).flatMap((party, at): GroupedParty[] => {
    const workload = cluster.workloads[at];
    const group = groups.get(party.namespace ?? '');
    const sum = sums[group ?? -1];
    if (group === undefined || !sum || workload?.id !== party.id) return [];
    addWorkload(sum, workload, party, questions);
    return [{ party, group, wantsFrom: true, wantsTo: true, role: ANY_ROLE }];
  });
  const crossing = new CrossingTally(snapshot, workloads, sums.length);
  for (const [group, sum] of sums.entries()) sum.addCrossing(crossing.of(group));
  const totals = { own: new PostureSum(table), system: new PostureSum(table) };
  const namespaces = cluster.namespaces.map(({ name }, at) => {
    const system = isSystemNamespace(name);
    const sum = sums[at] ?? new PostureSum(table);
    totals[system ? 'system' : 'own'].add(sum);
    return { id: `namespace:${name}`, name, system, ...sum.numbers };
  });
  return {
    namespaces,
    totals: { own: totals.own.numbers, system: totals.system.numbers },
    hosts: hostsOf(cluster, snapshot, ends),
    uncounted: crossing.uncounted,
  };
}
