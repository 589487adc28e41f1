// All edges of the picture in two drawings inside React Flow's viewport: lines between frames and nodes, words above the nodes.
import { ViewportPortal } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { NodeId } from '../../engine/results.ts';
import type { Related } from '../../graph/filter-graph.ts';
import type { GraphEdge } from '../../graph/graph.ts';
import type { ObstacleIndex } from '../../graph/obstacle-index.ts';
import { type EdgeLabel, labelBox } from '../../graph/place-labels.ts';
import { placeLooked } from '../../graph/place-looked.ts';
import type { Route } from '../../graph/route-edges.ts';
import { EdgeLines } from './EdgeLines.tsx';
import { EdgeWords } from './EdgeWords.tsx';
import styles from './edges.module.css';
import { LABEL_LAYER } from './flow-nodes.ts';

interface EdgeLayerProps {
  readonly edges: readonly GraphEdge[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly labels: ReadonlyMap<string, EdgeLabel>;
  readonly obstacles: ObstacleIndex;
  readonly names: ReadonlyMap<NodeId, string>;
  readonly related: Related | undefined;
  readonly selected: string | undefined;
  /** The node in focus, or under the pointer: its edges show their words. */
  readonly active: NodeId | undefined;
  /** Seen from afar: words that are looked at are drawn larger. */
  readonly isFar: boolean;
  readonly onSelect: (edge: GraphEdge) => void;
}

export function EdgeLayer({ labels, active, obstacles, isFar, ...lines }: EdgeLayerProps) {
  const { edges, routes, related, selected } = lines;
  const [hovered, setHovered] = useState<string>();
  const looked = useMemo(() => {
    const alone = edges.filter(({ id }) => id === hovered || id === selected);
    const around = edges.filter((edge) => (edge.source === active || edge.target === active) && !alone.includes(edge));
    const ids = new Set([...alone, ...around].map(({ id }) => id));
    const resting = [...labels].filter(([id, { clear }]) => clear && !ids.has(id));
    const taken = resting.map(([, label]) => labelBox(label.text, label));
    return { ids, labels: placeLooked({ alone, around }, routes, obstacles, taken, isFar) };
  }, [edges, routes, labels, obstacles, hovered, selected, active, isFar]);
  return (
    <ViewportPortal>
      <EdgeLines {...lines} active={active} onHover={setHovered} />
      <svg className={styles.labels} style={{ zIndex: LABEL_LAYER }} aria-hidden="true">
        {edges.map((edge) => {
          const isLooked = looked.ids.has(edge.id);
          const label = isLooked ? looked.labels.get(edge.id) : labels.get(edge.id);
          if (!label || !(isLooked || label.clear)) return null;
          const isLarge = isLooked && isFar;
          return (
            <EdgeWords
              key={edge.id}
              text={label.text}
              {...labelBox(label.text, label, isLarge)}
              isLarge={isLarge}
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
