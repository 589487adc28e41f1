// Who takes part in a cluster, for the naive evaluator: pods, their labels, addresses and nodes, and what a probe's name means.
import { type Address, type Cidr, formatAddress, parseAddress } from '../net/cidr.ts';
import type {
  AdminPolicyResource,
  ContainerPort,
  Labels,
  NetworkPolicyResource,
  PodResource,
  Resource,
  WorkloadResource,
} from '../resources/resource.ts';

/** A running pod, or the one pod that stands for a workload's template. */
export interface NaivePod {
  /** `Kind ns/name` of the object it is or comes from. */
  readonly id: string;
  /** It stands for several pods of a template, so that a flow from it to itself is one between two of them. */
  readonly standsForSeveral: boolean;
  readonly namespace: string;
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
  readonly nodeName: string | undefined;
  /** Empty where the manifests do not say. */
  readonly addresses: readonly Address[];
  /** What the pod itself says about its node's addresses (`status.hostIPs`). */
  readonly hostAddresses: readonly string[];
}

/** One end of a flow. A pod on the host network is an address (its node's) and never selected; see spec rule 17. */
export type NaiveEnd =
  /** `spoken`: the family of the address that the probe names. */
  | { readonly type: 'pod'; readonly pod: NaivePod; readonly spoken?: 4 | 6 }
  | { readonly type: 'address'; readonly address: Address };

const workloadKinds = new Set<string>([
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'ReplicationController',
]);

const isWorkload = (resource: Resource): resource is WorkloadResource => workloadKinds.has(resource.kind);
const isPod = (resource: Resource): resource is PodResource => resource.kind === 'Pod';

/** "Terminated pods (Succeeded/Failed) take part in nothing" (spec rule 18). */
const isTerminated = (pod: PodResource): boolean => pod.status.phase === 'Succeeded' || pod.status.phase === 'Failed';

function readAddresses(texts: readonly string[]): Address[] {
  return texts.flatMap((text) => parseAddress(text) ?? []);
}

/** A pod on the host network without an address of its own has its node's, as far as the manifests tell. */
function podOf(pod: PodResource, resources: readonly Resource[]): NaivePod {
  const { hostNetwork, nodeName, ports } = pod.spec;
  const own = pod.status.podIPs;
  const fromNode = pod.status.hostIPs.length > 0 ? pod.status.hostIPs : addressesOfNode(nodeName, resources);
  return {
    id: `Pod ${pod.meta.namespace}/${pod.meta.name}`,
    standsForSeveral: false,
    namespace: pod.meta.namespace,
    labels: pod.meta.labels,
    ports,
    hostNetwork,
    nodeName,
    addresses: readAddresses(hostNetwork && own.length === 0 ? fromNode : own),
    hostAddresses: hostNetwork ? [...pod.status.hostIPs, ...own] : pod.status.hostIPs,
  };
}

/** "A node's addresses are its Node object's InternalIP and ExternalIP and the status.hostIP of the pods on it." */
export function addressesOfNode(name: string | undefined, resources: readonly Resource[]): string[] {
  if (name === undefined) return [];
  return resources.flatMap((resource) => {
    if (resource.kind === 'Node' && resource.meta.name === name) return [...resource.addresses];
    if (!isPod(resource) || resource.spec.nodeName !== name) return [];
    return [...resource.status.hostIPs, ...(resource.spec.hostNetwork ? resource.status.podIPs : [])];
  });
}

/** Every node that some object names. */
export function nodeNames(resources: readonly Resource[]): string[] {
  const names = resources.flatMap((resource) => {
    if (resource.kind === 'Node') return [resource.meta.name];
    return isPod(resource) && resource.spec.nodeName !== undefined ? [resource.spec.nodeName] : [];
  });
  return [...new Set(names)];
}

/** Every address that is known to be some node's. */
export function allNodeAddresses(resources: readonly Resource[]): Set<string> {
  const known = resources.flatMap((resource) => {
    if (resource.kind === 'Node') return [...resource.addresses];
    if (!isPod(resource)) return [];
    return [...resource.status.hostIPs, ...(resource.spec.hostNetwork ? resource.status.podIPs : [])];
  });
  return new Set(known);
}

/** The known addresses of the node that `pod` runs on; empty where its node is not known. */
export function localAddresses(pod: NaivePod, resources: readonly Resource[]): Set<string> {
  return new Set([...pod.hostAddresses, ...addressesOfNode(pod.nodeName, resources)]);
}

/** Spec rule 21: a workload's pods have the labels of its template, not its own. */
function podOfTemplate(workload: WorkloadResource): NaivePod {
  const { labels, spec } = workload.template;
  const { hostNetwork, nodeName, ports } = spec;
  const namespace = workload.meta.namespace;
  const id = `${workload.kind} ${namespace}/${workload.meta.name}`;
  const standsForSeveral = workload.replicas > 1 || workload.kind === 'DaemonSet';
  return { id, standsForSeveral, namespace, labels, ports, hostNetwork, nodeName, addresses: [], hostAddresses: [] };
}

/** Whether the controller chain of `resource` leads to the workload; chains are at most Pod → ReplicaSet/Job → owner. */
function isOwnedBy(resource: Resource, kind: string, name: string, resources: readonly Resource[], hops = 2): boolean {
  return resource.meta.owners.some((owner) => {
    if (owner.kind === kind && owner.name === name) return true;
    const between = resources.find(
      (other) =>
        other.kind === owner.kind && other.meta.name === owner.name && other.meta.namespace === resource.meta.namespace,
    );
    return between !== undefined && hops > 1 && isOwnedBy(between, kind, name, resources, hops - 1);
  });
}

function podsOfWorkload(workload: WorkloadResource, resources: readonly Resource[]): NaivePod[] {
  const pods = resources.filter(isPod).filter((pod) => pod.meta.namespace === workload.meta.namespace);
  const owned = pods.filter((pod) => isOwnedBy(pod, workload.kind, workload.meta.name, resources));
  if (owned.length === 0) return [podOfTemplate(workload)];
  return owned.filter((pod) => !isTerminated(pod)).map((pod) => podOf(pod, resources));
}

/** A bare address that is the known address of a pod is that pod; a host-network pod's address is its node's. */
function endOfAddress(address: Address, resources: readonly Resource[]): NaiveEnd {
  const text = formatAddress(address);
  const holder = resources
    .filter(isPod)
    .find((pod) => !isTerminated(pod) && !pod.spec.hostNetwork && pod.status.podIPs.includes(text));
  return holder ? { type: 'pod', pod: podOf(holder, resources), spoken: address.family } : { type: 'address', address };
}

/**
 * What `name` may mean: `ns/name` a pod or else a workload, `ns/Kind/name`, or an address.
 * Several ends: any of a workload's pods. None: no such endpoint.
 */
export function resolveEnds(name: string, resources: readonly Resource[]): NaiveEnd[] {
  const address = parseAddress(name);
  if (address) return [endOfAddress(address, resources)];
  const parts = name.split('/');
  const kind = parts.length === 3 ? parts[1] : undefined;
  const named = resources.filter(
    ({ kind: itsKind, meta }) =>
      meta.namespace === parts[0] && meta.name === parts[parts.length - 1] && (kind === undefined || itsKind === kind),
  );
  const pods = named.filter(isPod).filter((pod) => !isTerminated(pod));
  const members =
    pods.length > 0
      ? pods.map((pod) => podOf(pod, resources))
      : named.filter(isWorkload).flatMap((workload) => podsOfWorkload(workload, resources));
  return members.map((pod) => ({ type: 'pod', pod }));
}

/** Address families that pods without a known address may have: those that the manifests show, IPv4 where none does. */
export function everyAddress(resources: readonly Resource[], whole: Readonly<Record<4 | 6, Cidr>>): Cidr[] {
  const addresses = resources.flatMap((resource) => {
    if (resource.kind === 'Node') return readAddresses(resource.addresses);
    if (resource.kind === 'NetworkPolicy') return cidrsIn(resource);
    if (isAdminPolicy(resource)) return networksIn(resource);
    return isPod(resource) ? readAddresses([...resource.status.podIPs, ...resource.status.hostIPs]) : [];
  });
  const families = new Set(addresses.map(({ family }) => family));
  if (families.size === 0) return [whole[4]];
  return [...families].sort().map((family) => whole[family]);
}

/** Rules of a direction that the policy does not have are inert (spec rule 5), so they tell nothing. */
function cidrsIn(policy: NetworkPolicyResource): Cidr[] {
  const rules = [
    ...(hasType(policy, 'Ingress') ? policy.spec.ingress : []),
    ...(hasType(policy, 'Egress') ? policy.spec.egress : []),
  ];
  const peers = rules.flatMap((rule) => rule.peers);
  return peers.flatMap((peer) => (peer.type === 'ipBlock' ? [peer.cidr, ...peer.except] : []));
}

export const isAdminPolicy = (resource: Resource): resource is AdminPolicyResource =>
  resource.kind === 'AdminNetworkPolicy' ||
  resource.kind === 'BaselineAdminNetworkPolicy' ||
  resource.kind === 'ClusterNetworkPolicy';

/** Networks that a policy of an administrator names, which only its egress rules can. */
export function networksIn({ spec }: AdminPolicyResource): Cidr[] {
  const peers = spec.egress.flatMap((rule) => rule.peers);
  return peers.flatMap((peer) => (peer.type === 'networks' ? [...peer.cidrs] : []));
}

/** "Ingress always; Egress only if there is at least one egress rule" (spec rule 4). */
export function hasType({ spec }: NetworkPolicyResource, type: 'Ingress' | 'Egress'): boolean {
  if (spec.policyTypes) return spec.policyTypes.includes(type);
  return type === 'Ingress' || spec.egress.length > 0;
}
