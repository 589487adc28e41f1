// The strip at a workload's edge with the gate of one direction: ingress at the left, egress at the right.
import type { Gate } from '../../graph/graph.ts';
import { GateGlyph } from '../GateGlyph.tsx';
import styles from './nodes.module.css';

interface GateRailProps {
  readonly direction: 'ingress' | 'egress';
  readonly gate: Gate;
}

export function GateRail({ direction, gate }: GateRailProps) {
  return (
    <span className={styles.rail} data-direction={direction} data-state={gate.state}>
      <GateGlyph state={gate.state} direction={direction} allowingRules={gate.rules} size={24} />
    </span>
  );
}
