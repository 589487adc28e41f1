// What the marks mean, in the marks themselves; only those that the picture uses, the gates always.
import { useState } from 'react';
import type { Graph } from '../../graph/graph.ts';
import { hasIsolated, usedLines } from '../../graph/legend-lines.ts';
import { GateGlyph } from '../GateGlyph.tsx';
import { LegendLine } from './LegendLine.tsx';
import styles from './MapLegend.module.css';

export function MapLegend({ graph }: { readonly graph: Graph }) {
  const [open, setOpen] = useState(true);
  const used = usedLines(graph);
  const isolated = hasIsolated(graph);
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
