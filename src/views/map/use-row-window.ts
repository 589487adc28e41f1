// The rows in sight of a list of any length: which are drawn, and which are asked of the engine.
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { useWorkbench } from '../workbench-context.ts';

/** As `--height-row`, and the head as it is drawn, in pixels. */
const ROW = 26;
const HEAD = 28;
/** Rows asked for come in blocks of so many, with one before and one behind what is in sight. */
const BLOCK = 100;

export interface RowWindow {
  readonly rows: Virtualizer<HTMLElement, HTMLTableRowElement>;
  /** Pixels above the first row that is drawn, and below the last. */
  readonly above: number;
  readonly below: number;
  /** Rows that fit. */
  readonly page: number;
}

export function useRowWindow(total: number, scroll: RefObject<HTMLElement | null>): RowWindow {
  const asked = useWorkbench((state) => state.rowWindow);
  const setRowWindow = useWorkbench((state) => state.setRowWindow);
  const rows = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const drawn = rows.getVirtualItems();
  const [first, last] = [drawn.at(0), drawn.at(-1)];
  const from = first?.index ?? 0;
  const to = last?.index ?? 0;
  useEffect(() => {
    if (from >= asked.offset && to < asked.offset + asked.limit) return;
    const offset = Math.max(0, Math.floor(from / BLOCK) - 1) * BLOCK;
    setRowWindow({ offset, limit: (Math.floor(to / BLOCK) + 2) * BLOCK - offset });
  }, [from, to, asked, setRowWindow]);
  return {
    rows,
    above: first ? first.start - HEAD : 0,
    below: last ? rows.getTotalSize() + HEAD - last.end : 0,
    page: Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - HEAD) / ROW) - 1),
  };
}
