// Ids of nodes as a person writes them.
import type { NodeId } from '../engine/results.ts';

/**
 * `workload:ns/Kind/name` and `cidr:CIDR` lose their prefix, `pod:ns/name` becomes `ns/Pod/name`, `namespace:NS` becomes `NS`;
 * `internet` stays.
 */
export function nodeName(id: NodeId): string {
  if (id.startsWith('pod:')) return id.slice('pod:'.length).replace('/', '/Pod/');
  return id.replace(/^(workload|cidr|namespace):/, '');
}
