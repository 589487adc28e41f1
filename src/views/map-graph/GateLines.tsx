// The gates of all nodes in one drawing above them. The nodes' own names say the same in words.
import { memo, useMemo } from 'react';
import { drawGates, type GateGroup } from '../../graph/draw-gates.ts';
import type { Related } from '../../graph/filter-graph.ts';
import type { GraphNode } from '../../graph/graph.ts';
import type { Layout } from '../../graph/layout-graph.ts';
import { GATE_LAYER } from './flow-nodes.ts';
import styles from './gates.module.css';

interface GateLinesProps {
  readonly nodes: readonly GraphNode[];
  readonly boxes: Layout['boxes'];
  readonly related: Related | undefined;
}

export const GateLines = memo(function GateLines({ nodes, boxes, related }: GateLinesProps) {
  const groups = useMemo(() => drawGates(nodes, boxes, related), [nodes, boxes, related]);
  return (
    <svg className={styles.gates} style={{ zIndex: GATE_LAYER }} aria-hidden="true">
      {groups.filter(({ isDimmed }) => !isDimmed).map(drawGroup)}
      <g className={styles.dimmed}>{groups.filter(({ isDimmed }) => isDimmed).map(drawGroup)}</g>
    </svg>
  );
});

function drawGroup({ key, tone, height, path, counts }: GateGroup) {
  return (
    <g key={key} className={styles.group} data-tone={tone}>
      <path d={path} strokeWidth={(1.25 * height) / 16} />
      {counts.map((count) => (
        <text key={count.key} x={count.x} y={count.y}>
          {count.text}
        </text>
      ))}
    </g>
  );
}
