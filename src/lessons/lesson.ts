// What a lesson is: a file of its own, read by `read-lesson.ts`, judged by the engine (`engine/grading`).
import type { SourceFile, SourceRange } from '../documents/source-file.ts';
import type { EngineOptions } from '../engine/engine-options.ts';
import type { FlowQuery } from '../engine/explanation.ts';
import type { Check } from '../engine/grading/check.ts';
import type { Limits } from '../engine/grading/grade.ts';
import type { Assertion } from '../resources/assertion.ts';

export const LESSON = { apiVersion: 'sluice/v1', kind: 'Lesson' } as const;

export type TrackId = 'zero-trust' | 'selectors' | 'calico' | 'operate' | 'puzzles';

export const LESSON_VIEWS = ['graph', 'matrix', 'table', 'board', 'review'] as const;

export type LessonView = (typeof LESSON_VIEWS)[number];

/** What an answer writes: whole texts; null removes the file. */
export interface LessonChange {
  readonly path: string;
  readonly text: string | null;
}

/** What a sentence rests on. */
export interface LessonFact {
  readonly holds: readonly Check[];
  /** `start`: as the step begins, with the solutions before it; `solution`: with the step's own. */
  readonly at: 'start' | 'solution';
}

/** Texts are read by `read-lesson-text.ts`. */
export interface LessonParagraph {
  readonly text: string;
  /** Set for a statement of fact. */
  readonly fact?: LessonFact;
}

/** A plausible wrong answer, known by what its flows do. */
export interface LessonMistake {
  readonly name: string;
  /** All must hold in the draft. */
  readonly when: readonly Check[];
  /** What the learner is told. */
  readonly say: string;
  /** It is also what the step begins with: told once something is written, whatever that is. */
  readonly unchanged?: true;
  readonly example: readonly LessonChange[];
  readonly range: SourceRange;
}

/** An answer that passes, and opens more than the solution. */
export interface LooserAnswer {
  readonly example: readonly LessonChange[];
  /** Each `allowed`: so with the example, and not with the solution. */
  readonly opens: readonly Assertion[];
  readonly range: SourceRange;
}

/** Where parts of a step are written, for who has something to say of them. */
export interface StepPlaces {
  readonly title: SourceRange;
  readonly goals: SourceRange;
  readonly solution: SourceRange;
  readonly mistakes: SourceRange;
  readonly open?: SourceRange;
  readonly look?: SourceRange;
  /** Place by place with `hints`. */
  readonly hints: readonly SourceRange[];
}

export interface LessonStep {
  readonly title: string;
  /** File shown in the editor; it may be one that the learner is to create. */
  readonly open?: string;
  readonly view?: LessonView;
  /** The flow that is explained at first. */
  readonly look?: FlowQuery;
  readonly text: readonly LessonParagraph[];
  readonly goals: readonly Assertion[];
  /** Goals are judged with staged policies taking part. */
  readonly pending: boolean;
  readonly limits?: Limits;
  /** Three, each more direct. */
  readonly hints: readonly string[];
  readonly solution: readonly LessonChange[];
  readonly mistakes: readonly LessonMistake[];
  readonly looser: readonly LooserAnswer[];
  readonly places: StepPlaces;
}

export interface LessonReceipt {
  readonly title: string;
  /** `https:` only. */
  readonly url: string;
}

export interface Lesson {
  /** The path of its file. */
  readonly path: string;
  /** Kebab-case. */
  readonly name: string;
  readonly title: string;
  /** One sentence for lists of lessons. */
  readonly about?: string;
  readonly track?: TrackId;
  readonly minutes?: number;
  readonly story: string;
  readonly options: Partial<Pick<EngineOptions, 'semantics' | 'podCIDRs' | 'serviceCIDRs'>>;
  /** In path order. */
  readonly start: readonly SourceFile[];
  /** What was there before `start`, where a change is reviewed. */
  readonly baseline?: readonly SourceFile[];
  readonly steps: readonly LessonStep[];
  /** Where the steps are written. */
  readonly stepsAt: SourceRange;
  readonly receipts: readonly LessonReceipt[];
}
