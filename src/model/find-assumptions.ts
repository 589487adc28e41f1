// What is taken for granted about a cluster because no manifest says it; each is shown, with a way to settle it.
import { compareText } from '../base/compare-text.ts';
import type { Resource } from '../resources/resource.ts';
import type { ClusterAssumption, ClusterNamespace, Endpoint, Workload } from './cluster.ts';
import { isTerminated } from './pod-owner.ts';

function named(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function implicitNamespaces(namespaces: readonly ClusterNamespace[]): ClusterAssumption[] {
  const implicit = namespaces.filter((namespace) => !namespace.declared).map((namespace) => namespace.name);
  if (implicit.length === 0) return [];
  return [
    {
      code: 'implicit-namespace',
      message: `${named(implicit.length, 'namespace has', 'namespaces have')} no manifest: only the label kubernetes.io/metadata.name is assumed on it`,
      remedy: 'Add the Namespace manifests, or export them with: kubectl get namespaces -o yaml',
      subjects: implicit,
    },
  ];
}

function defaultNamespace(resources: readonly Resource[]): ClusterAssumption[] {
  const subjects = resources
    .filter((resource) => resource.meta.namespace !== '' && !resource.meta.namespaceGiven)
    .map((resource) => `${resource.kind} ${resource.meta.name}`)
    .sort(compareText);
  if (subjects.length === 0) return [];
  return [
    {
      code: 'default-namespace',
      message: `${named(subjects.length, 'object names', 'objects name')} no namespace and counts as being in default`,
      remedy: 'Write metadata.namespace, so that the object does not depend on who applies it',
      subjects,
    },
  ];
}

function serviceAccounts(resources: readonly Resource[]): ClusterAssumption[] {
  const declared = new Set<string>();
  const used = new Set<string>();
  for (const resource of resources) {
    if (resource.kind === 'ServiceAccount') declared.add(`${resource.meta.namespace}/${resource.meta.name}`);
    const spec = resource.kind === 'Pod' ? resource.spec : 'template' in resource ? resource.template.spec : undefined;
    if (spec) used.add(`${resource.meta.namespace}/${spec.serviceAccount}`);
  }
  const implicit = [...used].filter((name) => !declared.has(name)).sort(compareText);
  if (implicit.length === 0) return [];
  return [
    {
      code: 'implicit-service-account',
      message: `${named(implicit.length, 'service account has no manifest and is', 'service accounts have no manifest and are')} assumed to exist without labels`,
      subjects: implicit,
    },
  ];
}

function addressesUnknown(workloads: readonly Workload[], endpoints: readonly Endpoint[]): ClusterAssumption[] {
  const subjects = workloads
    .filter((workload) => workload.endpoints.some((index) => endpoints[index]?.addresses.length === 0))
    .map((workload) => `${workload.namespace}/${workload.kind}/${workload.name}`);
  if (subjects.length === 0) return [];
  return [
    {
      code: 'addresses-unknown',
      message: `The pod addresses of ${named(subjects.length, 'workload', 'workloads')} are not in the manifests, so an ipBlock that covers part of the pod range cannot be decided for them`,
      remedy: 'Give the pod CIDR, or export running pods with: kubectl get pods -A -o yaml',
      subjects,
    },
  ];
}

function hostNetwork(workloads: readonly Workload[]): ClusterAssumption[] {
  const subjects = workloads
    .filter((workload) => workload.hostNetwork)
    .map((workload) => `${workload.namespace}/${workload.kind}/${workload.name}`);
  if (subjects.length === 0) return [];
  return [
    {
      code: 'host-network',
      message: `${named(subjects.length, 'workload runs', 'workloads run')} on the host network: NetworkPolicy has no effect on its pods, and selectors do not match them`,
      subjects,
    },
  ];
}

function terminatedPods(resources: readonly Resource[]): ClusterAssumption[] {
  const subjects = resources
    .flatMap((resource) => (resource.kind === 'Pod' && isTerminated(resource) ? [resource] : []))
    .map((pod) => `${pod.meta.namespace}/${pod.meta.name}`)
    .sort(compareText);
  if (subjects.length === 0) return [];
  return [
    {
      code: 'terminated-pods',
      message: `${named(subjects.length, 'pod has ended (Succeeded or Failed) and takes', 'pods have ended (Succeeded or Failed) and take')} part in nothing`,
      subjects,
    },
  ];
}

/** All assumptions behind a cluster, in the order a reader cares about them. */
export function findAssumptions(
  resources: readonly Resource[],
  namespaces: readonly ClusterNamespace[],
  workloads: readonly Workload[],
  endpoints: readonly Endpoint[],
): ClusterAssumption[] {
  return [
    ...addressesUnknown(workloads, endpoints),
    ...implicitNamespaces(namespaces),
    ...defaultNamespace(resources),
    ...hostNetwork(workloads),
    ...terminatedPods(resources),
    ...serviceAccounts(resources),
  ];
}
