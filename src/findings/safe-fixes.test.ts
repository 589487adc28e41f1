// Which fixes are written together.
import { expect, it } from 'vitest';
import { drawFinding } from '../testing/draw-finding.ts';
import { safeFixes } from './safe-fixes.ts';

const fix = (start: number, end: number, safe: boolean, file = 'a.yaml') => ({
  title: `${start}`,
  edits: [{ file, start, end, text: '' }],
  ...(safe ? { safe: true as const } : {}),
});
const titles = (...fixes: ReturnType<typeof fix>[][]): string[] =>
  safeFixes(fixes.map((own) => drawFinding('a', 'info', { fixes: own }))).map((one) => one.fix.title);

it('takes the first safe one of each problem', () =>
  expect(titles([fix(1, 2, false), fix(3, 4, true), fix(8, 9, true)], [], [fix(5, 6, false)])).toEqual(['3']));

it('leaves out what touches another one', () => {
  expect(titles([fix(1, 4, true)], [fix(4, 6, true)], [fix(7, 7, true)], [fix(7, 7, true)])).toEqual(['1', '7']);
  expect(titles([fix(1, 4, true)], [fix(2, 3, true, 'b.yaml')])).toEqual(['1', '2']);
});
