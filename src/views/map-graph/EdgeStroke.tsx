// How an edge looks: line pattern, the mark at its destination, the split mark of a mixed one. Drawn in the map and in the legend.
import type { Verdict } from '../../engine/results.ts';
import type { Side } from '../../graph/edge-path.ts';
import type { GraphEdge } from '../../graph/graph.ts';
import { EdgeHead } from './EdgeHead.tsx';
import styles from './edges.module.css';

export interface EdgeStrokeProps {
  readonly verdict: Verdict | 'mixed';
  readonly flip: GraphEdge['flip'];
  readonly path: string;
  readonly endX: number;
  readonly endY: number;
  readonly endSide: Side;
  /** Where the split mark of a mixed edge stands. */
  readonly midX: number;
  readonly midY: number;
}

const heads = { allowed: 'arrow', mixed: 'arrow', unknown: 'open', denied: 'bar' } as const;

export function EdgeStroke({ verdict, flip, path, endX, endY, endSide, midX, midY }: EdgeStrokeProps) {
  return (
    <g className={styles.stroke} data-line={verdict} data-flip={flip}>
      <path className={styles.line} d={path} />
      <EdgeHead x={endX} y={endY} side={endSide} shape={heads[verdict]} strong={flip !== 'none'} />
      {verdict === 'mixed' && <path className={styles.split} d={`M${midX - 5},${midY + 5}l6,-10m-2,10l6,-10`} />}
    </g>
  );
}
