// What the page shows of namespaces and workloads. Counts are of all; workloads are listed as far as there is room.
import { compareText } from '../base/compare-text.ts';
import { groupBy } from '../base/group-by.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { Cluster, ClusterNamespace, ClusterService, Workload } from '../model/cluster.ts';
import { formatAddress } from '../net/cidr.ts';
import type { Ground } from './ground.ts';
import type { Locator } from './locate.ts';
import { NO_POLICIES } from './policy-lists.ts';
import { isolationOf } from './report-hosts.ts';
import type { Direction, NamespaceCounts, NamespaceSummary, NodeId, WorkloadSummary } from './results.ts';
import type { Snapshot } from './snapshot.ts';

const SYSTEM_NAMESPACES = /^(kube-(system|public|node-lease)|calico-.*|tigera-.*|openshift(-.*)?|gke-.*|gmp-.*)$/;

export const isSystemNamespace = (name: string): boolean => SYSTEM_NAMESPACES.test(name);

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

const sortedLabels = (labels: ReadonlyMap<string, string>): [string, string][] =>
  [...labels].sort(([a], [b]) => compareText(a, b));

/** Services whose selector takes the workload's pods: every pair of the selector is among their labels. */
function servicesOf(workload: Workload, services: readonly ClusterService[]): string[] {
  return services
    .filter(({ selector }) => selector && selector.size > 0)
    .filter(({ selector }) => [...(selector ?? [])].every(([key, value]) => workload.labels.get(key) === value))
    .map(({ name, ports }) => (ports.length === 0 ? name : `${name}:${ports.map((port) => port.port).join(',')}`));
}

/** A cluster by its namespaces. */
interface ByNamespace {
  readonly workloads: ReadonlyMap<string, readonly Workload[]>;
  readonly services: ReadonlyMap<string, readonly ClusterService[]>;
}

/** A summary of a workload and what it was made of. */
interface KnownWorkload {
  readonly ground: Ground;
  readonly governs: string;
  readonly file: SourceFile | undefined;
  readonly summary: WorkloadSummary;
}

/** Counts, and the lists of policies that they follow from. */
interface KnownCounts {
  readonly ground: Ground;
  readonly lists: readonly number[];
  readonly counts: NamespaceCounts;
}

/** Namespaces of one snapshot after another: what an edit left alone stays the very same. */
export class NamespaceSummaries {
  readonly #limit: number;
  readonly #byNamespace = new WeakMap<Cluster, ByNamespace>();
  readonly #workloads = new WeakMap<Workload, KnownWorkload>();
  readonly #namespaces = new WeakMap<ClusterNamespace, NamespaceSummary>();
  readonly #classes = new WeakMap<Ground, ReadonlyMap<string, readonly number[]>>();
  readonly #counts = new WeakMap<ClusterNamespace, KnownCounts>();

  /** `limit`: workloads in all that are listed without being asked for. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  of(snapshot: Snapshot, locator: Locator, listed: ReadonlySet<NodeId>): NamespaceSummary[] {
    const { cluster } = snapshot;
    const isSmall = cluster.workloads.length <= this.#limit;
    const { workloads, services } = this.#grouped(cluster);
    return cluster.namespaces.map((namespace) => {
      const id = `namespace:${namespace.name}`;
      const own = workloads.get(namespace.name) ?? [];
      const isListed = isSmall || listed.has(id);
      const counts = this.#countsOf(snapshot, namespace, own);
      const before = this.#namespaces.get(namespace);
      if (!isListed && before?.counts === counts && !before.isListed) return before;
      const made: NamespaceSummary = {
        id,
        name: namespace.name,
        declared: namespace.declared,
        system: isSystemNamespace(namespace.name),
        labels: sortedLabels(namespace.labels),
        counts,
        workloads: isListed
          ? own.map((workload) => this.#workload(snapshot, workload, services.get(namespace.name) ?? [], locator))
          : [],
        isListed,
      };
      if (before && isSameNamespace(before, made)) return before;
      this.#namespaces.set(namespace, made);
      return made;
    });
  }

  /** The classes of the endpoints of each namespace. */
  #classesOf({ ground, cluster, universe }: Snapshot): ReadonlyMap<string, readonly number[]> {
    const known = this.#classes.get(ground);
    if (known) return known;
    const found = new Map<string, Set<number>>();
    for (const { namespace, endpoints } of cluster.workloads) {
      const own = found.get(namespace) ?? new Set<number>();
      found.set(namespace, own);
      for (const index of endpoints) own.add(universe.classOf[index] ?? 0);
    }
    const made = new Map([...found].map(([namespace, classes]) => [namespace, [...classes]]));
    this.#classes.set(ground, made);
    return made;
  }

  /** The very same counts as long as no class of the namespace has another list of policies. */
  #countsOf(snapshot: Snapshot, namespace: ClusterNamespace, own: readonly Workload[]): NamespaceCounts {
    const { ground, matrix } = snapshot;
    const classes = this.#classesOf(snapshot).get(namespace.name) ?? [];
    const { ingress, egress } = matrix.governs;
    const known = this.#counts.get(namespace);
    const isSame =
      known?.ground === ground &&
      classes.every((id, at) => ingress[id] === known.lists[2 * at] && egress[id] === known.lists[2 * at + 1]);
    if (known && isSame) return known.counts;
    const lists = classes.flatMap((id) => [ingress[id] ?? 0, egress[id] ?? 0]);
    const counts = countsOf(snapshot, own);
    this.#counts.set(namespace, { ground, lists, counts });
    return counts;
  }

  #grouped(cluster: Cluster): ByNamespace {
    const known = this.#byNamespace.get(cluster);
    if (known) return known;
    const made = {
      workloads: groupBy(cluster.workloads, (workload) => workload.namespace),
      services: groupBy(cluster.services, (service) => service.namespace),
    };
    this.#byNamespace.set(cluster, made);
    return made;
  }

  #workload(
    snapshot: Snapshot,
    workload: Workload,
    services: readonly ClusterService[],
    locator: Locator,
  ): WorkloadSummary {
    const { ground, matrix, universe } = snapshot;
    const classes = workload.endpoints.map((index) => universe.classOf[index] ?? 0);
    // On one ground a number stands for one list of the very same policies.
    const governs = classes.map((id) => `${matrix.governs.ingress[id]}/${matrix.governs.egress[id]}`).join();
    const file = workload.range && locator.file(workload.range.file);
    const known = this.#workloads.get(workload);
    if (known?.ground === ground && known.governs === governs && known.file === file) return known.summary;
    const summary = workloadSummary(snapshot, workload, services, locator);
    this.#workloads.set(workload, { ground, governs, file, summary });
    return summary;
  }
}

/** A cluster that is another object has other namespaces, so labels and the like are the same here. */
function isSameNamespace(a: NamespaceSummary, b: NamespaceSummary): boolean {
  return (
    a.isListed === b.isListed &&
    a.counts.workloads === b.counts.workloads &&
    a.counts.pods === b.counts.pods &&
    a.counts.open === b.counts.open &&
    DIRECTIONS.every((direction) => a.counts.governed[direction] === b.counts.governed[direction]) &&
    a.workloads.length === b.workloads.length &&
    a.workloads.every((workload, at) => workload === b.workloads[at])
  );
}

function countsOf(snapshot: Snapshot, workloads: readonly Workload[]): NamespaceCounts {
  const { universe, matrix } = snapshot;
  const counts = { workloads: workloads.length, pods: 0, governed: { ingress: 0, egress: 0 }, open: 0 };
  for (const { endpoints, replicas } of workloads) {
    counts.pods += replicas;
    let isOpen = true;
    for (const direction of DIRECTIONS) {
      let governed = 0;
      for (const index of endpoints) {
        const id = universe.classOf[index] ?? 0;
        if (matrix.governs[direction][id] !== NO_POLICIES && !universe.hostNetwork.has(id)) governed++;
      }
      if (governed > 0) isOpen = false;
      if (governed > 0 && governed === endpoints.length) counts.governed[direction]++;
    }
    if (isOpen) counts.open++;
  }
  return counts;
}

function workloadSummary(
  snapshot: Snapshot,
  workload: Workload,
  services: readonly ClusterService[],
  locator: Locator,
): WorkloadSummary {
  const endpoints = workload.endpoints.flatMap((index) => snapshot.cluster.endpoints[index] ?? []);
  const ports = new Set(workload.ports.map((port) => `${port.protocol} ${port.port}`));
  return {
    id: workload.id,
    namespace: workload.namespace,
    kind: workload.kind,
    name: workload.name,
    replicas: workload.replicas,
    pods: endpoints
      .filter((endpoint) => endpoint.id.startsWith('pod:'))
      .map(({ id, name, addresses }) => ({ id, name, addresses: addresses.map(formatAddress) })),
    labels: sortedLabels(workload.labels),
    declaredPorts: [...ports],
    services: servicesOf(workload, services),
    hostNetwork: workload.hostNetwork,
    ingress: isolationOf(snapshot, workload.endpoints, 'ingress'),
    egress: isolationOf(snapshot, workload.endpoints, 'egress'),
    ...(workload.range ? { location: locator.locate(workload.range) } : {}),
  };
}
