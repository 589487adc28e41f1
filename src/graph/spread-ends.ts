// Spreads the ends of edges along the sides of nodes, so that they stay apart and neighbours do not cross.
import type { NodeId } from '../engine/results.ts';
import type { Way } from './choose-way.ts';
import type { Side } from './edge-path.ts';
import type { GraphEdge } from './graph.ts';
import type { Box } from './layout-graph.ts';
import { WORKLOAD_HEIGHT } from './node-size.ts';

export interface EdgePlan {
  readonly edge: GraphEdge;
  readonly from: Box;
  readonly to: Box;
  readonly way: Way;
}

/** Distance of neighbouring ends on one side. */
const END_STEP = 11;

interface End {
  readonly key: string;
  readonly box: Box;
  readonly side: Side;
  /** Where the other end is, across the side. */
  readonly other: number;
  readonly tie: string;
}

/** Offsets from the middle of a side: of an edge's start by `ID>`, of its end by `ID<`. In the order of what they lead to. */
export function spreadEnds(plans: readonly EdgePlan[]): ReadonlyMap<string, number> {
  const bySide = new Map<string, End[]>();
  const add = (node: NodeId, end: End) => {
    const key = `${node} ${end.side}`;
    const ends = bySide.get(key);
    if (ends) ends.push(end);
    else bySide.set(key, [end]);
  };
  for (const { edge, from, to, way } of plans) {
    const lane = way.form === 'lane' ? way.at : undefined;
    const toward = (side: Side, box: Box) =>
      side === 'left' || side === 'right' ? (lane ?? box.y + box.height / 2) : box.x + box.width / 2;
    const tie = edge.source < edge.target ? edge.id : `${edge.target}->${edge.source} back`;
    add(edge.source, { key: `${edge.id}>`, box: from, side: way.leave, other: toward(way.leave, to), tie });
    add(edge.target, { key: `${edge.id}<`, box: to, side: way.arrive, other: toward(way.arrive, from), tie });
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
function straighten(
  { edge, from, to, way: { leave, arrive } }: EdgePlan,
  offsets: Map<string, number>,
  alone: Set<string>,
): void {
  const facing = (leave === 'right' && arrive === 'left') || (leave === 'left' && arrive === 'right');
  if (!facing || from.y !== to.y) return;
  const [start, end] = [`${edge.id}>`, `${edge.id}<`];
  if (alone.has(end)) offsets.set(end, offsets.get(start) ?? 0);
  else if (alone.has(start)) offsets.set(start, offsets.get(end) ?? 0);
}
