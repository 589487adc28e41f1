// Fourth step: the way each edge takes. Sides by relative position, lines around other nodes where there is a way, ends spread out.
import type { NodeId } from '../engine/results.ts';
import { chooseWay, type Way } from './choose-way.ts';
import { type Anchor, anchorOn, bracket, curve, type Line, outside, selfLoop, through } from './edge-path.ts';
import type { GraphEdge, GraphNode } from './graph.ts';
import type { Box, Layout } from './layout-graph.ts';
import { parentOf } from './node-groups.ts';
import { titleBox } from './node-size.ts';
import { ObstacleIndex } from './obstacle-index.ts';
import { type EdgePlan, spreadEnds } from './spread-ends.ts';

export interface Route extends Line {
  /** Where the arrowhead stands, at the border of the destination. */
  readonly end: Anchor;
}

/** Length of the arrowhead: the line ends before it. */
const HEAD = 6;

/** Boxes that lines go around: everything but frames, of which only the titles, and the pods inside a workload. */
export function obstaclesOf(nodes: readonly GraphNode[], { boxes }: Layout): ObstacleIndex {
  return new ObstacleIndex(
    nodes.flatMap((node): (readonly [NodeId, Box])[] => {
      const box = boxes.get(node.id);
      if (!box || node.type === 'pod') return [];
      const isFrame = node.type === 'namespace' && !node.collapsed;
      return [isFrame ? [`title of ${node.id}`, titleBox(node, box)] : [node.id, box]];
    }),
  );
}

/**
 * Routes by edge id; deterministic for the same nodes and edges. Edges without a placed end are left out.
 * `known` remembers the ways found for pairs of nodes: hand it over again as long as the layout is the same.
 */
export function routeEdges(
  edges: readonly GraphEdge[],
  nodes: readonly GraphNode[],
  layout: Layout,
  obstacles = obstaclesOf(nodes, layout),
  known: Map<string, Way> = new Map(),
): ReadonlyMap<string, Route> {
  findWays(edges, nodes, layout, obstacles, known);
  const plans: EdgePlan[] = [];
  const routes = new Map<string, Route>();
  for (const edge of edges) {
    const from = layout.boxes.get(edge.source);
    const to = layout.boxes.get(edge.target);
    if (!from || !to) continue;
    if (edge.source === edge.target) {
      routes.set(edge.id, selfLoop(from));
      continue;
    }
    const way = known.get(edge.id);
    if (way) plans.push({ edge, from, to, way });
  }
  const offsets = spreadEnds(plans);
  const lanes = new Map<string, number>();
  for (const { edge, from, to, way } of plans) {
    const start = anchorOn(from, way.leave, offsets.get(`${edge.id}>`) ?? 0);
    const end = anchorOn(to, way.arrive, offsets.get(`${edge.id}<`) ?? 0);
    const stop = { ...outside(end, HEAD), side: way.arrive };
    const at = way.at + laneShift(lanes, way);
    const line =
      way.form === 'curve'
        ? curve(start, stop)
        : way.form === 'lane'
          ? through(start, stop, at)
          : bracket(start, stop, at);
    routes.set(edge.id, { ...line, end });
  }
  return routes;
}

/** Adds the ways of these edges to the known ones: most of the work of routing, which may be done in parts beforehand. */
export function findWays(
  edges: readonly GraphEdge[],
  nodes: readonly GraphNode[],
  layout: Layout,
  obstacles: ObstacleIndex,
  known: Map<string, Way>,
): void {
  const parents = new Map(nodes.map((node) => [node.id, parentOf(node)]));
  for (const edge of waylessEdges(edges, layout, known)) {
    const from = layout.boxes.get(edge.source);
    const to = layout.boxes.get(edge.target);
    if (!from || !to) continue;
    const ends = [edge.source, edge.target, parents.get(edge.source), parents.get(edge.target)];
    known.set(edge.id, chooseWay(from, to, new Set(ends.filter(isId)), obstacles));
  }
}

/** Edges that can be drawn and have no way yet. A loop needs none. */
export function waylessEdges(
  edges: readonly GraphEdge[],
  { boxes }: Layout,
  known: ReadonlyMap<string, Way>,
): readonly GraphEdge[] {
  return edges.filter(
    ({ id, source, target }) => source !== target && !known.has(id) && boxes.has(source) && boxes.has(target),
  );
}

/** Lines that run along the same gutter are drawn beside each other. */
function laneShift(lanes: Map<string, number>, way: Way): number {
  if (way.form === 'curve') return 0;
  const key = `${way.form} ${Math.round(way.at / 8)}`;
  const count = lanes.get(key) ?? 0;
  lanes.set(key, count + 1);
  if (way.form === 'lane') return [0, 4, -4][count % 3] ?? 0;
  const beside = [0, 6, -6, 12, -12][count % 5] ?? 0;
  if (way.leave !== way.arrive) return beside;
  return (way.leave === 'right' ? 1 : -1) * ([0, 6, 12, -6][count % 4] ?? 0);
}

function isId(id: NodeId | undefined): id is NodeId {
  return id !== undefined;
}
