// A heading of the posture: sorts by its column, and says what the column counts.
import { postureWords } from '../../exporters/posture-words.ts';
import styles from './Posture.module.css';
import type { PostureColumn } from './posture-columns.ts';

export interface PostureSort {
  readonly column: PostureColumn;
  readonly descending: boolean;
}

interface PostureHeadProps {
  readonly id: string;
  readonly column: PostureColumn;
  readonly sort: PostureSort;
  readonly isCursor: boolean;
  readonly onSort: (column: PostureColumn) => void;
}

export function PostureHead({ id, column, sort, isCursor, onSort }: PostureHeadProps) {
  const isSorted = sort.column === column;
  const words = column === 'name' ? undefined : postureWords[column];
  return (
    <th
      id={id}
      scope="col"
      data-column={column}
      data-cursor={isCursor}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.sort}
        title={words?.definition}
        onClick={() => onSort(column)}
      >
        <span className={styles.title}>{words?.title ?? 'Namespace'}</span>
        {isSorted && <span aria-hidden="true">{sort.descending ? '↓' : '↑'}</span>}
      </button>
    </th>
  );
}
