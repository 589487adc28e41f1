// What is asked of an answer: of what it began with, no mistake is told.
import { expect, it } from 'vitest';
import { lessonTemplate } from '../lessons/lesson-template.ts';
import { readLesson } from '../lessons/read-lesson.ts';
import { noRecord } from './lesson-progress.ts';
import { requestFor } from './lesson-queries.ts';

it('counts from what the learner brought to the step', () => {
  const { lesson } = readLesson(lessonTemplate);
  const key = { lesson: 'only-the-web', step: 0 };
  expect(requestFor({ lesson, lessonProgress: new Map() }, key)?.begun).toEqual(lesson?.start);
  const own = { path: 'policies/own.yaml', text: 'kind: NetworkPolicy' };
  const record = { ...noRecord, begun: [[own]] };
  const request = requestFor({ lesson, lessonProgress: new Map([['only-the-web', record]]) }, key);
  expect(request?.begun).toEqual([...(lesson?.start ?? []), own]);
  expect(request?.start).toEqual(lesson?.start);
  expect(requestFor({ lesson, lessonProgress: new Map() }, { ...key, step: 1 })).toBeUndefined();
});
