// The memory of a few results.
import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

test('gives the same result for the same objects, as long as it is among the last few', () => {
  const recent = new Recent<object>(2);
  const [a, b, c] = [{}, {}, {}];
  const first = recent.get([a, 1], () => ({}));
  expect(recent.get([a, 1], () => ({}))).toBe(first);
  expect(recent.get([a, 2], () => ({}))).not.toBe(first);
  expect(recent.get([a, 1], () => ({}))).toBe(first);
  recent.get([b], () => ({}));
  expect(recent.get([a, 1], () => ({}))).toBe(first);
  recent.get([b], () => ({}));
  recent.get([c], () => ({}));
  expect(recent.get([a, 1], () => ({}))).not.toBe(first);
});

test('takes objects that only look alike for others', () => {
  const recent = new Recent<number>(3);
  expect(recent.get([[1]], () => 1)).toBe(1);
  expect(recent.get([[1]], () => 2)).toBe(2);
});
