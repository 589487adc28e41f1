// Keeps one layout object as long as no place changes, with what was found out about it, so that an edit costs no new routing.
import type { GraphNode } from '../../graph/graph.ts';
import { type Layout, layoutGraph } from '../../graph/layout-graph.ts';
import type { ObstacleIndex } from '../../graph/obstacle-index.ts';
import { obstaclesOf, type Sides } from '../../graph/route-edges.ts';

export interface PlacedNodes {
  readonly layout: Layout;
  readonly obstacles: ObstacleIndex;
  /** Sides found for edges of this layout; filled by routing. */
  readonly sides: Map<string, Sides>;
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
      placed = { layout, obstacles: obstaclesOf(nodes, layout), sides: new Map() };
    }
    return placed;
  };
}
