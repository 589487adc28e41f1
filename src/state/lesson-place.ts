// Where in which lesson the workspace is: kept with it, so that the lesson goes on after a reload and from a kept workspace.
import type { Lesson, LessonStep } from '../lessons/lesson.ts';
import { lessonKey } from './lesson-progress.ts';
import type { WorkbenchState } from './workbench-state.ts';

export interface LessonPlace {
  readonly name: string;
  /** From 0. */
  readonly step: number;
  /** Of a teacher's own lesson, its file. */
  readonly own?: { readonly path: string; readonly text: string };
  /** The workspace that made room for the lesson. */
  readonly back?: { readonly id: string; readonly name: string };
}

export const keyOfPlace = ({ name, own }: LessonPlace): string => lessonKey(name, own !== undefined);

interface PlayedStep {
  readonly place: LessonPlace;
  readonly lesson: Lesson;
  readonly step: LessonStep;
}

/** The step that is played; undefined outside of lessons, and while the lesson's text is fetched. */
export function playedStep({ lessonPlace, lesson }: WorkbenchState): PlayedStep | undefined {
  const step = lessonPlace && lesson?.name === lessonPlace.name ? lesson.steps[lessonPlace.step] : undefined;
  return step && lesson && lessonPlace ? { place: lessonPlace, lesson, step } : undefined;
}
