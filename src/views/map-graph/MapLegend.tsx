// What the marks mean, in the marks themselves; only those that the picture uses, the gates always.
import { useState } from 'react';
import type { Verdict } from '../../engine/results.ts';
import type { Graph, GraphEdge } from '../../graph/graph.ts';
import { GateGlyph } from '../GateGlyph.tsx';
import { LegendLine } from './LegendLine.tsx';
import styles from './MapLegend.module.css';

const lines: readonly {
  readonly verdict: Verdict | 'mixed';
  readonly flip: GraphEdge['flip'];
  readonly words: string;
}[] = [
  { verdict: 'allowed', flip: 'none', words: 'allowed' },
  { verdict: 'unknown', flip: 'none', words: '? unknown' },
  { verdict: 'mixed', flip: 'none', words: 'mixed' },
  { verdict: 'allowed', flip: 'opened', words: '▲ opened' },
  { verdict: 'denied', flip: 'closed', words: '▼ closed' },
];

export function MapLegend({ graph }: { readonly graph: Graph }) {
  const [open, setOpen] = useState(true);
  const used = lines.filter(
    ({ verdict, flip }) =>
      (verdict === 'allowed' && flip === 'none') ||
      graph.edges.some((edge) => edge.verdict === verdict && edge.flip === flip),
  );
  const isolated = graph.nodes.some((node) => node.type === 'namespace' && node.isolated === 'both');
  return (
    <div className={styles.legend} data-open={open}>
      <button type="button" className={styles.handle} aria-expanded={open} onClick={() => setOpen(!open)}>
        Legend
      </button>
      {open && (
        <ul className={styles.entries}>
          <li title="Gates: ingress at a workload's left edge, egress at its right">
            <GateGlyph state="open" direction="ingress" size={16} /> not governed
          </li>
          <li>
            <GateGlyph state="governed" direction="ingress" size={16} /> governed
          </li>
          <li>
            <GateGlyph state="governed" direction="ingress" allowingRules={2} size={16} /> 2 rules allow
          </li>
          {isolated && (
            <li>
              <span className={styles.isolated} /> isolated both ways
            </li>
          )}
          {used.map(({ verdict, flip, words }) => (
            <li key={words}>
              <LegendLine verdict={verdict} flip={flip} /> {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
