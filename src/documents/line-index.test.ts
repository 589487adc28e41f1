// Lines and columns as editors count them.
import { expect, it } from 'vitest';
import { LineIndex } from './line-index.ts';

const text = 'ab\ncd\r\nef\rg';

it.each([
  [0, 1, 1],
  [2, 1, 3],
  [3, 2, 1],
  [7, 3, 1],
  [10, 4, 1],
  [11, 4, 2],
  [99, 4, 2],
  [-1, 1, 1],
])('offset %i is line %i, column %i', (offset, line, column) => {
  expect(new LineIndex(text).positionAt(offset)).toEqual({ line, column });
});

it('finds the way back from every offset', () => {
  const index = new LineIndex(text);
  for (let offset = 0; offset <= text.length; offset++) expect(index.offsetAt(index.positionAt(offset))).toBe(offset);
  expect(index.lineCount).toBe(4);
});
