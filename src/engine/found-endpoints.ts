// The endpoints that a selector means, in any cluster: by classes where these tell apart what it asks, else one by one.
import type { Endpoint } from '../model/cluster.ts';
import { type Selector, selectsOne } from '../model/selector.ts';
import { labelled } from './selector-holds.ts';
import type { Snapshot } from './snapshot.ts';
import { visitSelector } from './vocabulary.ts';

/** How many there are. Replicas count as pods; of a host endpoint's places, one. */
export interface FoundCounts {
  readonly pods: number;
  readonly hosts: number;
  /** Pods on the host network, which the selector fits and which it does not mean. */
  readonly onHosts: number;
}

/** Whether all members of a class give a selector the same answer. */
function isToldApart(selector: Selector, { universe }: Snapshot): boolean {
  let told = true;
  visitSelector(selector, undefined, (question, namespaces) => {
    told &&= universe.labels.answers(question, namespaces);
  });
  return told;
}

/** Indexes into `Cluster.endpoints`. */
export function* foundEndpoints(selector: Selector, snapshot: Snapshot): Generator<number> {
  const { universe, cluster, selectors } = snapshot;
  if (isToldApart(selector, snapshot)) {
    for (const id of selectors.select(selector)) yield* universe.classes[id]?.members ?? [];
    return;
  }
  for (const [index, endpoint] of cluster.endpoints.entries()) {
    if (selectsOne(selector, labelled(endpoint, snapshot))) yield index;
  }
}

/** What is meant by an endpoint: a pod, a host, or a pod that no selector means; undefined for what a host forwards. */
export function meantAs({ type, workload, hostNetwork }: Endpoint): keyof FoundCounts | undefined {
  if (workload >= 0) return type === 'pod' && !hostNetwork ? 'pods' : 'onHosts';
  return type === 'host' || type === 'every-host' ? 'hosts' : undefined;
}

const NOTHING: FoundCounts = { pods: 0, hosts: 0, onHosts: 0 };

/** Members of classes never change, so they are counted once. */
const counted = new WeakMap<readonly number[], FoundCounts>();

function countMembers(members: readonly number[], { cluster }: Snapshot): FoundCounts {
  const known = counted.get(members);
  if (known) return known;
  const counts = { ...NOTHING };
  for (const index of members) {
    const endpoint = cluster.endpoints[index];
    const as = endpoint && meantAs(endpoint);
    if (as) counts[as] += as === 'hosts' ? 1 : endpoint.count;
  }
  counted.set(members, counts);
  return counts;
}

export function countFound(selector: Selector, snapshot: Snapshot): FoundCounts {
  if (!isToldApart(selector, snapshot)) return countMembers([...foundEndpoints(selector, snapshot)], snapshot);
  let [pods, hosts, onHosts] = [0, 0, 0];
  for (const id of snapshot.selectors.select(selector)) {
    const own = countMembers(snapshot.universe.classes[id]?.members ?? [], snapshot);
    pods += own.pods;
    hosts += own.hosts;
    onHosts += own.onHosts;
  }
  return { pods, hosts, onHosts };
}
