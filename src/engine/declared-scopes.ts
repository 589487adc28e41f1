// The points that count toward each class as a destination, whoever stands behind it.
import type { ConnectionId } from '../net/connection-table.ts';
import type { ContainerPort } from '../resources/resource.ts';
import { scopeOf } from './flow-party.ts';
import type { Ground } from './ground.ts';
import type { PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';

const known = new WeakMap<Ground, readonly ConnectionId[]>();

/**
 * By class. With `declared`, at least the ports that its pods and their workloads declare; all points where one of them declares
 * none. What lies beyond counts for no flow (`scopeOf`).
 */
export function classScopes(snapshot: Snapshot, ports: PortScope): readonly ConnectionId[] {
  const { ground, table, universe } = snapshot;
  if (ports === 'all') return universe.classes.map(() => table.all);
  const made = known.get(ground) ?? unitedScopes(snapshot);
  known.set(ground, made);
  return made;
}

function unitedScopes({ cluster, table, universe }: Snapshot): readonly ConnectionId[] {
  const scopes = universe.classes.map(() => table.none);
  // Pods of one template share their list of ports.
  const ofList = new Map<readonly ContainerPort[], ConnectionId>();
  const declaredBy = (ports: readonly ContainerPort[]): ConnectionId => {
    const scope = ofList.get(ports) ?? scopeOf(ports, 'declared', table, true);
    ofList.set(ports, scope);
    return scope;
  };
  for (const [index, { ports, workload }] of cluster.endpoints.entries()) {
    const id = universe.classOf[index] ?? -1;
    const before = scopes[id];
    if (before === undefined) continue;
    const ofWorkload = cluster.workloads[workload]?.ports;
    const own = table.union(before, declaredBy(ports));
    scopes[id] = ofWorkload ? table.union(own, declaredBy(ofWorkload)) : own;
  }
  return scopes;
}
