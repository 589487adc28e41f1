// Which selectors nothing can fit: a table, and the law that what fits something is none of them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCalicoSelector } from '../resources/calico-selector.ts';
import { isContradiction } from './selector-contradiction.ts';
import { treeSelects } from './selector-tree.ts';

function tree(text: string) {
  const parsed = parseCalicoSelector(text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed.tree;
}

it.each([
  ["a == 'x' && a == 'y'", true],
  ["a == 'x' && a != 'x'", true],
  ["a == 'x' && !has(a)", true],
  ["a in {'x', 'y'} && a not in {'x', 'y'}", true],
  ['a in {}', true],
  ['!all()', true],
  ["!(a == 'x' || a != 'x')", true],
  ["a == 'web' && a starts with 'b'", true],
  ["!has(a) && a contains 'x'", true],
  ["a == 'x' && (a == 'y' || a == 'z')", true],
  ["a == 'x' && b == 'y'", false],
  ["a == 'x' && (a == 'y' || b == 'z')", false],
  ["a != 'x' && a != 'y'", false],
  ["a starts with 'x' && a ends with 'y'", false],
  ["!(a == 'x' && a == 'y')", false],
])('%s: %s', (text, expected) => expect(isContradiction(tree(text))).toBe(expected));

it('takes selectors together', () => {
  expect(isContradiction(tree("a == 'x'"), tree("a != 'x'"))).toBe(true);
  expect(isContradiction(tree("a == 'x'"), tree("b != 'x'"))).toBe(false);
});

it('gives up on too many alternatives', () => {
  const many = Array.from({ length: 12 }, (_, at) => `(a == '${at}' || b == '${at}')`).join(' && ');
  expect(isContradiction(tree(many))).toBe(false);
});

const condition = fc
  .tuple(
    fc.constantFrom('a', 'b'),
    fc.constantFrom('==', '!=', 'contains', 'starts with', 'ends with'),
    fc.constantFrom('x', 'xy', ''),
  )
  .map(([key, op, value]) => `${key} ${op} '${value}'`);
const selector = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    condition,
    fc.constantFrom('has(a)', 'all()'),
    tie('any').map((one) => `!(${one})`),
    fc.tuple(tie('any'), fc.constantFrom('&&', '||'), tie('any')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
  ),
})).any;
const labels = fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('x', 'xy', '', 'q'), { maxKeys: 2 });

it('never calls a contradiction what some labels fit', () =>
  fc.assert(
    fc.property(selector, labels, (text, given) => {
      const known = new Map(Object.entries(given));
      if (treeSelects(tree(text), (key) => known.get(key))) expect(isContradiction(tree(text))).toBe(false);
    }),
  ));
