// The answer against the solution: only files that differ, with their lines.
import { expect, it } from 'vitest';
import { comparedFiles } from './solution-files.ts';

it('tells new, changed and removed files, and leaves out what is the same', () => {
  const answer = [
    { path: 'same.yaml', text: 'a\n' },
    { path: 'mine.yaml', text: 'x\n' },
    { path: 'both.yaml', text: 'a\nb\n' },
  ];
  const solution = [
    { path: 'same.yaml', text: 'a\n' },
    { path: 'both.yaml', text: 'a\nc\n' },
    { path: 'new.yaml', text: 'n\n' },
  ];
  const told = comparedFiles(answer, solution).map(
    ({ path, change, lines }) => `${path} ${change}: ${lines.map((line) => `${line.change} ${line.text}`).join(', ')}`,
  );
  expect(told).toEqual([
    'both.yaml changed: same a, removed b, added c',
    'mine.yaml removed: removed x',
    'new.yaml new: added n',
  ]);
});
