// Pins the flow of a row, or takes its pin out. Keys reach it through the table: P on the row.
import { Pin, PinOff } from 'lucide-react';
import type { FlowRow } from '../../engine/results.ts';
import { selectReport } from '../../state/selectors.ts';
import { Icon } from '../Icon.tsx';
import { pinOfRow, pinOn } from '../pinned-flow.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './FlowTable.module.css';

export function RowPin({ row, onToggle }: { readonly row: FlowRow; readonly onToggle: () => void }) {
  const report = useWorkbench(selectReport);
  const pinned = useWorkbench((state) => pinOn(state.analysis?.assertions.results ?? [], row));
  const pin = pinOfRow(report, row);
  if (!pin && !pinned) return null;
  const words = pinned ? `Unpin: must be ${pinned.expect}` : `Pin: ${pin?.port} must be ${pin?.expect}`;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.pin}
      data-pinned={pinned !== undefined}
      data-holds={pinned?.holds}
      aria-label={words}
      title={words}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Icon of={pinned ? PinOff : Pin} />
    </button>
  );
}
