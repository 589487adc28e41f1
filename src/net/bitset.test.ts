// Bitsets against plain sets.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bitset } from './bitset.ts';

const SIZE = 100;
const elements = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }));

function bitset(list: readonly number[]): Bitset {
  const set = new Bitset(SIZE);
  for (const element of list) set.add(element);
  return set;
}
const sorted = (list: Iterable<number>): number[] => [...list].sort((a, b) => a - b);

test('operations agree with those of plain sets', () => {
  fc.assert(
    fc.property(elements, elements, (a, b) => {
      const left = bitset(a);
      const right = bitset(b);
      expect([...left]).toEqual(sorted(a));
      expect([...left.and(right)]).toEqual(sorted(a.filter((x) => b.includes(x))));
      expect([...left.or(right)]).toEqual(sorted(new Set([...a, ...b])));
      expect([...left.andNot(right)]).toEqual(sorted(a.filter((x) => !b.includes(x))));
      expect(left.not().count()).toBe(SIZE - a.length);
      expect(left.count()).toBe(a.length);
      expect(left.intersects(right)).toBe(a.some((x) => b.includes(x)));
      expect(left.isSubsetOf(right)).toBe(a.every((x) => b.includes(x)));
      expect(left.equals(right)).toBe(left.key() === right.key());
    }),
  );
});

test('a range holds its ends as a half-open interval, across words', () => {
  for (const [from, to] of [
    [0, 0],
    [0, 32],
    [31, 33],
    [5, 97],
    [64, 100],
  ] as const) {
    expect([...Bitset.range(SIZE, from, to)]).toEqual(Array.from({ length: to - from }, (_, i) => from + i));
  }
});
