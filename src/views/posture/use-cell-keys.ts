// The keys of a grid of cells: one tab stop, with a cursor that goes from cell to cell, and to the headings above the first row.
import { type KeyboardEvent, useState } from 'react';

/** Row -1: the headings. */
export interface CellCursor {
  readonly row: number;
  readonly column: number;
}

interface CellKeys {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key goes by. */
  readonly page: number;
  readonly onMove: (row: number) => void;
  readonly onOpen: (cursor: CellCursor) => void;
}

/** Undefined where the key is none of the grid's. */
export function cellAfter(
  key: string,
  { row, column }: CellCursor,
  { rows, columns, page }: Pick<CellKeys, 'rows' | 'columns' | 'page'>,
): CellCursor | undefined {
  const at = (nextRow: number, nextColumn: number): CellCursor => ({
    row: Math.max(-1, Math.min(rows - 1, nextRow)),
    column: Math.max(0, Math.min(columns - 1, nextColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'PageDown':
      return at(row + page, column);
    case 'PageUp':
      return at(Math.max(0, row - page), column);
    case 'Home':
      return at(row, 0);
    case 'End':
      return at(row, columns - 1);
    default:
      return undefined;
  }
}

export function useCellKeys({ rows, columns, page, onMove, onOpen }: CellKeys) {
  const [chosen, setCursor] = useState<CellCursor>({ row: 0, column: 0 });
  const cursor = { ...chosen, row: Math.max(-1, Math.min(rows - 1, chosen.row)) };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') onOpen(cursor);
    else {
      const next = cellAfter(event.key, cursor, { rows, columns, page });
      if (!next) return;
      setCursor(next);
      if (next.row >= 0) onMove(next.row);
    }
    event.preventDefault();
  };
  return { cursor, setCursor, onKeyDown };
}
