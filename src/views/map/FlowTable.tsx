// The rows: one flow or flip each, sorted by any column; a row opens its explanation.

import { visibleText } from '../../base/visible-text.ts';
import type { FlipRow, FlowRow, FlowSortKey } from '../../engine/results.ts';
import { FlipWord } from '../FlipWord.tsx';
import { flowQueryOf, isSameQuery } from '../flow-query.ts';
import { NodeName } from '../NodeName.tsx';
import { VerdictWord } from '../VerdictWord.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { EmptyRows } from './EmptyRows.tsx';
import styles from './FlowTable.module.css';
import { SortHeader } from './SortHeader.tsx';

const columns: readonly (readonly [FlowSortKey, string])[] = [
  ['src', 'From'],
  ['dst', 'To'],
  ['protocol', 'Protocol'],
  ['ports', 'Ports'],
  ['verdict', 'Verdict'],
];

/** Of more rows than can be listed the table holds the first, in the order of their sources. */
function partialWords(sort: FlowSortKey, total: number): string {
  const words = `There are more rows than the ${total.toLocaleString('en-US')} listed here, which are the first by source`;
  return `${words}${sort === 'src' ? '' : ', sorted among themselves'}. Filter, or select a node, to see others.`;
}

export function FlowTable() {
  const tableOf = useWorkbench((state) => state.tableOf);
  const page = useWorkbench((state) => (state.tableOf === 'flows' ? state.flows : state.flips));
  const query = useWorkbench((state) => state.explainQuery);
  const explain = useWorkbench((state) => state.explain);
  const loadMoreRows = useWorkbench((state) => state.loadMoreRows);
  const sort = useWorkbench((state) => state.flowSort.key);
  const rows: readonly (FlowRow | FlipRow)[] = page?.rows ?? [];
  const isShown = (row: FlowRow) => query !== undefined && isSameQuery(query, flowQueryOf(row));
  const hasDetails = rows.some((row) => row.mixed !== undefined || ('flip' in row && row.flip === 'unknown'));
  return (
    <section id="flow-rows" className={styles.scroll} aria-label={tableOf === 'flows' ? 'Flows' : 'Flips'}>
      <table className={styles.table} data-testid="flows-table" data-details={hasDetails}>
        <colgroup>
          <col />
          <col />
          <col className={styles.narrow} />
          <col className={styles.narrow} />
          <col className={styles.wide} />
        </colgroup>
        <thead>
          <tr>
            {columns.map(([key, label]) => (
              <SortHeader key={key} sortKey={key} label={key === 'verdict' && tableOf === 'flips' ? 'Flip' : label} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={`${row.src} ${row.dst} ${row.protocol} ${row.ports} ${row.verdict}`}
              data-shown={isShown(row)}
              data-verdict={row.verdict}
              onClick={() => explain(flowQueryOf(row))}
            >
              <td>
                <NodeName id={row.src} />
              </td>
              <td>
                <NodeName id={row.dst} />
              </td>
              <td className={styles.code}>{row.protocol}</td>
              <td className={styles.code}>{row.ports}</td>
              <td title={row.missing === undefined ? undefined : visibleText(row.missing)}>
                <button
                  type="button"
                  className={styles.verdict}
                  title="Explain"
                  onClick={() => explain(flowQueryOf(row))}
                >
                  {'flip' in row ? <FlipWord flip={row.flip} /> : <VerdictWord verdict={row.verdict} />}
                </button>
                {row.mixed && (
                  <span className={styles.mixed}>
                    {' '}
                    {row.mixed.pairs} of {row.mixed.of} pairs
                  </span>
                )}
                {'flip' in row && row.flip === 'unknown' && (
                  <span className={styles.mixed}>
                    {' '}
                    {row.was} → {row.verdict}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {page && rows.length === 0 && <EmptyRows />}
      {page && page.total > rows.length && (
        <button type="button" className={`button ${styles.more}`} onClick={loadMoreRows}>
          Show more ({(page.total - rows.length).toLocaleString('en-US')} left)
        </button>
      )}
      {page?.isPartial && <p className={styles.empty}>{partialWords(sort, page.total)}</p>}
    </section>
  );
}
