// Flows at one side of a node: the other end, its ports, the verdict; each leads to the explanation.

import { counted } from '../../base/counted.ts';
import { visibleText } from '../../base/visible-text.ts';
import type { FlowRow } from '../../engine/results.ts';
import { foldFlows } from '../../exporters/fold-flows.ts';
import { shortLabel } from '../../graph/place-labels.ts';
import { flowQueryOf } from '../flow-query.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { NodeName } from '../NodeName.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './DetailPane.module.css';

interface PeerListProps {
  readonly title: string;
  readonly rows: readonly FlowRow[] | undefined;
  readonly total: number | undefined;
  /** Which end of the flows is the other one; `both` where each of them is one of several. */
  readonly end: 'src' | 'dst' | 'both';
}

const marks = { allowed: '→', denied: '⊣', unknown: '?' } as const;

export function PeerList({ title, rows, total, end }: PeerListProps) {
  const explain = useWorkbench((state) => state.explain);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons inside
    <div className={styles.column} onKeyDown={moveAmongRows}>
      <h3>
        {title}
        {total !== undefined && <span className={styles.note}>{counted(total, 'flow')}</span>}
      </h3>
      {rows?.length === 0 && <p className={styles.note}>Nothing.</p>}
      <ul>
        {foldFlows(rows ?? []).map((row) => (
          <li key={`${row.src} ${row.dst} ${row.ports} ${row.verdict}`}>
            <button type="button" data-row className={styles.peer} onClick={() => explain(flowQueryOf(row.first))}>
              <span className={styles.mark} data-verdict={row.verdict} role="img" aria-label={row.verdict}>
                {marks[row.verdict]}
              </span>
              {end === 'both' ? (
                <span className={styles.ends}>
                  <NodeName id={row.src} /> to <NodeName id={row.dst} />
                </span>
              ) : (
                <NodeName id={row[end]} />
              )}
              <span className={styles.ports} title={visibleText(row.ports)}>
                {shortLabel(row.ports)}
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
