// Order of groups and of their members.
import { expect, it } from 'vitest';
import { groupBy } from './group-by.ts';

it('keeps the order of first appearance', () =>
  expect([...groupBy(['b1', 'a1', 'b2', 'a2'], (text) => text.charAt(0))]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
  ]));

it('makes no group of nothing', () => expect(groupBy([], () => 1).size).toBe(0));
