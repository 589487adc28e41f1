// Flows at one side of a node: the other end, its ports, the verdict; each leads to the explanation.
import type { FlowRow } from '../../engine/results.ts';
import { portWords } from '../../exporters/flow-words.ts';
import { flowQueryOf } from '../flow-query.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';

interface PeerListProps {
  readonly title: string;
  readonly rows: readonly FlowRow[] | undefined;
  readonly total: number | undefined;
  /** Which end of the flows is the other one. */
  readonly end: 'src' | 'dst';
}

const marks = { allowed: '→', denied: '⊣', unknown: '?' } as const;

export function PeerList({ title, rows, total, end }: PeerListProps) {
  const explain = useWorkbench((state) => state.explain);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons inside
    <div className={styles.column} onKeyDown={moveAmongRows}>
      <h3>
        {title}
        {total !== undefined && <span className={styles.note}>{total.toLocaleString('en-US')}</span>}
      </h3>
      {rows?.length === 0 && <p className={styles.note}>Nothing.</p>}
      <ul>
        {rows?.map((row) => (
          <li key={`${row.src} ${row.dst} ${row.protocol} ${row.ports} ${row.verdict}`}>
            <button type="button" data-row className={styles.peer} onClick={() => explain(flowQueryOf(row))}>
              <span className={styles.mark} data-verdict={row.verdict} role="img" aria-label={row.verdict}>
                {marks[row.verdict]}
              </span>
              <NodeName id={row[end]} />
              <span className={styles.ports}>
                {portWords(row)}
                {row.mixed && ` (${row.mixed.pairs} of ${row.mixed.of} pairs)`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rows && total !== undefined && total > rows.length && (
        <p className={styles.note}>and {(total - rows.length).toLocaleString('en-US')} more in the table</p>
      )}
    </div>
  );
}
