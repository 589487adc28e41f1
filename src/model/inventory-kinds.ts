// Kinds that a cluster consists of. There may be very many of them; of those that say what may flow, people write few.
import type { Resource } from '../resources/resource.ts';

export const INVENTORY_KINDS: ReadonlySet<Resource['kind']> = new Set<Resource['kind']>([
  'Namespace',
  'Pod',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'ReplicationController',
  'Service',
  'EndpointSlice',
  'ServiceAccount',
  'Ingress',
  'Node',
]);
