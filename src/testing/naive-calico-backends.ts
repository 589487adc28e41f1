// Where services lead, for the naive evaluator: their EndpointSlices, or what follows from their selector (Calico spec, 7.6, 16).
import { type Address, formatAddress } from '../net/cidr.ts';
import type { ContainerPort, PodResource, Resource, ServicePort, ServiceResource } from '../resources/resource.ts';
import { hostNetworkAddresses, isRunning } from './naive-calico-cluster.ts';

export interface ServiceName {
  readonly namespace: string;
  readonly name: string;
}

/** Every address serves every port. */
interface Slice {
  readonly addresses: readonly string[];
  readonly ports: readonly Pick<ContainerPort, 'protocol' | 'port'>[];
}

/** "by number, by name through each pod's own container ports of the Service port's protocol, or = port". */
function targetsOf(port: ServicePort, pod: PodResource): Slice['ports'] {
  const { protocol, targetPort } = port;
  if (typeof targetPort === 'number') return [{ protocol, port: targetPort }];
  const named = pod.spec.ports.find((own) => own.name === targetPort && own.protocol === protocol);
  return named ? [{ protocol, port: named.port }] : [];
}

/** Pods on the host network serve as well, at their node's address. */
function derivedSlices(service: ServiceResource, resources: readonly Resource[]): Slice[] {
  const wanted = [...(service.selector ?? [])];
  if (wanted.length === 0) return [];
  const pods = resources
    .filter(isRunning)
    .filter(({ meta }) => meta.namespace === service.meta.namespace)
    .filter(({ meta }) => wanted.every(([key, value]) => meta.labels.get(key) === value));
  return pods.map((pod) => ({
    addresses: pod.spec.hostNetwork ? hostNetworkAddresses(pod, resources) : pod.status.podIPs,
    ports: service.ports.flatMap((port) => targetsOf(port, pod)),
  }));
}

function slicesOf({ namespace, name }: ServiceName, resources: readonly Resource[]): Slice[] {
  const own = resources.flatMap((resource) =>
    resource.kind === 'EndpointSlice' && resource.meta.namespace === namespace && resource.service === name
      ? [resource]
      : [],
  );
  if (own.length > 0) return own;
  return resources.flatMap((resource) =>
    resource.kind === 'Service' && resource.meta.namespace === namespace && resource.meta.name === name
      ? derivedSlices(resource, resources)
      : [],
  );
}

/** Whether the service has an endpoint at `address`, and, where a port is asked for, on that port. */
export function servesAt(
  service: ServiceName,
  address: Address,
  port: Slice['ports'][number] | 'any',
  resources: readonly Resource[],
): boolean {
  return slicesOf(service, resources).some(
    ({ addresses, ports }) =>
      addresses.includes(formatAddress(address)) &&
      (port === 'any' || ports.some((own) => own.protocol === port.protocol && own.port === port.port)),
  );
}
