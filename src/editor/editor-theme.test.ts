// Computed colours as Monaco wants them.
import { expect, it } from 'vitest';
import { editorTheme, hexColor, isLight } from './editor-theme.ts';

it.each([
  ['rgb(16, 19, 24)', '#101318'],
  ['rgba(22, 26, 33, 0.28)', '#161a2147'],
  ['rgb(0 0 0 / 55%)', '#0000008c'],
  ['nonsense', '#808080'],
])('%s is %s', (computed, hex) => expect(hexColor(computed)).toBe(hex));

it('knows light text from dark', () => expect([isLight('#e9edf2'), isLight('#161a21')]).toEqual([true, false]));

it('takes every colour from a token', () => {
  const asked = new Set<string>();
  const theme = editorTheme(true, (token) => {
    asked.add(token);
    return '#123456';
  });
  expect(theme.base).toBe('vs-dark');
  expect(new Set(Object.values(theme.colors))).toEqual(new Set(['#123456']));
  expect([...asked].every((token) => token.startsWith('--'))).toBe(true);
});
