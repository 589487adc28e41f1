// An edge as the legend shows it.
import type { Verdict } from '../../engine/results.ts';
import type { GraphEdge } from '../../graph/graph.ts';
import { EdgeStroke } from './EdgeStroke.tsx';
import styles from './MapLegend.module.css';

interface LegendLineProps {
  readonly verdict: Verdict | 'mixed';
  readonly flip: GraphEdge['flip'];
}

export function LegendLine({ verdict, flip }: LegendLineProps) {
  return (
    <svg className={styles.line} width="30" height="14" aria-hidden="true">
      <EdgeStroke verdict={verdict} flip={flip} path="M1,7H22" endX={28} endY={7} endSide="left" midX={11} midY={7} />
    </svg>
  );
}
