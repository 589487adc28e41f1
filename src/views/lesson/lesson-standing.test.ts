// How far somebody is in lessons, and which one comes next.
import { expect, it } from 'vitest';
import { noRecord, withRecord } from '../../state/lesson-progress.ts';
import { lessonToGoOnWith, standingWords } from './lesson-standing.ts';

const lessons = ['one', 'two', 'three'].map((name) => ({ name }));
const passed = { steps: 1, passed: [0] };

it('says where a lesson was left', () => {
  expect(standingWords(undefined)).toBe('');
  expect(standingWords({ ...noRecord, steps: 3, step: 1, passed: [0] })).toBe('step 2 of 3');
  expect(standingWords({ ...noRecord, ...passed })).toBe('passed');
});

it('goes on with the lesson left last, else with the first that is not passed', () => {
  const next = (progress: Parameters<typeof lessonToGoOnWith>[1]) => lessonToGoOnWith(lessons, progress)?.entry.name;
  const first = withRecord(new Map(), 'one', passed);
  expect(next(new Map())).toBe('one');
  expect(next(first)).toBe('two');
  const left = withRecord(withRecord(first, 'three', { steps: 2 }), 'two', { steps: 2 });
  expect(next(left)).toBe('two');
  expect(next(withRecord(left, 'gone', { steps: 2 }))).toBe('two');
  expect(next(new Map(lessons.map(({ name }) => [name, { ...noRecord, ...passed }])))).toBeUndefined();
});
