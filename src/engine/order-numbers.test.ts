// The numbers that somebody who writes by hand would choose.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OrderRange } from '../dialects/dialect.ts';
import { numbersBetween } from './order-numbers.ts';

const ANY: OrderRange = { whole: false, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const PRIORITY: OrderRange = { whole: true, min: 0, max: 1000 };
const { NEGATIVE_INFINITY: BOTTOM, POSITIVE_INFINITY: TOP } = Number;

it.each([
  [100, 200, 1, ANY, [150]],
  [5, 20, 1, ANY, [10]],
  [10, 11, 1, ANY, [10.5]],
  [10.5, 10.6, 1, ANY, [10.55]],
  [1000, 1_000_000, 1, ANY, [500_000]],
  [-5, 5, 1, ANY, [0]],
  [-0.375, 0.125, 1, ANY, [0]],
  [0, 100, 3, ANY, [20, 50, 80]],
  [100, TOP, 2, ANY, [110, 120]],
  [7, TOP, 1, ANY, [10]],
  [BOTTOM, 100, 1, ANY, [50]],
  [BOTTOM, 1, 1, ANY, [0]],
  [BOTTOM, 0, 1, ANY, [-10]],
  [BOTTOM, TOP, 1, ANY, [10]],
  [10, 10, 1, ANY, undefined],
  [TOP, TOP, 1, ANY, undefined],
  [BOTTOM, 0, 1, PRIORITY, undefined],
  [BOTTOM, 1, 1, PRIORITY, [0]],
  [1000, TOP, 1, PRIORITY, undefined],
  [999, TOP, 1, PRIORITY, [1000]],
  [10, 11, 1, PRIORITY, undefined],
  [10, 14, 3, PRIORITY, [11, 12, 13]],
])('between %s and %s, %s of %o: %o', (low, high, count, range, expected) => {
  expect(numbersBetween(low, high, count, range)).toEqual(expected);
});

it('are always in order and between, and found wherever whole numbers fit', () => {
  const end = fc.integer({ min: -50_000, max: 50_000 }).map((number) => number / 8);
  fc.assert(
    fc.property(end, end, fc.integer({ min: 1, max: 6 }), (a, b, count) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const found = numbersBetween(low, high, count, ANY);
      expect(found === undefined).toBe(low === high);
      if (!found) return;
      const all = [low, ...found, high];
      expect(all).toEqual([...new Set(all)].sort((x, y) => x - y));
      if (Math.ceil(high) - Math.floor(low) - 1 >= count) expect(found.every(Number.isInteger)).toBe(true);
    }),
  );
});
