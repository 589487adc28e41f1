// Pan and zoom of the matrix.
import { expect, it } from 'vitest';
import { cellUnder, fitted, headFor, kept, placesInView, revealing, zoomed } from './matrix-view.ts';

const room = { width: 500, height: 400 };

it('fits all cells into the window, small matrices at a readable size', () => {
  expect(fitted(1000, room)).toEqual({ x: 0, y: 0, size: 0.4 });
  expect(fitted(4, room).size).toBe(26);
});

it('zooms around a point, and keeps cells in the window', () => {
  const view = zoomed({ x: 0, y: 0, size: 1 }, 4, { x: 100, y: 50 });
  expect(cellUnder(view, { x: 100, y: 50 }, 1000)).toEqual({ row: 50, column: 100 });
  expect(view.size).toBe(4);
  expect(kept({ x: 90, y: -9000, size: 4 }, 1000, room)).toEqual({ x: 0, y: 400 - 4000, size: 4 });
});

it('brings a cell into view by the shortest way', () => {
  const view = { x: 0, y: 0, size: 10 };
  expect(revealing(view, 3, 4, room)).toEqual(view);
  expect(revealing(view, 99, 4, room)).toEqual({ x: 0, y: 400 - 1010, size: 10 });
});

it('tells what is in view, and what lies beside the cells', () => {
  expect(placesInView(-25, 10, 100, 50)).toEqual([2, 13]);
  expect(cellUnder({ x: 0, y: 0, size: 10 }, { x: 205, y: 5 }, 20)).toBeUndefined();
});

it.each([
  ['what a name wants', 150, 10, { width: 150, height: 150 }],
  ['what few cells leave free', 400, 4, { width: 360, height: 240 }],
  ['what low cells leave free beside them', 300, 1000, { width: 300, height: 160 }],
] as const)('gives names %s', (_, wanted, count, head) => {
  expect(headFor(wanted, count, { width: 600, height: 400 })).toEqual(head);
});

it('gives names no more than cells can spare', () => {
  expect(headFor(400, 1000, { width: 400, height: 800 })).toEqual({ width: 160, height: 400 });
});
