// The cursor of a grid of cells.
import { expect, it } from 'vitest';
import { cellAfter } from './use-cell-keys.ts';

const grid = { rows: 3, columns: 2, page: 2 };

it.each([
  ['ArrowDown', { row: 0, column: 1 }, { row: 1, column: 1 }],
  ['ArrowDown', { row: 2, column: 1 }, { row: 2, column: 1 }],
  ['ArrowUp', { row: 0, column: 0 }, { row: -1, column: 0 }],
  ['ArrowRight', { row: -1, column: 1 }, { row: -1, column: 1 }],
  ['PageUp', { row: 1, column: 0 }, { row: 0, column: 0 }],
  ['End', { row: 1, column: 0 }, { row: 1, column: 1 }],
])('%s from %o', (key, from, to) => expect(cellAfter(key, from, grid)).toEqual(to));

it('leaves other keys alone', () => expect(cellAfter('x', { row: 0, column: 0 }, grid)).toBeUndefined());
