// What the engine is asked while a lesson is played: a grade of every answer, and why its goals fail.
import type { EngineClient } from '../client/engine-client.ts';
import type { FlowQuery } from '../engine/explanation.ts';
import type { GradeRequest } from '../engine/grading/grade.ts';
import type { SnapshotId } from '../engine/results.ts';
import { filesWith, gradeRequest } from '../lessons/lesson-files.ts';
import { keyOfPlace, playedStep } from './lesson-place.ts';
import type { LessonWhy, StepGrade } from './lesson-slice.ts';
import type { WorkbenchState } from './workbench-state.ts';

/** Goals that fail and are explained; more nobody reads at once. */
const MOST_WHYS = 8;

/** Small, for it is compared at every change: the rest follows from the lesson. */
export interface GradeKey {
  readonly lesson: string;
  readonly step: number;
}

export function gradeKey(state: WorkbenchState): GradeKey | undefined {
  const played = state.screen === 'workbench' ? playedStep(state) : undefined;
  return played && { lesson: keyOfPlace(played.place), step: played.place.step };
}

/** What the step asks of an answer that began with what the learner brought along, which need not be our solution. */
export function requestFor(
  { lesson, lessonProgress }: Pick<WorkbenchState, 'lesson' | 'lessonProgress'>,
  { lesson: name, step }: GradeKey,
): GradeRequest | undefined {
  if (!lesson) return undefined;
  const begun = lessonProgress.get(name)?.begun[step];
  return gradeRequest(lesson, step, begun && filesWith(lesson.start, begun));
}

export async function askGrade(client: EngineClient, state: WorkbenchState, key: GradeKey): Promise<StepGrade> {
  const request = requestFor(state, key);
  if (!request) throw new Error('no such step');
  return { ...(await client.grade(request)), ...key };
}

/** The grade of the step on show; undefined while it is sought. */
export function shownGrade(state: WorkbenchState): StepGrade | undefined {
  const { grade, lessonPlace } = state;
  const isOfStep = lessonPlace && grade?.step === lessonPlace.step && grade.lesson === keyOfPlace(lessonPlace);
  return isOfStep ? grade : undefined;
}

/** The flows of the goals that fail, in their order. */
export function whyQueries({ grade }: WorkbenchState): readonly FlowQuery[] | undefined {
  const failing = grade?.goals.filter(({ holds }) => !holds) ?? [];
  return failing.length === 0 ? undefined : failing.slice(0, MOST_WHYS).map(({ query }) => query);
}

export interface Whys {
  readonly snapshot: SnapshotId;
  readonly whys: readonly LessonWhy[];
}

export async function askWhys(client: EngineClient, queries: readonly FlowQuery[]): Promise<Whys> {
  const whys = await Promise.all(queries.map(async (query) => ({ query, answer: await client.explain(query) })));
  return { snapshot: whys.at(-1)?.answer.snapshot ?? 0, whys };
}
