// What is said of a text that is no Calico selector, and which place it is about.
import { describe, expect, it } from 'vitest';
import { parseCalicoSelector } from './calico-selector.ts';

function errorOf(text: string) {
  const parsed = parseCalicoSelector(text);
  if ('tree' in parsed) throw new Error(`${text} is a selector`);
  return parsed.error;
}

/** The message and the place it is about. */
it.each([
  ["a = 'b'", 'expected == after `a`, found `=`', '='],
  ["a == 'b' & has(c)", "expected && after `'b'`, found `&`", '&'],
  ["a == 'b' | has(c)", "expected || after `'b'`, found `|`", '|'],
  ['a == b', 'expected string after `==`, found `b`', 'b'],
  ['a starts with', 'expected string after `starts with`, found the end', ''],
  ["a in ('b')", 'expected set literal after `in`, found `(`', '('],
  ["a in {'b' 'c'}", "expected } or comma after `'b'`, found `'c'`", "'c'"],
  ['a in {b}', 'expected } or string after `{`, found `b`', 'b'],
  ['a and has(b)', 'expected operator after label `a`, found `and`', 'and'],
  ['a', 'unexpected end: expected operator after label `a`, found the end', ''],
  ["a == 'b", "unterminated string: expected ' at the end of `'b`", "'b"],
  ['has(a) && has(', 'expected identifier after `has(`, found the end', ''],
  ['has(a b)', "no closing ')' after `has(a`, found `b`", 'b'],
  ['all(x)', "no closing ')' after `all(`, found `x`", 'x'],
  ["(a == 'b'", 'expected ) for the ( at character 1, found the end', ''],
  [
    'has(a) has(b)',
    'unexpected content at end of selector: expected && or || after `has(a)`, found `has(b)`',
    'has(b)',
  ],
  [
    'has(a)\nall()',
    'unexpected content at end of selector: expected && or || after `has(a)`, found a line break',
    '\n',
  ],
  ['has(a) && ', 'unexpected end: expected condition after `&&`, found the end', ''],
  ['has(a) && )', 'unexpected token: expected condition after `&&`, found `)`', ')'],
  ['*', 'unexpected token: expected condition at the start, found `*`', '*'],
  ['😀', 'unexpected token: expected condition at the start, found `😀`', '😀'],
])('%j: %s', (text, message, place) => {
  const { start, end, message: said } = errorOf(text);
  expect([said, text.slice(start, end)]).toEqual([message, place]);
});

it('does not repeat long labels', () => {
  expect(errorOf(`has(${'x'.repeat(600)})`).message).toBe('label too long: 600 characters, at most 512');
  expect(errorOf(`a == ${'x'.repeat(500)}`).message.length).toBeLessThan(200);
});

it('reports the first mistake', () => {
  expect(errorOf("a == b && c = 'd'")).toMatchObject({ start: 5, fix: { start: 5, end: 6, text: "'b'" } });
});

describe('advice', () => {
  it('says what to write', () => {
    expect(errorOf("a = 'b'")).toMatchObject({
      advice: 'Compare with `==`.',
      fix: { start: 2, end: 3, text: '==' },
    });
  });

  it.each([
    ["a =~ 'b.*'", 'Use `contains`, `starts with` or `ends with`: there are no regular expressions.'],
    ["a > '5'", 'List the values with `in { … }`: labels are texts and have no order.'],
    ['a == {{ .Values.app }}', 'Render the template first: Calico knows no variables.'],
    ['a == $' + '{APP}', 'Render the template first: Calico knows no variables.'],
    ['has()', 'Write the label: `has(app)`; for everything write `all()`.'],
    ['a == "', 'Write a value, and close the quote.'],
  ])('%j: %s', (text, expected) => {
    const { advice, fix } = errorOf(text);
    expect([advice, fix]).toEqual([expected, undefined]);
  });

  it('is not given where nothing is known to help', () => {
    const { message, start, end } = errorOf("a:b == 'c'");
    expect(errorOf("a:b == 'c'")).toEqual({ message, start, end });
  });
});
