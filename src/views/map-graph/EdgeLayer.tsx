// All edges of the picture in two drawings inside React Flow's viewport: lines between frames and nodes, words above the nodes.
import { ViewportPortal } from '@xyflow/react';
import { useState } from 'react';
import type { NodeId } from '../../engine/results.ts';
import { pointAlong } from '../../graph/edge-path.ts';
import type { Related } from '../../graph/filter-graph.ts';
import type { GraphEdge } from '../../graph/graph.ts';
import { type EdgeLabel, labelBox, labelTexts, wholeText } from '../../graph/place-labels.ts';
import type { Route } from '../../graph/route-edges.ts';
import { EdgeLines } from './EdgeLines.tsx';
import { EdgeWords } from './EdgeWords.tsx';
import styles from './edges.module.css';
import { LABEL_LAYER } from './flow-nodes.ts';

interface EdgeLayerProps {
  readonly edges: readonly GraphEdge[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly labels: ReadonlyMap<string, EdgeLabel>;
  readonly names: ReadonlyMap<NodeId, string>;
  readonly related: Related | undefined;
  readonly selected: string | undefined;
  /** The node in focus, or under the pointer: its edges show their words. */
  readonly active: NodeId | undefined;
  readonly onSelect: (edge: GraphEdge) => void;
}

export function EdgeLayer({ labels, active, ...lines }: EdgeLayerProps) {
  const { edges, routes, related, selected } = lines;
  const [hovered, setHovered] = useState<string>();
  const isAlone = ({ id }: GraphEdge) => id === hovered || id === selected;
  const isLookedAt = (edge: GraphEdge) => isAlone(edge) || edge.source === active || edge.target === active;
  return (
    <ViewportPortal>
      <EdgeLines {...lines} active={active} onHover={setHovered} />
      <svg className={styles.labels} style={{ zIndex: LABEL_LAYER }} aria-hidden="true">
        {edges.map((edge) => {
          const label = labels.get(edge.id);
          const route = routes.get(edge.id);
          const whole = isLookedAt(edge);
          if (!route || (!whole && label?.clear !== true)) return null;
          const said = isAlone(edge) ? wholeText(edge) : labelTexts(edge)[0];
          const text = whole || !label ? (said ?? '') : label.text;
          return (
            <EdgeWords
              key={edge.id}
              text={text}
              {...labelBox(text, label ?? pointAlong(route.points, 0.5))}
              verdict={edge.verdict}
              flip={edge.flip}
              dimmed={related !== undefined && !related.edges.has(edge.id)}
            />
          );
        })}
      </svg>
    </ViewportPortal>
  );
}
