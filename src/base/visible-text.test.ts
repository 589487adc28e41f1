// What is made visible, and what stays.
import { expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

it.each([
  ['plain text, ünïcödé and 東京', 'plain text, ünïcödé and 東京'],
  ['a\nb\tc', 'a\\u{a}b\\u{9}c'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['user\u202etxt', 'user\\u{202e}txt'],
  ['a\u200bb\u00a0c\u2028', 'a\\u{200b}b\\u{a0}c\\u{2028}'],
  ['\ud800', '\\u{d800}'],
])('%j', (text, expected) => expect(visibleText(text)).toBe(expected));
