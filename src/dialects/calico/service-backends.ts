// Services in rules: the addresses and target ports behind a service, never its own address, which is translated before policy.
import type { ClusterService, Endpoint } from '../../model/cluster.ts';
import type { Peer, RuleMatch, TrafficTerm } from '../../model/policy.ts';
import { allOf, inNamespace, type Selector } from '../../model/selector.ts';
import { type Address, cidrOfAddress } from '../../net/cidr.ts';
import { allPorts, portRange } from '../../net/connection-set.ts';
import type { ContainerPort, ServicePort } from '../../resources/resource.ts';
import type { CompileContext } from '../dialect.ts';

/** One way to be behind a service. */
export type ServiceMatch = Pick<RuleMatch, 'peer' | 'traffic'>;

/** The service that a rule names; `namespace` is empty where it names none. */
export interface ServiceName {
  readonly name: string;
  readonly namespace: string;
}

const addressPeer = (addresses: readonly Address[]): Peer => ({
  op: 'addresses',
  include: addresses.map(cidrOfAddress),
  exclude: [],
});

function portTerm({ protocol, port }: Pick<ContainerPort, 'protocol' | 'port'>): TrafficTerm {
  return { type: 'points', points: portRange(protocol, port, port), text: `${protocol} ${port}` };
}

/**
 * Every cluster has the service `kubernetes`, but its addresses are those of the API servers, which only its
 * EndpointSlice tells. Any other service without a manifest counts as absent.
 */
function apiServers({ name, namespace }: ServiceName): readonly ServiceMatch[] {
  if (name !== 'kubernetes' || namespace !== 'default') return [];
  const peer: Peer = {
    op: 'unresolved',
    fact: {
      code: 'service-addresses-unknown',
      message: 'The addresses behind the service default/kubernetes (the API servers) are not in the manifests',
      remedy: 'Load them: kubectl get endpointslices -n default -o yaml.',
    },
  };
  return [
    { peer, traffic: [{ type: 'points', points: allPorts('TCP'), text: 'TCP on the ports of the API servers' }] },
  ];
}

/** The pods of a selector that policy sees, and those on the host network, which are their nodes' addresses. */
interface Backends {
  readonly pods: Selector;
  readonly onHosts: readonly Endpoint[];
}

function backendsOf(service: ClusterService, { cluster }: CompileContext): Backends | undefined {
  const labels = service.selector;
  if (!labels || labels.size === 0) return undefined;
  const wanted = [...labels].map(([key, value]): Selector => ({ op: 'in', scope: 'endpoint', key, values: [value] }));
  const pods = allOf([{ op: 'type', types: ['pod'] }, inNamespace(service.namespace), ...wanted]);
  const onHosts = cluster.endpoints.filter((endpoint) => {
    if (!endpoint.hostNetwork || endpoint.namespace !== service.namespace) return false;
    // A governed pod carries its host endpoint's labels; what the service selects are the workload's.
    const own = endpoint.type === 'pod' ? endpoint.labels : cluster.workloads[endpoint.workload]?.labels;
    return [...labels].every(([key, value]) => own?.get(key) === value);
  });
  return { pods, onHosts };
}

function hostPeer(pod: Endpoint): Peer {
  if (pod.addresses.length > 0) return addressPeer(pod.addresses);
  const fact = {
    code: 'host-addresses-unknown',
    message: `The address of the node under ${pod.namespace}/${pod.name}, which is on the host network, is not in the manifests`,
    remedy: 'Load the nodes and the running pods (kubectl get nodes,pods -A -o yaml).',
  };
  return { op: 'unresolved', fact };
}

/** A target port by name is a port of the backend's own, in the protocol of the service's port. */
function podTerm({ protocol, targetPort }: ServicePort, pods: Selector): TrafficTerm {
  if (typeof targetPort === 'number') return portTerm({ protocol, port: targetPort });
  const text = `${protocol} on the port named ${targetPort}`;
  return { type: 'named', name: targetPort, within: allPorts(protocol), among: pods, text };
}

function hostTerms({ protocol, targetPort }: ServicePort, pod: Endpoint): TrafficTerm[] {
  if (typeof targetPort === 'number') return [portTerm({ protocol, port: targetPort })];
  return pod.ports.filter((port) => port.name === targetPort && port.protocol === protocol).map(portTerm);
}

function findService({ name, namespace }: ServiceName, { cluster }: CompileContext): ClusterService | undefined {
  return cluster.services.find((service) => service.namespace === namespace && service.name === name);
}

/**
 * A service as destination: the addresses of its EndpointSlices on the slices' (target) ports. Without slices in the
 * manifests they follow from its selector. A service without a namespace is never found (Calico looks up `/NAME`).
 */
export function serviceDestination(name: ServiceName, context: CompileContext): readonly ServiceMatch[] {
  const service = findService(name, context);
  if (!service) return apiServers(name);
  if (service.slices) {
    const slices = service.slices.filter(({ addresses, ports }) => addresses.length > 0 && ports.length > 0);
    return slices.map(({ addresses, ports }) => ({ peer: addressPeer(addresses), traffic: ports.map(portTerm) }));
  }
  const backends = backendsOf(service, context);
  if (!backends || service.ports.length === 0) return [];
  const { pods, onHosts } = backends;
  const hosts = onHosts.map((pod) => ({
    peer: hostPeer(pod),
    traffic: service.ports.flatMap((port) => hostTerms(port, pod)),
  }));
  return [
    { peer: { op: 'endpoints', selector: pods }, traffic: service.ports.map((port) => podTerm(port, pods)) },
    // Without terms a match would mean all traffic.
    ...hosts.filter(({ traffic }) => traffic.length > 0),
  ];
}

/** A service as source: its addresses, whatever the port; undefined where there can be none. */
export function serviceSource(name: ServiceName, context: CompileContext): Peer | undefined {
  const service = findService(name, context);
  if (!service) return apiServers(name)[0]?.peer;
  if (service.slices) return addressPeer(service.slices.flatMap(({ addresses }) => addresses));
  const backends = backendsOf(service, context);
  if (!backends) return undefined;
  return { op: 'or', terms: [{ op: 'endpoints', selector: backends.pods }, ...backends.onHosts.map(hostPeer)] };
}
