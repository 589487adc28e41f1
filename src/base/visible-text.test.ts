// What is made visible, and what stays.
import { expect, it } from 'vitest';
import { visibleLines, visibleParts, visibleText } from './visible-text.ts';

it.each([
  ['plain text, ünïcödé and 東京', 'plain text, ünïcödé and 東京'],
  ['<img onerror=x>', '<img onerror=x>'],
  ['', ''],
  ['a\nb\tc', 'a\\u{a}b\\u{9}c'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['user\u202etxt', 'user\\u{202e}txt'],
  ['a\u200bb\u00a0c\u2028', 'a\\u{200b}b\\u{a0}c\\u{2028}'],
  ['a\u{e0041}\ufeff', 'a\\u{e0041}\\u{feff}'],
  ['\ud800', '\\u{d800}'],
])('%j', (text, expected) => expect(visibleText(text)).toBe(expected));

it('leaves line breaks where lines are kept', () => expect(visibleLines('a:\n  \u202eb\n')).toBe('a:\n  \\u{202e}b\n'));

it('keeps the order of the pieces', () =>
  expect(visibleParts('ab\u200cc\ud800')).toEqual([
    { text: 'ab', invisible: false },
    { text: 'U+200C', invisible: true },
    { text: 'c', invisible: false },
    { text: 'U+D800', invisible: true },
  ]));
