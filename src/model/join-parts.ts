// Joins what dialects tell about a cluster to it: address sets, pod ranges, and hosts under policy.
import { compareText } from '../base/compare-text.ts';
import type { Address } from '../net/cidr.ts';
import type { Cluster, ClusterParts, Endpoint, HostEndpoint } from './cluster.ts';
import type { PeerFact } from './policy.ts';

const sameAddress = (a: Address, b: Address): boolean => a.family === b.family && a.bits === b.bits;

/** The processes of a host, or what it forwards, behind one host endpoint. */
function hostEndpoint(part: HostEndpoint, type: 'host' | 'transit'): Endpoint {
  return {
    id: `${type}:${part.name}`,
    type: part.interfaces === 'every' ? `every-${type}` : type,
    namespace: '',
    name: part.name,
    labels: part.labels,
    serviceAccount: '',
    ports: part.ports,
    hostNetwork: false,
    node: part.node,
    addresses: part.addresses,
    count: 1,
    perNode: false,
    workload: -1,
    hostEndpoint: part.name,
  };
}

function interfaceFact(node: string): PeerFact {
  return {
    code: 'interface-unknown',
    message: `The manifests do not say which interface of the node ${node} the traffic uses, and not all of them have the same policy`,
    remedy: 'Give the host endpoint the node’s addresses (spec.expectedIPs), or make it one for every interface (`*`).',
  };
}

/**
 * A pod on the host network is a process of its host, so the host endpoint that has its address governs it; one for
 * every interface does in any case. Otherwise nobody can tell.
 */
function governHostPod(pod: Endpoint, parts: readonly HostEndpoint[]): Endpoint {
  const own = parts.filter((part) => part.node === pod.node);
  if (own.length === 0) return pod;
  const holder = own.find((part) =>
    part.addresses.some((address) => pod.addresses.some((one) => sameAddress(one, address))),
  );
  const [only] = own;
  const sure = holder ?? (own.length === 1 && only?.interfaces === 'every' ? only : undefined);
  const chosen = sure ?? only;
  if (!chosen) return pod;
  const type = chosen.interfaces === 'every' ? 'every-host' : 'host';
  const governed: Endpoint = {
    ...pod,
    type,
    labels: chosen.labels,
    hostEndpoint: chosen.name,
    ...(holder ? { addressPorts: holder.ports } : {}),
  };
  if (sure) return governed;
  const fact = interfaceFact(chosen.node);
  return { ...governed, doubt: { governed: own.length === 1 ? 'perhaps' : 'unknown', fact } };
}

/** The cluster with what dialects know beside. Host endpoints come after all other endpoints. */
export function joinParts(cluster: Cluster, parts: readonly ClusterParts[]): Cluster {
  const hostEndpoints = parts.flatMap((part) => part.hostEndpoints).sort((a, b) => compareText(a.name, b.name));
  const pods = cluster.endpoints.map((endpoint) =>
    endpoint.hostNetwork && endpoint.node !== undefined ? governHostPod(endpoint, hostEndpoints) : endpoint,
  );
  const hosts = hostEndpoints.flatMap((part) => [hostEndpoint(part, 'host'), hostEndpoint(part, 'transit')]);
  return {
    ...cluster,
    endpoints: hostEndpoints.length > 0 ? [...pods, ...hosts] : cluster.endpoints,
    sets: parts.flatMap((part) => part.sets).sort((a, b) => compareText(a.id, b.id)),
    hostEndpoints,
    podCIDRs: parts.flatMap((part) => part.podCIDRs),
    toOwnHost: parts.map((part) => part.toOwnHost).find((one) => one !== undefined),
    assumptions: [...cluster.assumptions, ...parts.flatMap((part) => part.assumptions)],
  };
}
