// What the page shows of a snapshot without asking further: inventory, policies, problems, assumptions.
import { compareText } from '../base/compare-text.ts';
import { groupBy } from '../base/group-by.ts';
import type { ClusterService, Workload } from '../model/cluster.ts';
import type { Peer } from '../model/policy.ts';
import { formatAddress } from '../net/cidr.ts';
import { externalSummaries } from './flow-party.ts';
import { Locator } from './locate.ts';
import { hostSummaries, isolationOf } from './report-hosts.ts';
import { countPolicies, inactiveSummaries, policySummaries, tierSummaries } from './report-policies.ts';
import type {
  FileSummary,
  NamespaceSummary,
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
    ingress: isolationOf(snapshot, workload.endpoints, 'ingress'),
    egress: isolationOf(snapshot, workload.endpoints, 'egress'),
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

/** Domain names in rules and sets that nobody gave addresses for. */
function domainAssumption({ policies, cluster }: Snapshot): SnapshotReport['assumptions'] {
  const namesOf = (peer: Peer): readonly string[] => {
    if (peer.op === 'unresolved') return peer.fact.names ?? [];
    if (peer.op === 'not') return namesOf(peer.term);
    return peer.op === 'and' || peer.op === 'or' ? peer.terms.flatMap(namesOf) : [];
  };
  const rules = policies.flatMap((policy) => [...(policy.ingress ?? []), ...(policy.egress ?? [])]);
  const inRules = rules.flatMap((rule) => rule.matches.flatMap((match) => namesOf(match.peer)));
  const subjects = [...new Set([...inRules, ...cluster.sets.flatMap((set) => set.more?.names ?? [])])].sort(
    compareText,
  );
  if (subjects.length === 0) return [];
  return [
    {
      code: 'domain-addresses-unknown',
      message: 'No manifest holds the addresses behind domain names, so flows to addresses outside may be unknown',
      remedy: 'Give the addresses (--domain NAME=IP)',
      subjects,
    },
  ];
}

/** The report of one snapshot. */
export function createReport(snapshot: Snapshot, id: SnapshotId): SnapshotReport {
  const locator = new Locator(snapshot.readings.map((reading) => reading.file));
  const { cluster } = snapshot;
  const problems = sortedProblems(snapshot, locator);
  return {
    snapshot: id,
    files: fileSummaries(snapshot, locator),
    namespaces: namespaceSummaries(snapshot, locator),
    externals: externalSummaries(snapshot, locator),
    hosts: hostSummaries(snapshot, locator),
    tiers: tierSummaries(snapshot),
    policies: policySummaries(snapshot, locator),
    inactive: inactiveSummaries(snapshot, locator),
    unused: unusedSummaries(snapshot, locator),
    problems,
    assumptions: [...snapshot.assumptions, ...familyAssumption(snapshot), ...domainAssumption(snapshot)],
    counts: {
      files: snapshot.readings.length,
      namespaces: cluster.namespaces.length,
      workloads: cluster.workloads.length,
      pods: cluster.workloads.reduce((sum, workload) => sum + workload.replicas, 0),
      policies: countPolicies(snapshot),
    },
    incomplete: problems.some((problem) => problem.gap !== undefined),
  };
}
