// The lines of all edges in one drawing, under the nodes. One listener serves them all.
import { type MouseEvent, memo } from 'react';
import type { NodeId } from '../../engine/results.ts';
import { isCrowded, isDense } from '../../graph/crowding.ts';
import { describeEdge } from '../../graph/describe-node.ts';
import { pointAlong } from '../../graph/edge-path.ts';
import type { Related } from '../../graph/filter-graph.ts';
import type { GraphEdge } from '../../graph/graph.ts';
import type { Route } from '../../graph/route-edges.ts';
import styles from './edges.module.css';
import { EDGE_LAYER } from './flow-nodes.ts';
import { GraphEdgeLine } from './GraphEdgeLine.tsx';

interface EdgeLinesProps {
  readonly edges: readonly GraphEdge[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly names: ReadonlyMap<NodeId, string>;
  readonly related: Related | undefined;
  readonly selected: string | undefined;
  /** The node in focus, or under the pointer. */
  readonly active: NodeId | undefined;
  readonly onSelect: (edge: GraphEdge) => void;
  readonly onHover: (id: string | undefined) => void;
}

export const EdgeLines = memo(function EdgeLines({
  edges,
  routes,
  names,
  related,
  selected,
  active,
  onSelect,
  onHover,
}: EdgeLinesProps) {
  const pick = (event: MouseEvent) => {
    const edge = edges.find(({ id }) => id === edgeIdAt(event));
    if (edge) onSelect(edge);
  };
  const hasOthers = edges.some((edge) => !isGround(edge));
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: each edge in it has a name
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach edges by the arrows of the graph and by the table
    // biome-ignore lint/a11y/useKeyWithMouseEvents: a node in focus shows the words of its edges
    <svg
      className={styles.lines}
      data-dense={isDense(edges.length)}
      data-crowded={isCrowded(edges.length) && related === undefined}
      style={{ zIndex: EDGE_LAYER }}
      onClick={pick}
      onMouseOver={(event) => onHover(edgeIdAt(event))}
      onMouseLeave={() => onHover(undefined)}
    >
      {edges.map((edge) => {
        const route = routes.get(edge.id);
        if (!route) return null;
        const middle = pointAlong(route.points, 0.5);
        return (
          <GraphEdgeLine
            key={edge.id}
            id={edge.id}
            isBundle={hasOthers && isGround(edge)}
            verdict={edge.verdict}
            flip={edge.flip}
            path={route.path}
            endX={route.end.x}
            endY={route.end.y}
            endSide={route.end.side}
            midX={middle.x}
            midY={middle.y}
            dimmed={related && !related.edges.has(edge.id)}
            selected={edge.id === selected}
            lit={edge.source === active || edge.target === active}
            words={describeEdge(edge, names.get(edge.source) ?? edge.source, names.get(edge.target) ?? edge.target)}
          />
        );
      })}
    </svg>
  );
});

/** No workload is at its ends: it is between groups, hosts and what is outside. */
function isGround({ source, target }: GraphEdge): boolean {
  return ![source, target].some((id) => /^(workload|pod):/.test(id));
}

function edgeIdAt(event: MouseEvent): string | undefined {
  const target = event.target instanceof Element ? event.target.closest('[data-edge-id]') : null;
  return target?.getAttribute('data-edge-id') ?? undefined;
}
