// Where keys take the cursor of the table.
import { expect, it } from 'vitest';
import { cursorAfter, type RowCursor } from './use-row-keys.ts';

const after = (cursor: RowCursor, ...keys: readonly string[]) =>
  keys.reduce<RowCursor>((now, key) => cursorAfter(key, now, { total: 50, headings: 5, page: 20 }) ?? now, cursor);

it('goes from row to row, by pages, and to either end', () => {
  expect(after({ row: 0 }, 'ArrowDown', 'ArrowDown')).toEqual({ row: 2 });
  expect(after({ row: 2 }, 'PageDown', 'PageDown', 'PageDown')).toEqual({ row: 49 });
  expect(after({ row: 49 }, 'Home')).toEqual({ row: 0 });
  expect(after({ row: 3 }, 'End', 'ArrowDown')).toEqual({ row: 49 });
});

it('goes from the first row to the headings, along them, and back', () => {
  expect(after({ row: 0 }, 'ArrowUp', 'ArrowRight', 'ArrowRight')).toEqual({ heading: 2 });
  expect(after({ heading: 2 }, 'End', 'ArrowRight')).toEqual({ heading: 4 });
  expect(after({ heading: 4 }, 'ArrowDown')).toEqual({ row: 0 });
  expect(cursorAfter('x', { row: 1 }, { total: 2, headings: 5, page: 9 })).toBeUndefined();
});
