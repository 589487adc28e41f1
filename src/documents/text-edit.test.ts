// Edits apply together, to the text they were made for.
import { expect, it } from 'vitest';
import { applyEdits } from './text-edit.ts';

const edit = (start: number, end: number, text: string) => ({ file: 'a', start, end, text });

it('replaces all ranges at once, whatever their order', () => {
  expect(applyEdits('abcdef', [edit(4, 6, 'Y'), edit(0, 1, 'XX'), edit(2, 2, '+')])).toBe('XXb+cdY');
});

it('keeps the order of insertions at one place', () => {
  expect(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2')])).toBe('a12b');
});

it.each([[[edit(0, 2, ''), edit(1, 3, '')]], [[edit(0, 9, '')]], [[edit(2, 1, '')]]])(
  'refuses ranges that overlap or leave the text',
  (edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
  },
);
