// The files of a lesson at each of its points: as it starts, as a step begins, and with its solution.
import { compareText } from '../base/compare-text.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { GradeRequest } from '../engine/grading/grade.ts';
import type { Lesson, LessonChange } from './lesson.ts';

/** The files with an answer written into them, in path order. */
export function filesWith(files: readonly SourceFile[], changes: readonly LessonChange[]): readonly SourceFile[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of changes) {
    if (text === null) texts.delete(path);
    else texts.set(path, text);
  }
  return [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => compareText(a.path, b.path));
}

/** As step number `step` (from 0) begins for who followed the solutions; past the last, as the lesson ends. */
export function filesBefore(lesson: Lesson, step: number): readonly SourceFile[] {
  return lesson.steps.slice(0, step).reduce((files, { solution }) => filesWith(files, solution), lesson.start);
}

/**
 * What is asked of a draft in a step; undefined where there is none with that number. Facts come in the order of the text.
 * `begun`: the learner's files as the step began, where they are not those of the solutions before.
 */
export function gradeRequest(
  lesson: Lesson,
  step: number,
  begun: readonly SourceFile[] = filesBefore(lesson, step),
): GradeRequest | undefined {
  const asked = lesson.steps[step];
  return (
    asked && {
      goals: asked.goals,
      mistakes: asked.mistakes.map(({ when }) => when),
      facts: asked.text.flatMap(({ fact }) => fact?.holds ?? []),
      solution: filesBefore(lesson, step + 1),
      start: lesson.start,
      begun,
      limits: asked.limits,
      pending: asked.pending,
    }
  );
}
