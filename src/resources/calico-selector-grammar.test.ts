// Which texts are Calico selectors, as which trees, and where their parts are written.
import { describe, expect, it } from 'vitest';
import { MAX_SELECTOR_DEPTH, readSelector } from './calico-selector-grammar.ts';
import type { CalicoSelector } from './calico-selector-syntax.ts';

function treeOf(text: string): CalicoSelector | undefined {
  const read = readSelector(text);
  return 'tree' in read ? read.tree : undefined;
}

/** The tree in prefix form. */
function sketch(tree: CalicoSelector | undefined): string {
  if (!tree) return 'none';
  if (tree.op === 'and' || tree.op === 'or') return `(${tree.op} ${tree.terms.map(sketch).join(' ')})`;
  if (tree.op === 'not') return `(not ${sketch(tree.term)})`;
  if ('values' in tree) return `(${tree.op} ${tree.key.text} [${tree.values.map(({ text }) => text).join()}])`;
  if ('value' in tree) return `(${tree.op} ${tree.key.text} ${tree.value.text})`;
  return 'key' in tree ? `(has ${tree.key.text})` : tree.op;
}

it.each([
  ['', 'all'],
  [' \t', 'all'],
  ['all( \t)', 'all'],
  ['global()', 'global'],
  ['has( a )', '(has a)'],
  ['a == \'b\' || c != "d" && !has(e)', '(or (equals a b) (and (differs c d) (not (has e))))'],
  ["(a == 'b' || has(c)) && has(d)", '(and (or (equals a b) (has c)) (has d))'],
  ["(a == 'b' && has(c)) && has(d)", '(and (and (equals a b) (has c)) (has d))'],
  ["!a == 'b'", '(not (equals a b))'],
  ['! !!has(a)', '(not (has a))'],
  ['!!has(a)', '(has a)'],
  ['!(!has(a))', '(not (not (has a)))'],
  ["a contains'b' && a startswith 'b' && a ends\t with 'b'", '(and (contains a b) (starts-with a b) (ends-with a b))'],
  ['a in {\'b\', "c" ,} && a notin{}', '(and (in a [b,c]) (not-in a []))'],
  ["in in {'in'} && has == 'x' && not not in {}", '(and (in in [in]) (equals has x) (not-in not []))'],
  ["a == '\n' || a == '\"'", '(or (equals a \n) (equals a "))'],
  ["-a//b._7 == ''", '(equals -a//b._7 )'],
])('%j is %s', (text, expected) => expect(sketch(treeOf(text))).toBe(expected));

it.each([
  'a',
  "a = 'b'",
  'a == b',
  "a == 'b'\n",
  "a\u00a0== 'b'",
  'has (a)',
  'has()',
  "has('a')",
  'has(a',
  "acontains 'b'",
  "a containsb 'b'",
  "a in ['b']",
  "a in {,'b'}",
  "a in {'b' 'c'}",
  "(a == 'b'",
  "a == 'b')",
  'has(a) &&',
  'has(a) & has(b)',
  'all()all()',
  '!',
  '()',
])('%j is none', (text) => expect(treeOf(text)).toBeUndefined());

it('takes labels of up to 512 characters', () => {
  const label = 'x'.repeat(512);
  expect(sketch(treeOf(`has(${label})`))).toBe(`(has ${label})`);
  expect(treeOf(`has(${label}x)`)).toBeUndefined();
  expect(treeOf(`${label}x == 'a'`)).toBeUndefined();
});

describe('spans', () => {
  const text = ' !( has( app ) ||role in {\'a\',"b"} )';
  const part = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const not = treeOf(text);
  const or = not?.op === 'not' ? not.term : undefined;
  const [has, membership] = or?.op === 'or' ? or.terms : [];

  it('of nodes leave out the parentheses around them', () => {
    expect([not, or, has, membership].map((node) => node && part(node))).toEqual([
      text.slice(1),
      'has( app ) ||role in {\'a\',"b"}',
      'has( app )',
      'role in {\'a\',"b"}',
    ]);
  });

  it('of words are the words', () => {
    const words = membership?.op === 'in' ? [membership.key, ...membership.values] : [];
    expect(words.map(part)).toEqual(['role', 'a', 'b']);
    expect(has?.op === 'has' && part(has.key)).toBe('app');
  });
});

describe('nesting', () => {
  const nested = (levels: number) => `${'!('.repeat(levels)}has(a)${')'.repeat(levels)}`;

  it('of nodes has a limit', () => {
    expect(treeOf(nested(MAX_SELECTOR_DEPTH - 1))).toBeDefined();
    expect(readSelector(nested(MAX_SELECTOR_DEPTH))).toMatchObject({ fault: { need: 'less depth' } });
    expect(treeOf(`${'(has(a) || has(b) && '.repeat(300)}has(c)${')'.repeat(300)}`)).toBeUndefined();
  });

  it('of parentheses and pairs of `!` has none', () => {
    expect(sketch(treeOf(`${'('.repeat(100_000)}has(a)${')'.repeat(100_000)}`))).toBe('(has a)');
    expect(sketch(treeOf(`${'!'.repeat(100_001)}has(a)`))).toBe('(not (has a))');
  });
});
