// When the picture is fitted to the window again.
import { expect, it } from 'vitest';
import { changedSubstantially } from './inventory-change.ts';

it.each([
  ['', 'a b c', true],
  ['a b c', 'a b c', false],
  ['a b c', 'a b c d', false],
  ['a b c', 'x y z', true],
  ['a b c', '', false],
])('from "%s" to "%s": %s', (before, after, changed) => {
  const ids = (text: string) => new Set(text.split(' ').filter((id) => id !== ''));
  expect(changedSubstantially(ids(before), ids(after))).toBe(changed);
});
