// What is proposed for the mistakes that people make in Calico selectors.
import { describe, expect, it } from 'vitest';
import { parseCalicoSelector } from '../calico-selector.ts';

/** The text after each fix, up to a selector or to where none is proposed. */
function repairs(text: string): string[] {
  const steps: string[] = [];
  for (let now = text; steps.length < 9; ) {
    const parsed = parseCalicoSelector(now);
    if ('tree' in parsed || !parsed.error.fix) return steps;
    const { start, end, text: written } = parsed.error.fix;
    now = now.slice(0, start) + written + now.slice(end);
    steps.push(now);
  }
  return steps;
}

describe('one mistake', () => {
  it.each([
    ["a = 'b'", "a == 'b'"],
    ["a='b'", "a=='b'"],
    ['a=b', "a == 'b'"],
    ["a === 'b'", "a == 'b'"],
    ["a !== 'b'", "a != 'b'"],
    ["a =! 'b'", "a != 'b'"],
    ["a ! = 'b'", "a != 'b'"],
    ["a <> 'b'", "a != 'b'"],
    ["a == !'b'", "a != 'b'"],
    ["a == not 'b'", "a != 'b'"],
    ["a not == 'b'", "a != 'b'"],
    ["a => 'b'", "a == 'b'"],
    ['a: b', "a == 'b'"],
    ['a:b', "a == 'b'"],
    ["a: 'b'", "a == 'b'"],
    ['a == b', "a == 'b'"],
    ['a == true', "a == 'true'"],
    ['a == v1:2', "a == 'v1:2'"],
    ["a == b'", "a == 'b'"],
    ['a == “b”', "a == 'b'"],
    ['a == `b`', "a == 'b'"],
    ["a == 'b”", "a == 'b'"],
    ['a == "b\'', 'a == "b"'],
    ["a == 'b", "a == 'b'"],
    ["a == 'b && c == 'd'", "a == 'b' && c == 'd'"],
    ['a == "b\' && c == "d"', 'a == "b" && c == "d"'],
    ["a == 'two words", "a == 'two words'"],
    ["a == 'it's'", 'a == "it\'s"'],
    ["a == 'it\\'s'", 'a == "it\'s"'],
    ["a == ''b''", "a == 'b'"],
  ])('of comparing: %j', (text, fixed) => expect(repairs(text)).toEqual([fixed]));

  it.each([
    ['a in (b,c)', "a in { 'b', 'c' }"],
    ["a in ['b']", "a in { 'b' }"],
    ["a not in ('b')", "a not in { 'b' }"],
    ['a in {b, c}', "a in { 'b', 'c' }"],
    ['a in {“b”, “c”}', "a in {'b', 'c'}"],
    ["a in {'b' 'c'}", "a in { 'b', 'c' }"],
    ["a in {'b',,'c'}", "a in { 'b', 'c' }"],
    ["a in {'b' && has(c)", "a in { 'b' } && has(c)"],
    ["a in {'b, 'c'}", "a in {'b', 'c'}"],
    ["a in 'b'", "a in { 'b' }"],
    ["a in 'b', 'c'", "a in { 'b', 'c' }"],
    ["a == {'b','c'}", "a in { 'b', 'c' }"],
    ["a != ['b','c']", "a not in { 'b', 'c' }"],
    ["a == ('b')", "a == 'b'"],
    ["a == 'b', 'c'", "a in { 'b', 'c' }"],
    ["a == 'b' || 'c'", "a in { 'b', 'c' }"],
    ["a {'b'}", "a in { 'b' }"],
  ])('of sets: %j', (text, fixed) => expect(repairs(text)).toEqual([fixed]));

  it.each([
    ["a is 'b'", "a == 'b'"],
    ['a is b', "a == 'b'"],
    ["a is not 'b'", "a != 'b'"],
    ["a equals 'b'", "a == 'b'"],
    ["a 'b'", "a == 'b'"],
    ["a conatins 'b'", "a contains 'b'"],
    ["a startsWith 'b'", "a starts with 'b'"],
    ["a starts-with 'b'", "a starts with 'b'"],
    ["a begins with 'b'", "a starts with 'b'"],
    ["a ENDS WITH 'b'", "a ends with 'b'"],
    ["a not contains 'b'", "!a contains 'b'"],
    ["a !starts with 'b'", "!a starts with 'b'"],
    ["a !in {'b'}", "a not in {'b'}"],
    ["a notIn {'b'}", "a not in {'b'}"],
    ["a not_in {'b'}", "a not in {'b'}"],
    ["a notn {'b'}", "a not in {'b'}"],
    ['a exists', 'has(a)'],
    ['a does not exist', '!has(a)'],
    ['a', 'has(a)'],
    ['!a', '!has(a)'],
    ['not has(x)', '!has(x)'],
    ["NOT (a == 'b')", "!(a == 'b')"],
    ['has (x)', 'has(x)'],
    ['has x', 'has(x)'],
    ['Has(x)', 'has(x)'],
    ['exists(x)', 'has(x)'],
    ["has('x')", 'has(x)'],
    ["has ('x')", 'has(x)'],
    ['has(x', 'has(x)'],
    ['has(a, b)', 'has(a) && has(b)'],
    ["has(a == 'b')", "a == 'b'"],
    ['all ()', 'all()'],
    ['ALL()', 'all()'],
    ['any()', 'all()'],
    ['all', 'all()'],
    ['al( )', 'all()'],
    ['global', 'global()'],
    ['*', 'all()'],
  ])('of words: %j', (text, fixed) => expect(repairs(text)).toEqual([fixed]));

  it.each([
    ['has(a) and has(b)', 'has(a) && has(b)'],
    ['has(a) OR has(b)', 'has(a) || has(b)'],
    ['(has(a) and has(b))', '(has(a) && has(b))'],
    ['has(a)&has(b)', 'has(a) && has(b)'],
    ['has(a) | has(b)', 'has(a) || has(b)'],
    ['has(a) &&& has(b)', 'has(a) && has(b)'],
    ['has(a) &amp;&amp; has(b)', 'has(a) && has(b)'],
    ['has(a), has(b)', 'has(a) && has(b)'],
    ['has(a),', 'has(a)'],
    ['has(a);', 'has(a)'],
    ['has(a) has(b)', 'has(a) && has(b)'],
    ["a == 'b' c == 'd'", "a == 'b' && c == 'd'"],
    ['&& has(a)', 'has(a)'],
    ['has(a) ||', 'has(a)'],
    ['has(a) && || has(b)', 'has(a) && has(b)'],
    ['((has(a)', '((has(a)))'],
    ['has(a))', 'has(a)'],
    ['(has(a)]', '(has(a))'],
    ['"a" == \'b\'', "a == 'b'"],
    ["a == 'b'\n", "a == 'b'"],
    ["\n  a == 'b'", "a == 'b'"],
    ["a == 'b' &&\r\n  c == '\n' ||\n has(e)\n", "a == 'b' && c == '\n' || has(e)"],
    ["a in {\n  'b',\n  'c'\n}\n", "a in { 'b', 'c' }"],
    ["a\u00a0==\u00a0'b'", "a == 'b'"],
    ["\ufeffa == 'b'", "a == 'b'"],
  ])('of joining: %j', (text, fixed) => expect(repairs(text)).toEqual([fixed]));
});

describe('several mistakes', () => {
  it.each([
    ['a=b,c=d', "a == 'b' && c == 'd'"],
    ['"a": "b"', 'a == "b"'],
    ["a == 'b' and not has(c)", "a == 'b' && !has(c)"],
    ['a,!b', 'has(a) && !has(b)'],
    ['has(a)))', 'has(a)'],
  ])('are put right one after the other: %j', (text, fixed) => expect(repairs(text).at(-1)).toBe(fixed));
});

it('is not looked for in huge texts', () => {
  const parsed = parseCalicoSelector(`${"a == 'b' && ".repeat(2000)}a = 'b'`);
  expect('error' in parsed && parsed.error.advice).toBe(undefined);
});
