// A column's heading that sorts by it; a second press turns the order round.
import type { FlowSortKey } from '../../engine/flow-request.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './FlowTable.module.css';

interface SortHeaderProps {
  readonly id: string;
  readonly sortKey: FlowSortKey;
  readonly label: string;
  /** The keys of the table are on it. */
  readonly isCursor: boolean;
}

export function SortHeader({ id, sortKey, label, isCursor }: SortHeaderProps) {
  const sort = useWorkbench((state) => state.flowSort);
  const setTable = useWorkbench((state) => state.setTable);
  const isSorted = sort.key === sortKey;
  const order = sort.descending ? 'descending' : 'ascending';
  return (
    <th id={id} scope="col" aria-sort={isSorted ? order : 'none'} data-cursor={isCursor}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.sort}
        onClick={() => setTable({ flowSort: { key: sortKey, descending: isSorted && !sort.descending } })}
      >
        {label}
        <span className={styles.order} aria-hidden="true">
          {isSorted ? (sort.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}
