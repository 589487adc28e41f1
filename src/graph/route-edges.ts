// Fourth step: the way each edge takes. Sides by relative position, lines around other nodes where there is a way, ends spread out.
import type { NodeId } from '../engine/results.ts';
import {
  type Anchor,
  anchorOn,
  curve,
  type Line,
  lengthOf,
  outside,
  roundedPath,
  SIDES,
  type Side,
  selfLoop,
} from './edge-path.ts';
import { parentOf } from './filter-graph.ts';
import type { GraphEdge, GraphNode } from './graph.ts';
import { type Box, COLUMN_GAP, type Layout } from './layout-graph.ts';
import { titleBox, WORKLOAD_HEIGHT } from './node-size.ts';
import { ObstacleIndex, type Point } from './obstacle-index.ts';

export interface Route extends Line {
  /** Where the arrowhead stands, at the border of the destination. */
  readonly end: Anchor;
}

/** Running through a node costs as much as a detour of this many pixels. */
const HIT_COST = 5000;
const CORNER_COST = 30;
const DIRECT_TRIALS = 7;
/** Distance of a lane from the boxes it runs along; within the padding of frames. */
const LANE = 12;
/** Distance of neighbouring ends on one side. */
const END_STEP = 11;
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
 * `known` remembers the sides found for pairs of nodes: hand it over again as long as the layout is the same.
 */
export function routeEdges(
  edges: readonly GraphEdge[],
  nodes: readonly GraphNode[],
  layout: Layout,
  obstacles = obstaclesOf(nodes, layout),
  known: Map<string, Sides> = new Map(),
): ReadonlyMap<string, Route> {
  const parents = new Map(nodes.map((node) => [node.id, parentOf(node)]));
  const plans: Plan[] = [];
  const routes = new Map<string, Route>();
  for (const edge of edges) {
    const from = layout.boxes.get(edge.source);
    const to = layout.boxes.get(edge.target);
    if (!from || !to) continue;
    if (edge.source === edge.target) {
      routes.set(edge.id, selfLoop(from));
      continue;
    }
    let sides = known.get(edge.id);
    if (!sides) {
      const ends = [edge.source, edge.target, parents.get(edge.source), parents.get(edge.target)];
      sides = chooseSides(from, to, new Set(ends.filter(isId)), obstacles);
      known.set(edge.id, sides);
    }
    plans.push({ edge, from, to, ...sides });
  }
  const offsets = spreadEnds(plans);
  const lanes = new Map<string, number>();
  for (const plan of plans) {
    const start = anchorOn(plan.from, plan.leave, offsets.get(`${plan.edge.id}>`) ?? 0);
    const end = anchorOn(plan.to, plan.arrive, offsets.get(`${plan.edge.id}<`) ?? 0);
    const stop = { ...outside(end, HEAD), side: plan.arrive };
    const line =
      plan.lane === undefined ? curve(start, stop) : through(start, stop, plan.lane + laneShift(lanes, plan.lane));
    routes.set(plan.edge.id, { ...line, end });
  }
  return routes;
}

/** How a line leaves and arrives. */
export interface Sides {
  readonly leave: Side;
  readonly arrive: Side;
  /** Height of the gutter to go through; undefined for a direct curve. */
  readonly lane?: number;
}

interface Plan extends Sides {
  readonly edge: GraphEdge;
  readonly from: Box;
  readonly to: Box;
}

/** The cheapest way; ways are judged from the shortest on, until no other can be cheaper. */
function chooseSides(from: Box, to: Box, except: ReadonlySet<NodeId>, obstacles: ObstacleIndex): Sides {
  const direct = cheapest(directWays(from, to), except, obstacles);
  if (direct.cost < HIT_COST) return direct.sides;
  const around = cheapest(waysAround(from, to), except, obstacles);
  return around.cost < direct.cost ? around.sides : direct.sides;
}

interface Way {
  readonly sides: Sides;
  readonly line: Line;
  readonly rough: number;
}

function cheapest(ways: readonly Way[], except: ReadonlySet<NodeId>, obstacles: ObstacleIndex) {
  let sides: Sides = { leave: 'right', arrive: 'left' };
  let cost = Number.POSITIVE_INFINITY;
  for (const way of [...ways].sort((a, b) => a.rough - b.rough)) {
    if (way.rough >= cost) break;
    const enough = (cost - way.rough) / HIT_COST;
    const total = way.rough + HIT_COST * obstacles.hits(way.line.points, except, enough);
    if (total < cost) {
      sides = way.sides;
      cost = total;
    }
  }
  return { sides, cost };
}

/** The curves between those sides that look best, straight distance and direction considered. */
function directWays(from: Box, to: Box): readonly Way[] {
  const pairs = SIDES.flatMap((leave) =>
    SIDES.map((arrive) => {
      const [start, end] = [anchorOn(from, leave, 0), anchorOn(to, arrive, 0)];
      const penalty = facing(start, end);
      return { start, end, penalty, guess: Math.hypot(end.x - start.x, end.y - start.y) + penalty };
    }),
  );
  return pairs
    .sort((a, b) => a.guess - b.guess)
    .slice(0, DIRECT_TRIALS)
    .map(({ start, end, penalty }) => {
      const line = curve(start, end);
      return { sides: { leave: start.side, arrive: end.side }, line, rough: lengthOf(line.points) + penalty };
    });
}

function waysAround(from: Box, to: Box): readonly Way[] {
  const lanes = [from.y - LANE, from.y + from.height + LANE, to.y - LANE, to.y + to.height + LANE];
  const sides = ['left', 'right'] as const;
  return lanes.flatMap((lane) =>
    sides.flatMap((leave) =>
      sides.map((arrive) => {
        const line = through(anchorOn(from, leave, 0), anchorOn(to, arrive, 0), lane);
        return { sides: { leave, arrive, lane }, line, rough: lengthOf(line.points) + 4 * CORNER_COST };
      }),
    ),
  );
}

/** A curve that must first turn round costs more; sides of workloads are preferred to their tops, where the eye looks for gates. */
function facing(start: Anchor, end: Anchor): number {
  const ahead = outside(start, 1);
  const before = outside(end, 1);
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const away = (ahead.x - start.x) * dx + (ahead.y - start.y) * dy < 0 ? 160 : 0;
  const behind = (before.x - end.x) * -dx + (before.y - end.y) * -dy < 0 ? 160 : 0;
  const upright = (side: Side) => (side === 'top' || side === 'bottom' ? 24 : 0);
  const turn = start.side === end.side ? 40 : 0;
  return away + behind + upright(start.side) + upright(end.side) + turn;
}

/** Out into the gutter beside the source, along the lane, and in through the gutter beside the destination. */
function through(start: Anchor, end: Anchor, lane: number): Line {
  const a = outside(start, COLUMN_GAP / 4);
  const b = outside(end, COLUMN_GAP / 3);
  const corners: readonly Point[] = [start, a, { x: a.x, y: lane }, { x: b.x, y: lane }, b, end];
  return roundedPath(corners);
}

function laneShift(lanes: Map<string, number>, lane: number): number {
  const key = String(Math.round(lane));
  const count = lanes.get(key) ?? 0;
  lanes.set(key, count + 1);
  return [0, 4, -4][count % 3] ?? 0;
}

interface End {
  readonly key: string;
  readonly box: Box;
  readonly side: Side;
  /** Where the other end is, across the side. */
  readonly other: number;
  readonly tie: string;
}

/** Spreads the ends on each side, in the order of what they lead to, so that neighbours do not cross. */
function spreadEnds(plans: readonly Plan[]): ReadonlyMap<string, number> {
  const bySide = new Map<string, End[]>();
  const add = (node: NodeId, end: End) => {
    const key = `${node} ${end.side}`;
    const ends = bySide.get(key);
    if (ends) ends.push(end);
    else bySide.set(key, [end]);
  };
  for (const { edge, from, to, leave, arrive, lane } of plans) {
    const toward = (side: Side, box: Box) =>
      side === 'left' || side === 'right' ? (lane ?? box.y + box.height / 2) : box.x + box.width / 2;
    const tie = edge.source < edge.target ? edge.id : `${edge.target}->${edge.source} back`;
    add(edge.source, { key: `${edge.id}>`, box: from, side: leave, other: toward(leave, to), tie });
    add(edge.target, { key: `${edge.id}<`, box: to, side: arrive, other: toward(arrive, from), tie });
  }
  const offsets = new Map<string, number>();
  const alone = new Set<string>();
  for (const ends of bySide.values()) {
    ends.sort((a, b) => a.other - b.other || (a.tie < b.tie ? -1 : 1));
    ends.forEach(({ key, box, side }, index) => {
      const span = (side === 'left' || side === 'right' ? Math.min(box.height, WORKLOAD_HEIGHT) : box.width) - 14;
      const step = ends.length > 1 ? Math.min(END_STEP, span / (ends.length - 1)) : 0;
      offsets.set(key, (index - (ends.length - 1) / 2) * step);
      if (ends.length === 1) alone.add(key);
    });
  }
  for (const plan of plans) straighten(plan, offsets, alone);
  return offsets;
}

/** Between neighbours in a row, an end that has its side for itself stands level with the other end. */
function straighten({ edge, from, to, leave, arrive }: Plan, offsets: Map<string, number>, alone: Set<string>): void {
  const facing = (leave === 'right' && arrive === 'left') || (leave === 'left' && arrive === 'right');
  if (!facing || from.y !== to.y) return;
  const [start, end] = [`${edge.id}>`, `${edge.id}<`];
  if (alone.has(end)) offsets.set(end, offsets.get(start) ?? 0);
  else if (alone.has(start)) offsets.set(start, offsets.get(end) ?? 0);
}

function isId(id: NodeId | undefined): id is NodeId {
  return id !== undefined;
}
