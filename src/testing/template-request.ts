// What the lesson template asks of a draft, for tests of grading.
import type { GradeRequest } from '../engine/grading/grade.ts';
import { gradeRequest } from '../lessons/lesson-files.ts';
import { lessonTemplate } from '../lessons/lesson-template.ts';
import { readLesson } from '../lessons/read-lesson.ts';

export function templateRequest(): GradeRequest {
  const { lesson } = readLesson(lessonTemplate);
  const request = lesson && gradeRequest(lesson, 0);
  if (!request) throw new Error('the template is no lesson');
  return request;
}
