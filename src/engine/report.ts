// What the page shows of a snapshot without asking further: inventory, policies, problems, assumptions.
import { compareText } from '../base/compare-text.ts';
import { groupBy } from '../base/group-by.ts';
import type { ClusterService, Workload } from '../model/cluster.ts';
import type { Policy } from '../model/policy.ts';
import { formatAddress } from '../net/cidr.ts';
import { externalSummaries } from './flow-party.ts';
import { Locator } from './locate.ts';
import type {
  Direction,
  FileSummary,
  Isolation,
  NamespaceSummary,
  PolicySummary,
  Problem,
  SnapshotId,
  SnapshotReport,
  UnusedSummary,
  WorkloadSummary,
} from './results.ts';
import type { Snapshot } from './snapshot.ts';

const SYSTEM_NAMESPACES = /^(kube-(system|public|node-lease)|calico-.*|tigera-.*|openshift(-.*)?|gke-.*|gmp-.*)$/;

/** Namespaces that belong to the platform rather than to its users. */
function isSystemNamespace(name: string): boolean {
  return SYSTEM_NAMESPACES.test(name);
}

function isolationOf(snapshot: Snapshot, workload: Workload, direction: Direction): Isolation {
  const policies = new Set<number>();
  const classes = new Set(workload.endpoints.flatMap((index) => snapshot.universe.classOf[index] ?? []));
  let governed = 0;
  for (const id of classes) {
    const own = snapshot.matrix.governing(direction, id);
    if (own.length > 0 && !snapshot.universe.hostNetwork.has(id)) governed++;
    for (const index of own) policies.add(index);
  }
  const list = [...policies].flatMap((index) => snapshot.policies[index] ?? []);
  return {
    state: governed === 0 ? 'open' : governed === classes.size ? 'governed' : 'mixed',
    policies: list.map((policy) => policy.id).sort(compareText),
    allowingRules: list.flatMap((policy) => policy[direction] ?? []).filter((rule) => rule.action === 'allow').length,
  };
}

const sortedLabels = (labels: ReadonlyMap<string, string>): [string, string][] =>
  [...labels].sort(([a], [b]) => compareText(a, b));

/** Services whose selector takes the workload's pods: every pair of the selector is among their labels. */
function servicesOf(workload: Workload, services: readonly ClusterService[]): string[] {
  return services
    .filter(({ selector }) => selector && selector.size > 0)
    .filter(({ selector }) => [...(selector ?? [])].every(([key, value]) => workload.labels.get(key) === value))
    .map(({ name, ports }) => (ports.length === 0 ? name : `${name}:${ports.map((port) => port.port).join(',')}`));
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
    ingress: isolationOf(snapshot, workload, 'ingress'),
    egress: isolationOf(snapshot, workload, 'egress'),
    ...(workload.range ? { location: locator.locate(workload.range) } : {}),
  };
}

function namespaceSummaries(snapshot: Snapshot, locator: Locator): NamespaceSummary[] {
  const workloads = groupBy(snapshot.cluster.workloads, (workload) => workload.namespace);
  const services = groupBy(snapshot.cluster.services, (service) => service.namespace);
  return snapshot.cluster.namespaces.map((namespace) => ({
    id: `namespace:${namespace.name}`,
    name: namespace.name,
    declared: namespace.declared,
    system: isSystemNamespace(namespace.name),
    labels: sortedLabels(namespace.labels),
    workloads: (workloads.get(namespace.name) ?? []).map((workload) =>
      workloadSummary(snapshot, workload, services.get(namespace.name) ?? [], locator),
    ),
  }));
}

function policySummary(snapshot: Snapshot, policy: Policy, index: number, locator: Locator): PolicySummary {
  const appliesTo = new Set<string>();
  let pods = 0;
  for (const id of snapshot.subjects[index] ?? []) {
    for (const member of snapshot.universe.classes[id]?.members ?? []) {
      const endpoint = snapshot.cluster.endpoints[member];
      const workload = endpoint && snapshot.cluster.workloads[endpoint.workload];
      if (workload) appliesTo.add(workload.id);
      pods += endpoint?.count ?? 0;
    }
  }
  const directions = (['ingress', 'egress'] as const).filter((direction) => policy[direction] !== undefined);
  return {
    id: policy.id,
    kind: policy.kind,
    namespace: policy.namespace,
    name: policy.name,
    tier: policy.tier,
    directions,
    ruleCount: (policy.ingress?.length ?? 0) + (policy.egress?.length ?? 0),
    appliesToPods: pods,
    appliesTo: [...appliesTo].sort(compareText),
    location: locator.locate(policy.range),
  };
}

function fileSummaries(snapshot: Snapshot, locator: Locator): FileSummary[] {
  return snapshot.readings.map(({ file, documents, decoded }) => ({
    path: file.path,
    documents,
    objects: decoded.resources.map((resource) => ({
      kind: resource.kind,
      namespace: resource.meta.namespace,
      name: resource.meta.name,
      location: locator.locate(resource.range),
    })),
  }));
}

const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const;

/** Problems by severity, then file and place. */
function sortedProblems(snapshot: Snapshot, locator: Locator): Problem[] {
  return snapshot.diagnostics
    .map((diagnostic) => locator.problem(diagnostic))
    .sort(
      (a, b) =>
        SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
        compareText(a.location.file, b.location.file) ||
        a.location.start - b.location.start ||
        compareText(a.code, b.code),
    );
}

function unusedSummaries(snapshot: Snapshot, locator: Locator): UnusedSummary[] {
  return snapshot.readings.flatMap(({ decoded }) =>
    decoded.unused.map(({ range, ...rest }) => ({ ...rest, location: locator.locate(range) })),
  );
}

/** The families assumed where no address says which are in use. */
function familyAssumption(snapshot: Snapshot): SnapshotReport['assumptions'] {
  const { universe, cluster } = snapshot;
  const known = cluster.endpoints.some((endpoint) => endpoint.addresses.length > 0);
  if (known || universe.podCIDRs.length > 0 || universe.families.length > 1 || universe.families[0] === 6) return [];
  return [
    {
      code: 'ipv4-only',
      message: 'No manifest holds an IPv6 address, so the cluster and the Internet are taken to be IPv4',
      remedy: 'Give the pod CIDRs of a dual-stack cluster',
      subjects: [],
    },
  ];
}

/** The report of one snapshot. */
export function createReport(snapshot: Snapshot, id: SnapshotId): SnapshotReport {
  const locator = new Locator(snapshot.readings.map((reading) => reading.file));
  const { cluster, policies } = snapshot;
  const problems = sortedProblems(snapshot, locator);
  return {
    snapshot: id,
    files: fileSummaries(snapshot, locator),
    namespaces: namespaceSummaries(snapshot, locator),
    externals: externalSummaries(snapshot),
    policies: policies.map((policy, index) => policySummary(snapshot, policy, index, locator)),
    unused: unusedSummaries(snapshot, locator),
    problems,
    assumptions: [...cluster.assumptions, ...familyAssumption(snapshot)],
    counts: {
      files: snapshot.readings.length,
      namespaces: cluster.namespaces.length,
      workloads: cluster.workloads.length,
      pods: cluster.endpoints.reduce((sum, endpoint) => sum + endpoint.count, 0),
      policies: policies.length,
    },
    incomplete: problems.some((problem) => problem.gap !== undefined),
  };
}
