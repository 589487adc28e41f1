// The namespaces as rows, a number in each cell; only rows in sight are drawn.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, useState } from 'react';
import { RowSpace } from '../map/RowSpace.tsx';
import styles from './Posture.module.css';
import { PostureCell } from './PostureCell.tsx';
import { PostureHead, type PostureSort } from './PostureHead.tsx';
import { type PostureColumn, type PostureRowFacts, shownColumns, sortedRows } from './posture-columns.ts';
import { useCellKeys } from './use-cell-keys.ts';
import { useOpenCell } from './use-open-cell.ts';

/** As they are drawn, in pixels. */
const ROW = 28;
const HEAD = 40;

interface PostureTableProps {
  readonly rows: readonly PostureRowFacts[];
}

export function PostureTable({ rows }: PostureTableProps) {
  const [sort, setSort] = useState<PostureSort>({ column: 'name', descending: false });
  const scroll = useRef<HTMLElement>(null);
  const id = useId();
  const open = useOpenCell();
  const sorted = sortedRows(rows, sort);
  const window = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  // Numbers are looked at from the largest down, shares of default deny from the smallest up.
  const sortBy = (column: PostureColumn) => {
    const isFirstDown = column !== 'name' && column !== 'ingress' && column !== 'egress';
    setSort({ column, descending: sort.column === column ? !sort.descending : isFirstDown });
  };
  const { cursor, setCursor, onKeyDown } = useCellKeys({
    rows: sorted.length,
    columns: shownColumns.length,
    page: Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / ROW) - 2),
    onMove: (row) => window.scrollToIndex(row),
    onOpen({ row, column }) {
      const [facts, name] = [sorted[row], shownColumns[column]];
      if (name && row < 0) sortBy(name);
      else if (name && facts) open(facts, name);
    },
  });
  const drawn = window.getVirtualItems();
  const [first, last] = [drawn.at(0), drawn.at(-1)];
  const cellId = (row: number, column: number): string => `${id}-${row}-${column}`;
  return (
    <section ref={scroll} className={styles.scroll} aria-label="Namespaces" tabIndex={-1}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are gone through and opened by keys
        role="grid"
        tabIndex={0}
        className={styles.table}
        data-testid="posture-table"
        aria-label="Posture by namespace"
        aria-rowcount={sorted.length + 1}
        aria-activedescendant={cellId(cursor.row, cursor.column)}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            {shownColumns.map((column, at) => (
              <PostureHead
                key={column}
                id={cellId(-1, at)}
                column={column}
                sort={sort}
                isCursor={cursor.row === -1 && cursor.column === at}
                onSort={sortBy}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <RowSpace height={first ? first.start - HEAD : 0} />
          {drawn.map(({ index }) => {
            const row = sorted[index];
            if (!row) return null;
            return (
              <tr key={row.now.id} aria-rowindex={index + 2} data-system={row.now.system}>
                {shownColumns.map((column, at) => (
                  <PostureCell
                    key={column}
                    id={cellId(index, at)}
                    row={row}
                    column={column}
                    isCursor={cursor.row === index && cursor.column === at}
                    onOpen={(facts, name) => {
                      setCursor({ row: index, column: at });
                      open(facts, name);
                    }}
                  />
                ))}
              </tr>
            );
          })}
          <RowSpace height={last ? window.getTotalSize() + HEAD - last.end : 0} />
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.empty}>No namespace is left by these filters.</p>}
    </section>
  );
}
