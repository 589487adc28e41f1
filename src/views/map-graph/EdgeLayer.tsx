// All edges of the picture in two drawings inside React Flow's viewport: lines between frames and nodes, words above the nodes.
import { ViewportPortal } from '@xyflow/react';
import { type MouseEvent, useState } from 'react';
import type { NodeId } from '../../engine/results.ts';
import { describeEdge } from '../../graph/describe-node.ts';
import { pointAlong } from '../../graph/edge-path.ts';
import type { Related } from '../../graph/filter-graph.ts';
import type { GraphEdge } from '../../graph/graph.ts';
import { type EdgeLabel, labelBox, labelTexts, MAX_LABELLED_EDGES } from '../../graph/place-labels.ts';
import type { Route } from '../../graph/route-edges.ts';
import { EdgeWords } from './EdgeWords.tsx';
import styles from './edges.module.css';
import { EDGE_LAYER, LABEL_LAYER } from './flow-nodes.ts';
import { GraphEdgeLine } from './GraphEdgeLine.tsx';

interface EdgeLayerProps {
  readonly edges: readonly GraphEdge[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly labels: ReadonlyMap<string, EdgeLabel>;
  readonly names: ReadonlyMap<NodeId, string>;
  readonly related: Related | undefined;
  readonly selected: string | undefined;
  /** The node in focus: its edges show their words. */
  readonly active: NodeId | undefined;
  readonly onSelect: (edge: GraphEdge) => void;
}

/** From this many edges on, lines are drawn thinner. */
const DENSE_FROM = 120;

export function EdgeLayer({ edges, routes, labels, names, related, selected, active, onSelect }: EdgeLayerProps) {
  const [hovered, setHovered] = useState<string>();
  const isDimmed = (id: string) => related && !related.edges.has(id);
  const isWorded = (edge: GraphEdge) =>
    edge.id === hovered ||
    edge.id === selected ||
    ((edges.length < MAX_LABELLED_EDGES || edge.flip !== 'none' || edge.source === active || edge.target === active) &&
      labels.get(edge.id)?.clear === true);
  const pick = (event: MouseEvent) => {
    const edge = edges.find(({ id }) => id === edgeIdAt(event));
    if (edge) onSelect(edge);
  };
  return (
    <ViewportPortal>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: each edge in it has a name */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys reach edges by the arrows of the graph and by the table */}
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: a node in focus shows the words of its edges */}
      <svg
        className={styles.lines}
        data-dense={edges.length > DENSE_FROM}
        style={{ zIndex: EDGE_LAYER }}
        onClick={pick}
        onMouseOver={(event) => setHovered(edgeIdAt(event))}
        onMouseLeave={() => setHovered(undefined)}
      >
        {edges.map((edge) => {
          const route = routes.get(edge.id);
          if (!route) return null;
          const middle = pointAlong(route.points, 0.5);
          return (
            <GraphEdgeLine
              key={edge.id}
              id={edge.id}
              verdict={edge.verdict}
              flip={edge.flip}
              path={route.path}
              endX={route.end.x}
              endY={route.end.y}
              endSide={route.end.side}
              midX={middle.x}
              midY={middle.y}
              dimmed={isDimmed(edge.id)}
              selected={edge.id === selected}
              words={describeEdge(edge, names.get(edge.source) ?? edge.source, names.get(edge.target) ?? edge.target)}
            />
          );
        })}
      </svg>
      <svg className={styles.labels} style={{ zIndex: LABEL_LAYER }} aria-hidden="true">
        {edges.filter(isWorded).map((edge) => {
          const label = labels.get(edge.id);
          if (!label) return null;
          const whole = edge.id === hovered || edge.id === selected;
          const text = whole ? (labelTexts(edge)[0] ?? label.text) : label.text;
          return (
            <EdgeWords
              key={edge.id}
              text={text}
              {...labelBox(text, label)}
              verdict={edge.verdict}
              flip={edge.flip}
              dimmed={isDimmed(edge.id) === true}
            />
          );
        })}
      </svg>
    </ViewportPortal>
  );
}

function edgeIdAt(event: MouseEvent): string | undefined {
  const target = event.target instanceof Element ? event.target.closest('[data-edge-id]') : null;
  return target?.getAttribute('data-edge-id') ?? undefined;
}
