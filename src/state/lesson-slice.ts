// The lesson slice: which lesson is played, how far, and what the engine says of the answer.
import type { SourceFile } from '../documents/source-file.ts';
import type { Explanation, FlowQuery } from '../engine/explanation.ts';
import type { Grade } from '../engine/grading/grade.ts';
import type { QueryError } from '../engine/results.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { createLessonOpening } from './lesson-opening.ts';
import type { LessonPlace } from './lesson-place.ts';
import { createLessonPlaying } from './lesson-playing.ts';
import type { LessonProgress } from './lesson-progress.ts';
import type { FoundLesson, LessonProblem } from './lesson-source.ts';
import type { WorkbenchState } from './workbench-state.ts';

/** A grade, and of which step. */
export interface StepGrade extends Grade {
  readonly lesson: string;
  readonly step: number;
}

/** Why a goal fails, by its flow. */
export interface LessonWhy {
  readonly query: FlowQuery;
  readonly answer: Explanation | QueryError;
}

export interface LessonSlice {
  /** Undefined: no lesson is played. */
  readonly lessonPlace: LessonPlace | undefined;
  /** Undefined while its text is fetched. */
  readonly lesson: Lesson | undefined;
  /** Of the step that is played, and of the newest answer that the engine knows. */
  readonly grade: StepGrade | undefined;
  /** Why the first goals that fail do not hold. */
  readonly lessonWhys: readonly LessonWhy[];
  /** Kept in this browser (`follow-lessons.ts`). */
  readonly lessonProgress: LessonProgress;
  /** A teacher's lesson that wants to be opened while there is other work. */
  readonly lessonOffer: FoundLesson | undefined;
  /** Why a lesson was not opened. */
  readonly lessonProblem: LessonProblem | undefined;
  /** True while the solution stands in place of the editor. */
  readonly solutionShown: boolean;
  /** How a sheet is printed; set while it is. */
  readonly printing: 'plain' | 'with-hints' | undefined;

  /** The list of lessons; what is played stays. */
  showLessons(): void;
  /** One of ours, where it was left. The workspace on show is kept aside. */
  openLesson(name: string): Promise<void>;
  /** A teacher's lesson: opened at once, or asked about where there are other files. */
  offerLesson(file: SourceFile): Promise<void>;
  /** `fragment` without its `#`: `lesson=NAME`, `lesson-file=1.…`. False where it is neither. */
  followLessonLink(fragment: string): Promise<boolean>;
  acceptLesson(): Promise<void>;
  declineLesson(): void;
  dismissLessonProblem(): void;
  /** Fetches the text of the lesson whose place was brought back. */
  loadLesson(): Promise<void>;
  /** Back to the workspace from before, or to the list of lessons. */
  leaveLesson(): Promise<void>;
  goToStep(step: number): void;
  /** Shows what the step begins with: its file, its view, the flow to look at. */
  showStep(): void;
  takeHint(): void;
  showSolution(on: boolean): void;
  /** The files become those of the solution: one step of the history, as the next two. */
  applySolution(): void;
  resetStep(): void;
  startLessonAgain(): void;
  /** Remembers the answer as it is now. */
  keepAnswer(): void;
  clearLessonProgress(): void;
  printLesson(printing: LessonSlice['printing']): void;
}

/** What a newly opened workspace starts with. */
export const initialLesson = {
  lessonPlace: undefined,
  lesson: undefined,
  grade: undefined,
  lessonWhys: [],
  solutionShown: false,
} satisfies Partial<LessonSlice>;

export function createLessonSlice(
  set: (change: Partial<WorkbenchState>) => void,
  get: () => WorkbenchState,
  putAside: () => Promise<void>,
): LessonSlice {
  return {
    ...initialLesson,
    lessonProgress: new Map(),
    lessonOffer: undefined,
    lessonProblem: undefined,
    printing: undefined,
    ...createLessonOpening(set, get, putAside),
    ...createLessonPlaying(set, get),
    printLesson: (printing) => set({ printing }),
  };
}
