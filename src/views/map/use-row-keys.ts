// The keys of the table: one tab stop, with a cursor that goes from row to row, and to the headings above the first.
import { type KeyboardEvent, useState } from 'react';

export type RowCursor = { readonly row: number } | { readonly heading: number };

interface RowKeys {
  readonly total: number;
  readonly headings: number;
  /** Rows that a page key goes by. */
  readonly page: number;
  readonly onMove: (row: number) => void;
  readonly onOpen: (cursor: RowCursor) => void;
  readonly onPin: (row: number) => void;
}

export function useRowKeys({ total, headings, page, onMove, onOpen, onPin }: RowKeys) {
  const [chosen, setCursor] = useState<RowCursor>({ row: 0 });
  const cursor: RowCursor = 'row' in chosen ? { row: Math.max(0, Math.min(total - 1, chosen.row)) } : chosen;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') onOpen(cursor);
    else if (event.key === 'p' && 'row' in cursor) onPin(cursor.row);
    else {
      const next = cursorAfter(event.key, cursor, { total, headings, page });
      if (!next) return;
      setCursor(next);
      if ('row' in next) onMove(next.row);
    }
    event.preventDefault();
  };
  return { cursor, setCursor, onKeyDown };
}

/** Undefined where the key is none of the table's. */
export function cursorAfter(
  key: string,
  cursor: RowCursor,
  { total, headings, page }: Pick<RowKeys, 'total' | 'headings' | 'page'>,
): RowCursor | undefined {
  const within = (row: number): RowCursor => ({ row: Math.max(0, Math.min(total - 1, row)) });
  if ('heading' in cursor) {
    const { heading } = cursor;
    if (key === 'ArrowLeft') return { heading: Math.max(0, heading - 1) };
    if (key === 'ArrowRight') return { heading: Math.min(headings - 1, heading + 1) };
    if (key === 'Home') return { heading: 0 };
    if (key === 'End') return { heading: headings - 1 };
    return key === 'ArrowDown' && total > 0 ? { row: 0 } : undefined;
  }
  const { row } = cursor;
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
  const step = steps[key];
  if (key === 'ArrowUp' && row <= 0) return { heading: 0 };
  if (key === 'Home') return within(0);
  if (key === 'End') return within(total - 1);
  return step === undefined ? undefined : within(row + step);
}
