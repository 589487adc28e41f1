// What a connection to a service reaches: service address translation comes before policy, so this is what policy sees.
import { type Address, formatAddress } from '../net/cidr.ts';
import type { ContainerPort, ServicePort } from '../resources/resource.ts';
import type { Cluster, ClusterService, Endpoint } from './cluster.ts';

/** One end of the translated connection. */
export interface ServiceBackend {
  /** A pod's or workload's id without its prefix, or an address: names it to whoever asks about flows. */
  readonly name: string;
  /** The target port; undefined where the backend has no port of the name that the service asks for. */
  readonly port: number | undefined;
}

function targetOf({ targetPort, protocol }: ServicePort, ports: readonly ContainerPort[]): number | undefined {
  if (typeof targetPort === 'number') return targetPort;
  return ports.find((port) => port.name === targetPort && port.protocol === protocol)?.port;
}

function isSelected(endpoint: Endpoint, { namespace, selector }: ClusterService, cluster: Cluster): boolean {
  if (endpoint.workload < 0 || endpoint.namespace !== namespace || !selector || selector.size === 0) return false;
  // A pod that a host endpoint governs carries that one's labels; its workload still has the pod's.
  const labels = endpoint.type === 'pod' ? endpoint.labels : cluster.workloads[endpoint.workload]?.labels;
  return [...selector].every(([key, value]) => labels?.get(key) === value);
}

/** Backends of one port of a service, in cluster order: from its EndpointSlices, else by its selector. */
export function serviceBackends(cluster: Cluster, service: ClusterService, port: ServicePort): ServiceBackend[] {
  if (service.slices) {
    return service.slices.flatMap((slice) => {
      const numbers = slice.ports.filter(
        (one) => one.protocol === port.protocol && (one.name ?? '') === (port.name ?? ''),
      );
      return slice.addresses.flatMap((address: Address) =>
        numbers.map((one) => ({ name: formatAddress(address), port: one.port })),
      );
    });
  }
  return cluster.endpoints
    .filter((endpoint) => isSelected(endpoint, service, cluster))
    .map((endpoint) => ({ name: endpoint.id.replace(/^\w+:/, ''), port: targetOf(port, endpoint.ports) }));
}
