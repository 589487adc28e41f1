// How far a breach goes, on the picture: the hop of each node that is drawn, and the steps between hops as edges.
import type { Reach } from '../engine/reach.ts';
import type { NodeId } from '../engine/results.ts';
import type { Related } from './filter-graph.ts';
import { namespaceOf, OTHER_NAMESPACES } from './fit-budget.ts';
import type { Graph, GraphEdge } from './graph.ts';
import { parentOf, withGroups } from './node-groups.ts';

export interface ReachPicture {
  /** With the steps that no edge was drawn for, as default-allowed ones. */
  readonly graph: Graph;
  /** `0` for the start, `1`, … and `2?` where it is not certain. A closed group has the hop of its nearest member. */
  readonly hops: ReadonlyMap<NodeId, string>;
  readonly related: Related;
}

/** Steps that are drawn beside the edges of the picture. */
const MAX_STEPS = 200;

export function reachPicture(graph: Graph, reach: Reach): ReachPicture {
  const placeOf = placesIn(graph);
  const found = new Map<NodeId, { readonly hop: number; readonly isCertain: boolean }>();
  const start = placeOf(reach.id);
  if (start !== undefined) found.set(start, { hop: 0, isCertain: true });
  for (const { id, hop, verdict } of reach.nodes) {
    const place = placeOf(id);
    const before = place === undefined ? undefined : found.get(place);
    const isCertain = verdict === 'allowed';
    if (place === undefined || (before && (before.isCertain || !isCertain))) continue;
    found.set(place, { hop, isCertain });
  }
  if (reach.id.startsWith('namespace:')) {
    for (const node of graph.nodes) if (parentOf(node) === reach.id) found.set(node.id, { hop: 0, isCertain: true });
  }
  const steps = graph.edges.filter((edge) => isStep(edge, reach, found));
  const drawn = new Set(graph.edges.map(({ id }) => id));
  const added = missingSteps(reach, placeOf, drawn);
  const related = {
    nodes: withGroups(graph, found.keys()),
    edges: new Set([...steps, ...added].map(({ id }) => id)),
  };
  return {
    graph: added.length > 0 ? { ...graph, edges: [...graph.edges, ...added] } : graph,
    hops: new Map([...found].map(([id, { hop, isCertain }]) => [id, isCertain ? String(hop) : `${hop}?`])),
    related,
  };
}

/** An edge that leads from one hop to the next. */
function isStep(edge: GraphEdge, { direction }: Reach, found: ReadonlyMap<NodeId, { readonly hop: number }>): boolean {
  const [near, far] = direction === 'from' ? [edge.source, edge.target] : [edge.target, edge.source];
  const [from, to] = [found.get(near)?.hop, found.get(far)?.hop];
  return from !== undefined && to === from + 1 && edge.verdict !== 'denied';
}

function missingSteps(
  { nodes, direction }: Reach,
  placeOf: (id: NodeId) => NodeId | undefined,
  drawn: ReadonlySet<string>,
): readonly GraphEdge[] {
  const added = new Map<string, GraphEdge>();
  for (const { id: far, via, verdict, label } of nodes) {
    if (added.size >= MAX_STEPS) break;
    const [from, to] = direction === 'from' ? [via, far] : [far, via];
    const [source, target] = [placeOf(from), placeOf(to)];
    if (source === undefined || target === undefined || source === target) continue;
    const id = `${source}->${target}`;
    if (drawn.has(id) || added.has(id)) continue;
    const impact = { opened: 0, closed: 0, unknown: 0 };
    const pairs = { allowed: verdict === 'allowed' ? 1 : 0, of: 1 };
    added.set(id, { id, source, target, verdict, label, flows: 1, pairs, impact, flip: 'none' });
  }
  return [...added.values()];
}

/** The node that stands for something of the inventory; undefined where none is drawn. */
function placesIn(graph: Graph): (id: NodeId) => NodeId | undefined {
  const drawn = new Set(graph.nodes.map(({ id }) => id));
  return (id) => {
    if (drawn.has(id)) return id;
    const group = namespaceOf(id);
    if (group === undefined) return undefined;
    if (drawn.has(group)) return group;
    return drawn.has(OTHER_NAMESPACES) ? OTHER_NAMESPACES : undefined;
  };
}
