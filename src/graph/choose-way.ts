// Chooses how an edge runs between two boxes: which sides, and whether as a curve, around a corner, or through the gutters.
import type { NodeId } from '../engine/results.ts';
import {
  type Anchor,
  anchorOn,
  bracket,
  curve,
  type Line,
  lengthOf,
  outside,
  SIDES,
  type Side,
  through,
} from './edge-path.ts';
import { type Box, COLUMN_GAP } from './layout-graph.ts';
import type { ObstacleIndex } from './obstacle-index.ts';

export interface Way {
  readonly leave: Side;
  readonly arrive: Side;
  /** `bracket`: one upright run at x = `at`. `lane`: one level run at y = `at`, through the gutters at both ends. */
  readonly form: 'curve' | 'bracket' | 'lane';
  readonly at: number;
}

/** Running through a node costs as much as a detour of this many pixels. */
const HIT_COST = 5000;
const CORNER_COST = 30;
const DIRECT_TRIALS = 8;
/** Distance of lanes and brackets from the boxes they run along; within the padding of frames. */
const LANE = 12;
/** A run around equal sides passes outside of the frame that the nodes stand in. */
const BRACKET = 30;
/** Less room than this between facing sides makes a curve bulge. */
const TIGHT = 28;
const TIGHT_COST = 140;
/** From this slope on, an upright run reads better than a curve. */
const STEEP = 1.2;

/** The cheapest way; direct ones are preferred where they run through nothing. `except`: the ends and the groups they are in. */
export function chooseWay(from: Box, to: Box, except: ReadonlySet<NodeId>, obstacles: ObstacleIndex): Way {
  const direct = cheapest(directWays(from, to), except, obstacles);
  if (direct.cost < HIT_COST) return direct.way;
  const around = cheapest(waysAround(from, to), except, obstacles);
  return around.cost < direct.cost ? around.way : direct.way;
}

interface Candidate {
  readonly way: Way;
  readonly line: Line;
  /** Cost without what it runs through. */
  readonly rough: number;
}

/** Candidates are judged from the shortest on, until no other can be cheaper. */
function cheapest(candidates: readonly Candidate[], except: ReadonlySet<NodeId>, obstacles: ObstacleIndex) {
  let way: Way = { leave: 'right', arrive: 'left', form: 'curve', at: 0 };
  let cost = Number.POSITIVE_INFINITY;
  for (const candidate of [...candidates].sort((a, b) => a.rough - b.rough)) {
    if (candidate.rough >= cost) break;
    const enough = (cost - candidate.rough) / HIT_COST;
    const total = candidate.rough + HIT_COST * obstacles.hits(candidate.line.points, except, enough);
    if (total < cost) {
      way = candidate.way;
      cost = total;
    }
  }
  return { way, cost };
}

/** Between those sides that look best, straight distance and direction considered. */
function directWays(from: Box, to: Box): readonly Candidate[] {
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
    .flatMap(({ start, end, penalty }) => {
      const brackets = bracketsBetween(start, end);
      if (brackets.length > 0) return brackets;
      const line = curve(start, end);
      const way: Way = { leave: start.side, arrive: end.side, form: 'curve', at: 0 };
      return [{ way, line, rough: lengthOf(line.points) + penalty + bulge(start, end) }];
    });
}

/** Upright runs for steep lines between left and right sides, and around equal sides; none where a curve is better. */
function bracketsBetween(start: Anchor, end: Anchor): readonly Candidate[] {
  const isLevel = (side: Side) => side === 'left' || side === 'right';
  if (!isLevel(start.side) || !isLevel(end.side)) return [];
  const gap = start.side === 'right' ? end.x - start.x : start.x - end.x;
  let runs: readonly number[];
  if (start.side === end.side) {
    runs = [start.side === 'right' ? Math.max(start.x, end.x) + BRACKET : Math.min(start.x, end.x) - BRACKET];
  } else if (gap < TIGHT || Math.abs(end.y - start.y) < STEEP * gap) {
    return [];
  } else if (gap < 2 * COLUMN_GAP) {
    runs = [(start.x + end.x) / 2];
  } else {
    runs = [outside(start, COLUMN_GAP / 2).x, outside(end, COLUMN_GAP / 2).x];
  }
  return runs.map((at) => {
    const line = bracket(start, end, at);
    const way: Way = { leave: start.side, arrive: end.side, form: 'bracket', at };
    return { way, line, rough: lengthOf(line.points) + 2 * CORNER_COST };
  });
}

function bulge(start: Anchor, end: Anchor): number {
  const level = (start.side === 'right' && end.side === 'left') || (start.side === 'left' && end.side === 'right');
  const gap = start.side === 'right' ? end.x - start.x : start.x - end.x;
  return level && gap < TIGHT && Math.abs(end.y - start.y) > TIGHT ? TIGHT_COST : 0;
}

function waysAround(from: Box, to: Box): readonly Candidate[] {
  const lanes = [from.y - LANE, from.y + from.height + LANE, to.y - LANE, to.y + to.height + LANE];
  const sides = ['left', 'right'] as const;
  return lanes.flatMap((at) =>
    sides.flatMap((leave) =>
      sides.map((arrive): Candidate => {
        const line = through(anchorOn(from, leave, 0), anchorOn(to, arrive, 0), at);
        return { way: { leave, arrive, form: 'lane', at }, line, rough: lengthOf(line.points) + 4 * CORNER_COST };
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
