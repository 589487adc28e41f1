// Values in messages: nothing invisible, nothing endless.
import { expect, it } from 'vitest';
import { cutText, quoteText, strangeCharacters, whatItIs } from './value-words.ts';

it.each([
  ['a "b" \\n', '"a \\"b\\" \\\\n"'],
  ['line\nbreak\u2028', '"line\\u000abreak\\u2028"'],
  ['\u202eevil\u200b', '"\\u202eevil\\u200b"'],
  ['lone \ud800', '"lone \\ud800"'],
  ['grüß 😀', '"grüß 😀"'],
])('%j is shown as %s', (text, shown) => expect(quoteText(text)).toBe(shown));

it('cuts a megabyte', () => expect(cutText('x'.repeat(1_000_000))).toBe(`${'x'.repeat(120)}…`));

it.each([
  ['ingrеss', 'not ASCII: `е` is U+0435'],
  ['a\u200bb\u202e', 'not ASCII: U+200B, U+202E'],
  ['ingress', ''],
])('the strange characters of %j', (name, words) => expect(strangeCharacters(name)).toBe(words));

const span = { start: 0, end: 0 };

it.each([
  [{ kind: 'int', value: 80, text: '0120' }, '`0120` reads as the number 80'],
  [{ kind: 'int', value: 2n ** 60n, text: '1152921504606846976' }, '`1152921504606846976` reads as a number'],
  [{ kind: 'bool', value: true, text: 'on' }, '`on` reads as the boolean true'],
  [{ kind: 'float', value: 1.1, text: '1.10' }, '`1.10` reads as a number with a fraction'],
  [{ kind: 'null' }, 'it is null'],
] as const)('%o', (value, words) => expect(whatItIs({ ...span, ...value })).toBe(words));
