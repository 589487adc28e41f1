// Keeps one layout object as long as no place changes, with what was found out about it, so that an edit costs no new routing.

import type { Way } from '../../graph/choose-way.ts';
import type { GraphNode } from '../../graph/graph.ts';
import { type Layout, layoutGraph } from '../../graph/layout-graph.ts';
import type { ObstacleIndex } from '../../graph/obstacle-index.ts';
import { obstaclesOf } from '../../graph/route-edges.ts';

export interface PlacedNodes {
  readonly layout: Layout;
  readonly obstacles: ObstacleIndex;
  /** Ways found for edges of this layout; filled by routing. */
  readonly ways: Map<string, Way>;
}

/** External nodes keep their rows from one layout to the next. */
export function createLayoutMemory(): (nodes: readonly GraphNode[], aspect: number) => PlacedNodes {
  let placed: PlacedNodes | undefined;
  let key = '';
  return (nodes, aspect) => {
    const layout = layoutGraph(nodes, aspect, placed?.layout.slots);
    const nextKey = JSON.stringify([...layout.boxes]);
    if (!placed || nextKey !== key) {
      key = nextKey;
      placed = { layout, obstacles: obstaclesOf(nodes, layout), ways: new Map() };
    }
    return placed;
  };
}
