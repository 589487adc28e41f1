// How an edge looks: line pattern, the mark at its destination, the split mark of a mixed one. Drawn in the map and in the legend.
import type { Verdict } from '../../engine/results.ts';
import { headPath, splitPath } from '../../graph/edge-marks.ts';
import type { Side } from '../../graph/edge-path.ts';
import type { GraphEdge } from '../../graph/graph.ts';
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

export function EdgeStroke({ verdict, flip, path, endX, endY, endSide, midX, midY }: EdgeStrokeProps) {
  const head = headPath({ x: endX, y: endY, side: endSide }, verdict, flip !== 'none');
  const paint = head.isFilled ? { fill: 'currentColor', stroke: 'none' } : { fill: 'none' };
  return (
    <g className={styles.stroke} data-line={verdict} data-flip={flip}>
      <path className={styles.line} d={path} />
      <path d={head.path} {...paint} />
      {verdict === 'mixed' && <path className={styles.split} d={splitPath({ x: midX, y: midY })} />}
    </g>
  );
}
