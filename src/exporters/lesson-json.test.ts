// The proof of lessons for programs.
import { expect, it } from 'vitest';
import { drawFinding } from '../testing/draw-finding.ts';
import { lessonJson } from './lesson-json.ts';

it('holds each lesson with its counts and problems', () => {
  const counts = { steps: 1, goals: 3, mistakes: 2, looser: 1, facts: 4 };
  const lesson = {
    path: 'a.lesson.yaml',
    name: 'a',
    title: 'First',
    problems: [drawFinding('no-file', 'error')],
    counts,
  };
  expect(JSON.parse(lessonJson.export({ lessons: [lesson] }))).toEqual({
    schema: 'sluice/lesson/v1',
    lessons: [
      {
        ...{ file: 'a.lesson.yaml', name: 'a', title: 'First', proven: false, counts },
        problems: [
          expect.objectContaining({ code: 'no-file', severity: 'error', file: 'shop/db.yaml', line: 3, column: 7 }),
        ],
      },
    ],
  });
});
