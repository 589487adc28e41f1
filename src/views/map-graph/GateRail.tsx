// The strip at a workload's edge where the gate of one direction stands: ingress at the left, egress at the right.
// The gates themselves are one drawing for all nodes (GateLines.tsx).
import type { Direction } from '../../engine/results.ts';
import styles from './nodes.module.css';

export function GateRail({ direction }: { readonly direction: Direction }) {
  return <span className={styles.rail} data-direction={direction} />;
}
