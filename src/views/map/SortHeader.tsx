// A column's heading that sorts by it; a second press turns the order round.
import type { FlowSortKey } from '../../engine/results.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './FlowTable.module.css';

export function SortHeader({ sortKey, label }: { readonly sortKey: FlowSortKey; readonly label: string }) {
  const sort = useWorkbench((state) => state.flowSort);
  const setTable = useWorkbench((state) => state.setTable);
  const isSorted = sort.key === sortKey;
  const order = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isSorted ? order : 'none'}>
      <button
        type="button"
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
