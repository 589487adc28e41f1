// What was proven of lessons, and what not.
import type { Problem } from '../engine/results.ts';

/** What a proof goes over. */
export interface ProvenCounts {
  readonly steps: number;
  readonly goals: number;
  readonly mistakes: number;
  readonly looser: number;
  readonly facts: number;
}

export interface ProvenLesson {
  readonly path: string;
  /** Undefined where the file cannot be read as a lesson. */
  readonly name: string | undefined;
  readonly title: string | undefined;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  readonly counts: ProvenCounts;
}

export interface LessonReport {
  readonly lessons: readonly ProvenLesson[];
}

/** Whether nothing is wrong with it. */
export function isProven({ name, problems }: ProvenLesson): boolean {
  return name !== undefined && !problems.some(({ severity }) => severity === 'error');
}

export function sumCounts(lessons: readonly Pick<ProvenLesson, 'counts'>[]): ProvenCounts {
  const sum = { steps: 0, goals: 0, mistakes: 0, looser: 0, facts: 0 };
  for (const { counts } of lessons) {
    for (const of of ['steps', 'goals', 'mistakes', 'looser', 'facts'] as const) sum[of] += counts[of];
  }
  return sum;
}
