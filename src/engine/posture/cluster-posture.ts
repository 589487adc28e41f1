// The posture of one snapshot: by kinds of pods and rows of columns, never pod by pod.
import { scopeOf } from '../flow-party.ts';
import { isSystemNamespace } from '../report-namespaces.ts';
import type { Direction, SnapshotId } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';
import { CrossingTally } from './crossing-tally.ts';
import { EndPostures } from './end-postures.ts';
import { OpenToAllPods } from './open-to-all.ts';
import { type MixedWorkload, type PodKind, podKinds } from './pod-kinds.ts';
import type { ClusterPosture, HostPosture, Posture } from './posture.ts';
import { PostureSum } from './posture-sum.ts';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** What pods are asked with. */
interface Questions {
  readonly ends: EndPostures;
  readonly openToAll: OpenToAllPods;
  /** Everything that counts where no port is declared. */
  readonly anyPort: number;
}

function addKind(sum: PostureSum, kind: PodKind, { ends, openToAll, anyPort }: Questions): void {
  const { end, pods, workloads, scope } = kind;
  sum.workloads += workloads;
  sum.pods += pods;
  const isOnHost = ends.isOnHost(end.column);
  if (isOnHost) sum.onHost += pods;
  for (const direction of DIRECTIONS) {
    sum.addInternet(direction, pods, ends.internet(direction, end), direction === 'ingress' ? scope : anyPort);
    if (isOnHost) continue;
    const isGoverned = ends.isGoverned(direction, end.column);
    sum.addPods(direction, pods, isGoverned, ends.stance(direction, end.column));
    if (isGoverned) sum.addGovernedWorkloads(direction, workloads);
  }
  const state = openToAll.of(end.column, scope, kind.isAlone);
  if (state !== 'denied') sum.openToAll[state] += pods;
}

/** Of a workload whose pods differ those are asked that policy can govern. */
function addMixed(sum: PostureSum, { columns }: MixedWorkload, { ends }: Questions): void {
  sum.workloads++;
  const own = columns.filter((column) => !ends.isOnHost(column));
  for (const direction of DIRECTIONS) {
    const isGoverned = own.length > 0 && own.every((column) => ends.isGoverned(direction, column));
    if (isGoverned) sum.addGovernedWorkloads(direction, 1);
  }
}

function hostsOf({ universe, cluster }: Snapshot, ends: EndPostures): HostPosture {
  const { hosts, hostEndpoints, endpoints } = cluster;
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
  const { kinds, mixed, parties } = podKinds(snapshot);
  const sums = cluster.namespaces.map(() => new PostureSum(table));
  const ends = new EndPostures(snapshot);
  const anyPort = scopeOf([], 'all', table, beyondPorts);
  const questions = { ends, openToAll: new OpenToAllPods(snapshot), anyPort };
  for (const kind of kinds) {
    const sum = sums[kind.group];
    if (sum) addKind(sum, kind, questions);
  }
  for (const workload of mixed) {
    const sum = sums[workload.group];
    if (sum) addMixed(sum, workload, questions);
  }
  const crossing = new CrossingTally(snapshot, parties);
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
    hosts: hostsOf(snapshot, ends),
    uncounted: crossing.uncounted,
  };
}
