// The goal matrix as rows: short names where they tell ends apart, and what is said of each cell.
import { expect, it } from 'vitest';
import type { GoalCell } from '../../engine/grading/grade.ts';
import { goalGrid, shortNames } from './goal-grid.ts';

it('shortens names as long as they stay apart', () => {
  expect([
    ...shortNames(['dev/web', 'prod/web', 'dev/db', 'internet', '10.0.0.0/8', 'dev/*', 'dev/a, dev/b, dev/c']).values(),
  ]).toEqual(['dev/web', 'prod/web', 'db', 'internet', '10.0.0.0/8', 'dev/*', 'a +2']);
});

it('draws each cell in its row, and tells where goal and draft differ', () => {
  const cell = (row: number, column: number, change: Partial<GoalCell> = {}): GoalCell => ({
    ...{ row, column, goal: undefined, now: 'denied', holds: undefined, parts: [], query: undefined },
    ...change,
  });
  const part = { goal: 0, port: 'TCP/80', expect: 'denied', verdict: 'allowed' } as const;
  const wrong = cell(1, 0, { goal: 'denied', now: 'allowed', holds: false, parts: [part] });
  const ends = ['dev/web', 'dev/db'].map((text) => ({ text, node: undefined }));
  const { rows, columns } = goalGrid({
    rows: ends,
    columns: ends.slice(0, 1),
    cells: [cell(0, 0), wrong],
  });
  expect(columns.map(({ short }) => short)).toEqual(['web']);
  expect(rows.map(({ end, cells }) => [end.short, cells.map(({ words, differs }) => [words, differs])])).toEqual([
    ['web', [['dev/web to dev/web: no goal, now denied', false]]],
    ['db', [['dev/db to dev/web on TCP/80: goal denied, now allowed', true]]],
  ]);
});
