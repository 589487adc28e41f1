// Whether a node of the flow rows stands behind a node of the picture.
import type { NodeId } from '../../engine/results.ts';
import type { KnownNode } from '../../state/selectors.ts';

/** Rows name workloads and externals; the picture shows those, their pods, or their namespaces. */
export function isWithin(nodes: ReadonlyMap<NodeId, KnownNode>, rowNode: NodeId, shown: NodeId): boolean {
  if (rowNode === shown) return true;
  const inner = nodes.get(rowNode);
  const outer = nodes.get(shown);
  if (outer?.type === 'pod') return outer.workload.id === rowNode;
  return outer?.type === 'namespace' && inner?.type === 'workload' && inner.workload.namespace === outer.namespace.name;
}
