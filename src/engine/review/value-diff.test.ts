// Changes of a value, and the value with any of them taken back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainValue } from '../../documents/plain-value.ts';
import { runs } from '../../testing/property-runs.ts';
import { readValue } from '../../testing/read-value.ts';
import { valueText } from './same-value.ts';
import { diffValues, pathText, withoutChanges } from './value-diff.ts';

const words = (before: string, after: string) => {
  const { changes } = diffValues(readValue(before), readValue(after));
  return changes.map(({ path, before: was, after: now }) => {
    const text = (value: typeof was) => (value ? JSON.stringify(plainValue(value)) : '');
    return `${pathText(path)} ${text(was)}>${text(now)}`;
  });
};

const without = (before: string, after: string, taken: readonly number[]): unknown => {
  const { root } = diffValues(readValue(before), readValue(after));
  const value = withoutChanges(root, (change) => taken.includes(change));
  return value && JSON.parse(JSON.stringify(plainValue(value)));
};

it.each([
  ['{a: 1}', '{a: 1}', []],
  ['{a: 1}', '{a: 2}', ['a 1>2']],
  ['{a: {b: 1}, c: 2}', '{a: {b: 1, d: 3}}', ['a.d >3', 'c 2>']],
  ['{a: [{b: 1}]}', '{a: [{b: 0, c: 0}, {b: 1}]}', ['a[0] >{"b":0,"c":0}']],
  ['{a: [x, y]}', '{a: [y]}', ['a[-0] "x">']],
  // Two peers that have nothing in common are not one that changed in parts.
  [
    '{from: [{namespaceSelector: {}}]}',
    '{from: [{podSelector: {app: a}}]}',
    ['from[0] {"namespaceSelector":{}}>{"podSelector":{"app":"a"}}'],
  ],
])('%s to %s', (before, after, changes) => expect(words(before, after)).toEqual(changes));

describe('taken back', () => {
  it.each([
    [[], { a: [{ b: 2 }, 'z'], c: 1 }],
    [[0], { a: [{ b: 1 }, 'z'], c: 1 }],
    [[1], { a: [{ b: 2 }, 'x', 'z'], c: 1 }],
    [[2], { a: [{ b: 2 }, 'z'] }],
  ])('%j', (taken, left) => expect(without('{a: [{b: 1}, x, z]}', '{a: [{b: 2}, z], c: 1}', taken)).toEqual(left));

  it('all of them, is what was before; none, what is after', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [before, after] = [{ v: a }, { v: b }].map((one) => readValue(JSON.stringify(one)));
        if (!before || !after) return;
        const { root } = diffValues(before, after);
        expect(valueText(withoutChanges(root, () => true))).toBe(valueText(before));
        expect(valueText(withoutChanges(root, () => false))).toBe(valueText(after));
      }),
      runs(200),
    );
  });
});
