// The neighbourhood of a node: what is left of the graph when only what lies so many edges from it is laid out.
import type { NodeId } from '../engine/results.ts';
import type { Graph } from './graph.ts';
import { isWithin, parentsIn, withGroups } from './node-groups.ts';

/** Nodes laid out by themselves; beyond it a picture in layers is not read either. */
export const MAX_ARRANGED = 120;

/**
 * The node, what lies in it, the nodes up to `depth` edges away along or against the flows, nearest first up to MAX_ARRANGED, and
 * the frames they are drawn in; with the edges that lead from one to the next. Undefined where the node is not drawn.
 */
export function focusGraph(graph: Graph, id: NodeId, depth: number): Graph | undefined {
  const parents = parentsIn(graph);
  if (!parents.has(id)) return undefined;
  const kept = new Set(graph.nodes.map((node) => node.id).filter((node) => isWithin(node, id, parents)));
  let frontier: ReadonlySet<NodeId> = new Set(kept);
  const inner = new Set<NodeId>();
  for (let step = 0; step < depth; step++) {
    const next = new Set<NodeId>();
    for (const node of frontier) inner.add(node);
    for (const { source, target } of graph.edges) {
      if (frontier.has(source) && !kept.has(target)) next.add(target);
      if (frontier.has(target) && !kept.has(source)) next.add(source);
    }
    const taken = [...next].slice(0, Math.max(0, MAX_ARRANGED - kept.size));
    for (const node of taken) kept.add(node);
    frontier = new Set(taken);
  }
  const drawn = withGroups(graph, kept, parents);
  return {
    ...graph,
    nodes: graph.nodes.filter((node) => drawn.has(node.id)),
    edges: graph.edges.filter(
      ({ source, target }) => drawn.has(source) && drawn.has(target) && (inner.has(source) || inner.has(target)),
    ),
  };
}
