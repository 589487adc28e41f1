// Second step: what of the graph is in question. Hiding never moves what stays: filtering happens on ids, after placing.
import type { NodeId } from '../engine/results.ts';
import type { Graph, GraphEdge } from './graph.ts';
import { isWithin, type Parents, parentsIn, withGroups } from './node-groups.ts';

/** What is selected, in the words of the page's state. */
export type GraphSelection =
  | { readonly type: 'node'; readonly id: NodeId }
  | { readonly type: 'edge'; readonly source: NodeId; readonly target: NodeId };

export interface GraphFilter {
  readonly selection: GraphSelection | undefined;
  readonly hideUnrelated: boolean;
  readonly onlyChanges: boolean;
  /** What is in question instead of what the selection touches. */
  readonly related?: Related | undefined;
  /** Where a query filters: the nodes that some flow of it is about (`Picture.meets`). */
  readonly meets?: readonly NodeId[] | undefined;
}

/** Ids of nodes and edges that belong to the selection; undefined where nothing visible is selected. */
export interface Related {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<string>;
}

export function filterGraph(graph: Graph, filter: GraphFilter): Graph {
  let edges = graph.edges;
  let keep: ReadonlySet<NodeId> | undefined;
  if (filter.onlyChanges) edges = edges.filter(({ flip }) => flip !== 'none');
  if (filter.hideUnrelated) {
    const related = filter.related ?? relatedTo({ ...graph, edges }, filter.selection);
    if (related) {
      edges = edges.filter(({ id }) => related.edges.has(id));
      keep = related.nodes;
    }
  }
  const meeting = filter.meets && withGroups(graph, filter.meets);
  const isKept = (id: NodeId): boolean => (keep?.has(id) ?? true) && (meeting?.has(id) ?? true);
  const nodes = keep || meeting ? graph.nodes.filter(({ id }) => isKept(id)) : graph.nodes;
  return { ...graph, nodes, edges };
}

/** The selection itself, the edges at it, their other ends, and the groups all these are drawn in. */
export function relatedTo(graph: Graph, selection: GraphSelection | undefined): Related | undefined {
  if (!selection) return undefined;
  const parents = parentsIn(graph);
  const seeds = selection.type === 'node' ? [selection.id] : [selection.source, selection.target];
  if (!seeds.some((id) => parents.has(id))) return undefined;
  const edges = graph.edges.filter(belongs(selection, parents));
  const ends = edges.flatMap(({ source, target }) => [source, target]);
  // Of a group everything in it; of an edge between groups only the ends of what is drawn between them.
  const inner =
    selection.type === 'node' ? [...parents.keys()].filter((id) => isWithin(id, selection.id, parents)) : [];
  const nodes = withGroups(graph, [...seeds, ...ends, ...inner], parents);
  return { nodes, edges: new Set(edges.map(({ id }) => id)) };
}

/** What flips, with the groups that it lies in; undefined where nothing does. */
export function flippedIn(graph: Graph): Related | undefined {
  const edges = graph.edges.filter(({ flip }) => flip !== 'none');
  if (edges.length === 0) return undefined;
  const ends = edges.flatMap(({ source, target }) => [source, target]);
  return { nodes: withGroups(graph, ends, parentsIn(graph)), edges: new Set(edges.map(({ id }) => id)) };
}

/** What a selector finds, with the groups it is drawn in, or stands in where these are closed. */
export function foundOn(graph: Graph, found: readonly { readonly id: NodeId; readonly namespace: string }[]): Related {
  const nodes = new Set<NodeId>();
  for (const { id, namespace } of found) nodes.add(id).add(`namespace:${namespace}`);
  const named = new Set(found.map(({ id }) => id));
  for (const node of graph.nodes) {
    // A namespace that is found itself means what is in it.
    if (node.type === 'workload' && named.has(node.parent)) nodes.add(node.id);
    if (node.type === 'pod' && nodes.has(node.parent)) nodes.add(node.id);
  }
  return { nodes, edges: new Set() };
}

function belongs(selection: GraphSelection, parents: Parents): (edge: GraphEdge) => boolean {
  if (selection.type === 'edge') {
    return ({ source, target }) =>
      isWithin(source, selection.source, parents) && isWithin(target, selection.target, parents);
  }
  return ({ source, target }) => isWithin(source, selection.id, parents) || isWithin(target, selection.id, parents);
}
