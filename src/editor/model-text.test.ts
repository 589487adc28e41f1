// Texts survive the way into Monaco's model and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../documents/text-edit.ts';
import { editsFromChanges, minimalReplacement, modelText } from './model-text.ts';

const mixed = 'a: 1\r\nb: 2\rc: 3\nd: 4\n';

function change(startLineNumber: number, startColumn: number, endLineNumber: number, endColumn: number, text: string) {
  return { range: { startLineNumber, startColumn, endLineNumber, endColumn }, text };
}

describe('modelText', () => {
  it('gives every line the same end', () => expect(modelText(mixed, '\n')).toBe('a: 1\nb: 2\nc: 3\nd: 4\n'));
  it('leaves separators that Monaco does not count', () =>
    expect(modelText('a\u2028b\u0085c', '\n')).toBe('a\u2028b\u0085c'));
});

describe('editsFromChanges', () => {
  const typed = (text: string, ...changes: ReturnType<typeof change>[]) =>
    applyEdits(text, editsFromChanges({ path: 'p', text }, changes));

  it('changes only what was typed', () =>
    expect(typed(mixed, change(3, 4, 3, 5, '30'))).toBe('a: 1\r\nb: 2\rc: 30\nd: 4\n'));
  it('removes a line with its own end', () =>
    expect(typed(mixed, change(2, 1, 3, 1, ''))).toBe('a: 1\r\nc: 3\nd: 4\n'));
  it('takes several cursors at once', () =>
    expect(typed(mixed, change(4, 1, 4, 1, '#'), change(1, 1, 1, 1, '#'))).toBe('#a: 1\r\nb: 2\rc: 3\n#d: 4\n'));
  it('skips a byte-order mark', () => expect(typed('\ufeffab\nc', change(1, 2, 2, 1, '-'))).toBe('\ufeffa-c'));
});

describe('minimalReplacement', () => {
  it('is undefined for equal texts', () => expect(minimalReplacement('a', 'a')).toBeUndefined());
  it('is as small as can be', () =>
    expect(minimalReplacement('port: 80\n', 'port: 8080\n')).toEqual({ start: 8, end: 8, text: '80' }));
  it('keeps both halves of a character together', () =>
    expect(minimalReplacement('\u{1f600}', '\u{1f601}')).toEqual({ start: 0, end: 2, text: '\u{1f601}' }));

  it('always leads to the wanted text', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\u{1f600}') });
    fc.assert(
      fc.property(texts, texts, (from, to) => {
        const replacement = minimalReplacement(from, to);
        const result = replacement ? applyEdits(from, [{ file: '', ...replacement }]) : from;
        expect(result).toBe(to);
      }),
    );
  });
});
