// Where an arrow key leads from a node: along the edges, through the other ends of the same fan, or through the reading order.
import type { NodeId } from '../engine/results.ts';
import type { Graph } from './graph.ts';
import { parentOf } from './node-groups.ts';

export type NavigationKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

/** The edge walk that led to the present node: Up and Down go through its other ends until something else is done. */
export interface Trail {
  readonly from: NodeId;
  readonly toward: 'sources' | 'destinations';
}

export interface Step {
  readonly to: NodeId;
  readonly trail?: Trail;
}

/**
 * Left: the sources of incoming edges. Right: the destinations of outgoing edges; into an expanded namespace, its first workload.
 * Up, Down: after a walk along an edge, the other ends of the same fan; otherwise siblings and then on, in reading order.
 * Undefined where the key leads nowhere.
 */
export function navigate(graph: Graph, at: NodeId, key: NavigationKey, trail?: Trail): Step | undefined {
  const order = graph.nodes.map(({ id }) => id);
  if (key === 'Home') return stepTo(order[0]);
  if (key === 'End') return stepTo(order[order.length - 1]);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const toward = key === 'ArrowLeft' ? 'sources' : 'destinations';
    const first = fan(graph, { from: at, toward }).find((id) => id !== at);
    if (first !== undefined) return { to: first, trail: { from: at, toward } };
    return key === 'ArrowRight' ? stepTo(graph.nodes.find((node) => parentOf(node) === at)?.id) : undefined;
  }
  const ends = trail ? fan(graph, trail).filter((id) => id !== trail.from) : [];
  const delta = key === 'ArrowDown' ? 1 : -1;
  if (trail && ends.length > 1 && ends.includes(at)) {
    const to = ends[(ends.indexOf(at) + delta + ends.length) % ends.length];
    return to === undefined ? undefined : { to, trail };
  }
  const index = order.indexOf(at);
  return index < 0 ? stepTo(order[0]) : stepTo(order[index + delta]);
}

/** One level up: a pod's workload, a workload's namespace. */
export function levelUp(graph: Graph, at: NodeId): NodeId | undefined {
  const node = graph.nodes.find(({ id }) => id === at);
  return node && parentOf(node);
}

/** Other ends of a node's edges, in reading order. */
function fan(graph: Graph, { from, toward }: Trail): readonly NodeId[] {
  const ends = new Set(
    toward === 'sources'
      ? graph.edges.filter(({ target }) => target === from).map(({ source }) => source)
      : graph.edges.filter(({ source }) => source === from).map(({ target }) => target),
  );
  return graph.nodes.map(({ id }) => id).filter((id) => ends.has(id));
}

function stepTo(id: NodeId | undefined): Step | undefined {
  return id === undefined ? undefined : { to: id };
}
