// The rows: one flow or flip each, sorted by any column; a row opens its explanation. Only rows in sight are drawn.
import { useEffect, useId, useRef } from 'react';
import type { FlowSortKey } from '../../engine/flow-request.ts';
import type { FlipRow, FlowRow } from '../../engine/results.ts';
import { showsFlips } from '../../state/flow-requests.ts';
import { flowQueryOf, isSameQuery } from '../flow-query.ts';
import { useWorkbench } from '../workbench-context.ts';
import { EmptyRows } from './EmptyRows.tsx';
import styles from './FlowTable.module.css';
import { FlowTableRow } from './FlowTableRow.tsx';
import { RowSpace } from './RowSpace.tsx';
import { SortHeader } from './SortHeader.tsx';
import { type RowCursor, useRowKeys } from './use-row-keys.ts';
import { useRowPins } from './use-row-pins.ts';
import { useRowWindow } from './use-row-window.ts';

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
  const ofFlips = useWorkbench(showsFlips);
  const page = useWorkbench((state) => (showsFlips(state) ? state.flips : state.flows));
  const query = useWorkbench((state) => state.explainQuery);
  const explain = useWorkbench((state) => state.explain);
  const sort = useWorkbench((state) => state.flowSort);
  const setTable = useWorkbench((state) => state.setTable);
  const scroll = useRef<HTMLElement>(null);
  const id = useId();
  const total = page?.total ?? 0;
  const { rows, above, below, page: rowsInSight } = useRowWindow(total, scroll);
  const rowAt = (place: number): FlowRow | FlipRow | undefined => page?.rows[place - page.offset];
  const isShown = (row: FlowRow | undefined) =>
    query !== undefined && row !== undefined && isSameQuery(query, flowQueryOf(row));

  const openRow = (place: number) => {
    const row = rowAt(place);
    setCursor({ row: place });
    if (row) explain(flowQueryOf(row));
  };
  const pins = useRowPins();
  const pinRow = (place: number) => {
    const row = rowAt(place);
    if (row) pins.toggle(row);
  };
  const openAt = (at: RowCursor) => {
    const [key] = 'heading' in at ? (columns[at.heading] ?? []) : [];
    if ('row' in at) openRow(at.row);
    else if (key) setTable({ flowSort: { key, descending: sort.key === key && !sort.descending } });
  };
  const { cursor, setCursor, onKeyDown } = useRowKeys({
    total,
    headings: columns.length,
    page: rowsInSight,
    onMove: (row) => rows.scrollToIndex(row),
    onOpen: openAt,
    onPin: pinRow,
  });
  const latest = useRef({ openRow, pinRow });
  useEffect(() => {
    latest.current = { openRow, pinRow };
  });

  // What is explained is in sight when it comes from elsewhere.
  const found = page?.found;
  const isInSight = rows.getVirtualItems().some(({ index }) => isShown(rowAt(index)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place found, not as one scrolls
  useEffect(() => {
    if (found === undefined || isInSight) return;
    rows.scrollToIndex(found, { align: 'center' });
    setCursor({ row: found });
  }, [found]);

  const drawn = rows.getVirtualItems();
  const hasDetails = drawn.some(({ index }) => {
    const row = rowAt(index);
    return row?.mixed !== undefined || (row !== undefined && 'flip' in row && row.flip === 'unknown');
  });
  const active = 'row' in cursor ? (total > 0 ? `${id}-${cursor.row}` : undefined) : `${id}-h${cursor.heading}`;
  return (
    <section
      id="flow-rows"
      ref={scroll}
      className={styles.scroll}
      aria-label={ofFlips ? 'Flips' : 'Flows'}
      tabIndex={-1}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are gone through and opened by keys
        role="grid"
        tabIndex={0}
        className={styles.table}
        data-testid="flows-table"
        data-details={hasDetails}
        aria-label={ofFlips ? 'Flips' : 'Flows'}
        aria-rowcount={total + 1}
        aria-activedescendant={active}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col />
          <col />
          <col className={styles.narrow} />
          <col className={styles.ports} />
          <col className={styles.wide} />
          <col className={styles.by} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(([key, label], at) => (
              <SortHeader
                key={key}
                id={`${id}-h${at}`}
                sortKey={key}
                label={key === 'verdict' && ofFlips ? 'Flip' : label}
                isCursor={'heading' in cursor && cursor.heading === at}
              />
            ))}
            <th scope="col">Decided by</th>
          </tr>
        </thead>
        <tbody>
          <RowSpace height={above} />
          {drawn.map(({ index }) => (
            <FlowTableRow
              key={index}
              id={`${id}-${index}`}
              place={index}
              row={rowAt(index)}
              isShown={isShown(rowAt(index))}
              isCursor={'row' in cursor && cursor.row === index}
              onOpen={(place) => latest.current.openRow(place)}
              onPin={(place) => latest.current.pinRow(place)}
            />
          ))}
          <RowSpace height={below} />
        </tbody>
      </table>
      <output className="visually-hidden">{pins.message}</output>
      {page && total === 0 && <EmptyRows />}
      {page?.isPartial && <p className={styles.empty}>{partialWords(sort.key, total)}</p>}
    </section>
  );
}
