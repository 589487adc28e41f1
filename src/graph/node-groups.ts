// The groups that nodes are drawn in: namespaces, and workloads whose pods are drawn.
import type { NodeId } from '../engine/results.ts';
import type { Graph, GraphNode } from './graph.ts';

export type Parents = ReadonlyMap<NodeId, NodeId | undefined>;

export function parentOf(node: GraphNode): NodeId | undefined {
  return node.type === 'workload' || node.type === 'pod' ? node.parent : undefined;
}

export const parentsIn = ({ nodes }: Pick<Graph, 'nodes'>): Parents =>
  new Map(nodes.map((node) => [node.id, parentOf(node)]));

/** The node and the groups around it, from the inside out. */
export function* outward(id: NodeId, parents: Parents): Generator<NodeId> {
  for (let at: NodeId | undefined = id; at !== undefined; at = parents.get(at)) yield at;
}

/** Whether it is the group, or drawn in it. */
export function isWithin(id: NodeId, group: NodeId, parents: Parents): boolean {
  for (const at of outward(id, parents)) if (at === group) return true;
  return false;
}

/** The nodes with the groups they are drawn in, and the pods that are listed in all these. */
export function withGroups(
  graph: Pick<Graph, 'nodes'>,
  ids: Iterable<NodeId>,
  parents = parentsIn(graph),
): Set<NodeId> {
  const all = new Set<NodeId>();
  for (const id of ids) for (const at of outward(id, parents)) all.add(at);
  for (const node of graph.nodes) if (node.type === 'pod' && all.has(node.parent)) all.add(node.id);
  return all;
}
