// Lines for people: what is wrong with lessons, and what was proven.
import { expect, it } from 'vitest';
import { drawFinding } from '../testing/draw-finding.ts';
import type { ProvenLesson } from './lesson-report.ts';
import { lessonText } from './lesson-text.ts';

const good: ProvenLesson = {
  ...{ path: 'a.lesson.yaml', name: 'a', title: 'First', problems: [] },
  counts: { steps: 1, goals: 3, mistakes: 2, looser: 1, facts: 4 },
};

it('says what was proven', () =>
  expect(lessonText.export({ lessons: [good] })).toBe(
    'proven  a  First: 1 step, 3 goals, 2 mistakes, 1 looser answer, 4 facts\n',
  ));

it('puts the place first, and counts only what was proven', () => {
  const bad = {
    ...good,
    name: 'b',
    title: 'x\u202e',
    problems: [drawFinding('no-file', 'error', { advice: 'Mend it.' })],
  };
  const unread = { ...bad, path: 'c', name: undefined, title: undefined, problems: [] };
  expect(lessonText.export({ lessons: [good, bad, unread] }).split('\n')).toEqual([
    'proven  a  First: 1 step, 3 goals, 2 mistakes, 1 looser answer, 4 facts',
    'shop/db.yaml:3:7: error: about `no-file`. Mend it. [no-file]',
    'not proven  b  x\\u{202e}: 1 problem in 1 step, 3 goals, 2 mistakes, 1 looser answer, 4 facts',
    'unreadable  c',
    '',
    '1 of 3 lessons proven: 1 step, 3 goals, 2 mistakes, 1 looser answer, 4 facts',
    '',
  ]);
});
