// Assembles decoded resources into a cluster: implicit namespaces, pods under their workloads, templates standing for replicas.
import { compareText } from '../base/compare-text.ts';
import { type Address, parseAddress } from '../net/cidr.ts';
import type {
  ContainerPort,
  Labels,
  NamespaceResource,
  NodeResource,
  PodResource,
  Resource,
  ServiceResource,
  WorkloadResource,
} from '../resources/resource.ts';
import type { Cluster, ClusterNamespace, ClusterService, Endpoint, Host, ServiceSlice, Workload } from './cluster.ts';
import { findAssumptions } from './find-assumptions.ts';
import { isTerminated, type OwnerName, topOwner, workloadKey } from './pod-owner.ts';
import { NAMESPACE_NAME_LABEL } from './selector.ts';

/** What the pods of one workload come from, before endpoints get their numbers. */
interface WorkloadDraft {
  readonly namespace: string;
  readonly owner: OwnerName;
  readonly resource: WorkloadResource | PodResource | undefined;
  readonly pods: PodResource[];
}

const isPod = (resource: Resource): resource is PodResource => resource.kind === 'Pod';
const isWorkload = (resource: Resource): resource is WorkloadResource => 'template' in resource;

function addressesOf(texts: readonly string[]): Address[] {
  return texts.map(parseAddress).filter((address) => address !== undefined);
}

function buildNamespaces(resources: readonly Resource[]): ClusterNamespace[] {
  const declared = new Map<string, NamespaceResource>();
  const names = new Set<string>();
  for (const resource of resources) {
    if (resource.kind === 'Namespace') declared.set(resource.meta.name, resource);
    if (resource.kind === 'Namespace') names.add(resource.meta.name);
    else if (resource.meta.namespace !== '') names.add(resource.meta.namespace);
  }
  return [...names].sort(compareText).map((name) => {
    const labels = new Map(declared.get(name)?.meta.labels);
    labels.set(NAMESPACE_NAME_LABEL, name);
    return { name, labels, declared: declared.has(name) };
  });
}

/** Groups pods under their owners; a workload without pod objects stands for its replicas. */
function draftWorkloads(resources: readonly Resource[]): WorkloadDraft[] {
  const objects = new Map<string, WorkloadResource>();
  for (const resource of resources.filter(isWorkload)) {
    objects.set(workloadKey(resource.meta.namespace, ownerOf(resource)), resource);
  }
  const drafts = new Map<string, WorkloadDraft>();
  const draft = (namespace: string, owner: OwnerName, resource: WorkloadResource | PodResource | undefined) => {
    const key = workloadKey(namespace, owner);
    const known = drafts.get(key);
    if (known) return known;
    const made: WorkloadDraft = { namespace, owner, resource, pods: [] };
    drafts.set(key, made);
    return made;
  };
  const finished = new Set<string>();
  for (const pod of resources.filter(isPod)) {
    const owner = topOwner(pod.meta, objects) ?? { kind: 'Pod', name: pod.meta.name };
    const key = workloadKey(pod.meta.namespace, owner);
    if (isTerminated(pod)) finished.add(key);
    else draft(pod.meta.namespace, owner, objects.get(key) ?? (owner.kind === 'Pod' ? pod : undefined)).pods.push(pod);
  }
  for (const [key, object] of objects) {
    // A ReplicaSet under a Deployment (a Job under a CronJob) is the same pods again; a Job whose pods all ended is over.
    const owner = topOwner(object.meta, objects);
    if (owner && objects.has(workloadKey(object.meta.namespace, owner))) continue;
    const isOver = finished.has(key) && !drafts.has(key) && (object.kind === 'Job' || object.kind === 'CronJob');
    if (!isOver) draft(object.meta.namespace, ownerOf(object), object);
  }
  return [...drafts.values()].sort(
    (a, b) =>
      compareText(a.namespace, b.namespace) ||
      compareText(a.owner.name, b.owner.name) ||
      compareText(a.owner.kind, b.owner.kind),
  );
}

const ownerOf = (resource: WorkloadResource): OwnerName => ({ kind: resource.kind, name: resource.meta.name });

/** A pod on the host network has its node's addresses, whoever tells them. */
function podAddresses(pod: PodResource, hosts: ReadonlyMap<string, Host>): readonly Address[] {
  const own = addressesOf(pod.status.podIPs);
  if (own.length > 0 || !pod.spec.hostNetwork) return own;
  const told = addressesOf(pod.status.hostIPs);
  return told.length > 0 ? told : (hosts.get(pod.spec.nodeName ?? '')?.addresses ?? []);
}

function endpointOfPod(pod: PodResource, workload: number, hosts: ReadonlyMap<string, Host>): Endpoint {
  return {
    id: `pod:${pod.meta.namespace}/${pod.meta.name}`,
    type: 'pod',
    serviceAccount: pod.spec.serviceAccount,
    namespace: pod.meta.namespace,
    name: pod.meta.name,
    labels: pod.meta.labels,
    ports: pod.spec.ports,
    hostNetwork: pod.spec.hostNetwork,
    node: pod.spec.nodeName,
    addresses: podAddresses(pod, hosts),
    count: 1,
    perNode: false,
    workload,
  };
}

function endpointOfTemplate(resource: WorkloadResource, id: string, workload: number): Endpoint {
  const { labels, spec } = resource.template;
  return {
    id,
    type: 'pod',
    serviceAccount: spec.serviceAccount,
    namespace: resource.meta.namespace,
    name: resource.meta.name,
    labels,
    ports: spec.ports,
    hostNetwork: spec.hostNetwork,
    node: spec.nodeName,
    addresses: [],
    count: resource.replicas,
    perNode: resource.kind === 'DaemonSet',
    workload,
  };
}

function distinctPorts(endpoints: readonly Endpoint[]): ContainerPort[] {
  const seen = new Map<string, ContainerPort>();
  for (const endpoint of endpoints) {
    for (const port of endpoint.ports) seen.set(`${port.protocol}/${port.port}/${port.name ?? ''}`, port);
  }
  return [...seen.values()].sort((a, b) => compareText(a.protocol, b.protocol) || a.port - b.port);
}

function buildWorkloads(
  drafts: readonly WorkloadDraft[],
  hosts: ReadonlyMap<string, Host>,
): { workloads: Workload[]; endpoints: Endpoint[] } {
  const workloads: Workload[] = [];
  const endpoints: Endpoint[] = [];
  for (const { namespace, owner, resource, pods } of drafts) {
    const id = `workload:${workloadKey(namespace, owner)}`;
    const index = workloads.length;
    const own =
      pods.length > 0 || !resource || resource.kind === 'Pod'
        ? [...pods].sort((a, b) => compareText(a.meta.name, b.meta.name)).map((pod) => endpointOfPod(pod, index, hosts))
        : [endpointOfTemplate(resource, id, index)];
    workloads.push({
      id,
      namespace,
      kind: owner.kind,
      name: owner.name,
      labels: resource && 'template' in resource ? resource.template.labels : (own[0]?.labels ?? new Map()),
      endpoints: own.map((_, offset) => endpoints.length + offset),
      replicas: own.reduce((sum, endpoint) => sum + endpoint.count, 0),
      hostNetwork: own.some((endpoint) => endpoint.hostNetwork),
      ports: distinctPorts(own),
      range: resource?.range,
    });
    endpoints.push(...own);
  }
  return { workloads, endpoints };
}

/** A node's addresses are its Node object's and the host addresses of the pods on it. */
function buildHosts(resources: readonly Resource[]): Host[] {
  const addresses = new Map<string, Set<string>>();
  const labels = new Map<string, NodeResource['meta']['labels']>();
  const add = (name: string, texts: readonly string[]): void => {
    const known = addresses.get(name) ?? new Set();
    for (const text of texts) known.add(text);
    addresses.set(name, known);
  };
  for (const resource of resources) {
    if (resource.kind === 'Node') {
      add(resource.meta.name, resource.addresses);
      labels.set(resource.meta.name, resource.meta.labels);
    }
    if (isPod(resource) && resource.spec.nodeName && resource.status.hostIPs.length > 0) {
      add(resource.spec.nodeName, resource.status.hostIPs);
    }
  }
  return [...addresses]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, texts]) => ({
      name,
      labels: labels.get(name),
      addresses: addressesOf([...texts].sort(compareText)),
    }));
}

/** Slices of each service by `NS/NAME`. */
function slicesByService(resources: readonly Resource[]): Map<string, ServiceSlice[]> {
  const slices = new Map<string, ServiceSlice[]>();
  for (const resource of resources) {
    if (resource.kind !== 'EndpointSlice' || resource.service === undefined) continue;
    const key = `${resource.meta.namespace}/${resource.service}`;
    const own = slices.get(key) ?? [];
    slices.set(key, own);
    own.push({ addresses: addressesOf(resource.addresses), ports: resource.ports });
  }
  return slices;
}

function buildServices(resources: readonly Resource[]): ClusterService[] {
  const slices = slicesByService(resources);
  const declared = resources.filter((resource): resource is ServiceResource => resource.kind === 'Service');
  const services = declared.map(({ meta, selector, ports, clusterIPs }) => {
    const key = `${meta.namespace}/${meta.name}`;
    const own = slices.get(key);
    slices.delete(key);
    return { namespace: meta.namespace, name: meta.name, selector, ports, clusterIPs, slices: own };
  });
  // Slices tell of their service even where its own object is not in the manifests.
  for (const [key, own] of slices) {
    const [namespace = '', name = ''] = key.split('/');
    services.push({ namespace, name, selector: undefined, ports: [], clusterIPs: [], slices: own });
  }
  return services.sort((a, b) => compareText(a.namespace, b.namespace) || compareText(a.name, b.name));
}

/** Labels of the service accounts that are declared, by `NS/NAME`. */
function buildServiceAccounts(resources: readonly Resource[]): Map<string, Labels> {
  const accounts = resources.filter((resource) => resource.kind === 'ServiceAccount');
  return new Map(accounts.map(({ meta }) => [`${meta.namespace}/${meta.name}`, meta.labels]));
}

/** The cluster that Kubernetes' own objects describe. Resources must be distinct by kind, namespace and name. */
export function buildCluster(resources: readonly Resource[]): Cluster {
  const namespaces = buildNamespaces(resources);
  const hosts = buildHosts(resources);
  const { workloads, endpoints } = buildWorkloads(
    draftWorkloads(resources),
    new Map(hosts.map((host) => [host.name, host])),
  );
  return {
    namespaces,
    workloads,
    endpoints,
    hosts,
    services: buildServices(resources),
    serviceAccounts: buildServiceAccounts(resources),
    sets: [],
    hostEndpoints: [],
    podCIDRs: [],
    toOwnHost: undefined,
    assumptions: findAssumptions(resources, namespaces, workloads, endpoints),
  };
}
