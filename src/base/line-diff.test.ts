import { expect, it } from 'vitest';
import { lineDiff } from './line-diff.ts';

const drawn = (before: string, after: string) =>
  lineDiff(before, after).map((line) => {
    const mark = { same: ' ', removed: '-', added: '+' }[line.change];
    return `${line.before ?? ''}|${line.after ?? ''}|${mark}${line.text}`;
  });

it('pairs the lines of two texts, with their numbers in each', () => {
  expect(drawn('a\nb\nc\n', 'a\nB\nc\nd\n')).toEqual(['1|1| a', '2||-b', '|2|+B', '3|3| c', '|4|+d']);
});

it('takes nothing for no lines, and any line break for one', () => {
  expect(drawn('', 'a\r\nb')).toEqual(['|1|+a', '|2|+b']);
  expect(drawn('a\r\n', 'a\n')).toEqual(['1|1| a']);
  expect(drawn('', '')).toEqual([]);
});
