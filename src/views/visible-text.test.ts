// What is made visible, and what is left alone.
import { describe, expect, it } from 'vitest';
import { visibleParts, visibleText } from './visible-text.ts';

describe('visibleText', () => {
  it.each([
    ['web\u202ebew', 'web[U+202E]bew'],
    ['a\u200bb', 'a[U+200B]b'],
    ['a\u00a0b', 'a[U+00A0]b'],
    ['a\nb\tc', 'a[U+000A]b[U+0009]c'],
    ['a\u{e0041}', 'a[U+E0041]'],
    ['a\ud800b', 'a[U+D800]b'],
    ['\ufeff', '[U+FEFF]'],
  ])('shows %j', (text, shown) => expect(visibleText(text)).toBe(shown));

  it.each(['allow-dns-egress', 'a b', 'größe', '前端', '<img onerror=x>', ''])('leaves %j alone', (text) =>
    expect(visibleText(text)).toBe(text),
  );
});

it('keeps the order of the pieces', () =>
  expect(visibleParts('ab\u200cc')).toEqual([
    { text: 'ab', invisible: false },
    { text: 'U+200C', invisible: true },
    { text: 'c', invisible: false },
  ]));
