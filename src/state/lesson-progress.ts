// How far somebody is in lessons: steps passed, hints seen, and the answers as they were left. Pure; `follow-lessons.ts` keeps it in the browser.
import { fields, listOf, type Shape, text, whole } from '../base/value-shape.ts';
import type { LessonChange } from '../lessons/lesson.ts';

/** What is kept of one lesson. Files are kept as what differs from its start. */
export interface LessonRecord {
  /** How many steps the lesson has. */
  readonly steps: number;
  /** The step on show, from 0. */
  readonly step: number;
  /** Steps that were passed at some time. */
  readonly passed: readonly number[];
  /** Hints seen of each step. */
  readonly hints: readonly number[];
  /** The answer. */
  readonly changes: readonly LessonChange[];
  /** The answer as each step began. */
  readonly begun: readonly (readonly LessonChange[])[];
}

/** By key (`lessonKey`). */
export type LessonProgress = ReadonlyMap<string, LessonRecord>;

export const noRecord: LessonRecord = { steps: 0, step: 0, passed: [], hints: [], changes: [], begun: [] };

/** A teacher's own lesson may be called like one of ours. */
export const lessonKey = (name: string, isOwn: boolean): string => (isOwn ? `own:${name}` : name);

const MOST_LESSONS = 500;
const MOST_STEPS = 100;
const MOST_FILES = 200;
/** Characters of one file. */
const MOST_TEXT = 256 * 1024;
/** Characters of all answers together; browsers keep about five million. */
const MOST_CHARACTERS = 2_000_000;

const pathText: Shape<string> = (value) => text(1000)(value) || undefined;
const fileText: Shape<string | null> = (value) => (value === null ? null : text(MOST_TEXT)(value));
const change = fields({ path: pathText, text: fileText }, {});
const steps = listOf(whole(0, MOST_STEPS), MOST_STEPS);
const changes = listOf(change, MOST_FILES);
const record = fields(
  {
    steps: whole(0, MOST_STEPS),
    step: whole(0, MOST_STEPS),
    passed: steps,
    hints: steps,
    changes,
    begun: listOf(changes, MOST_STEPS),
  },
  {},
);
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What of a stored text can be used; a record that is not as it should be is left out, and the others stay. Never throws. */
export function readProgress(stored: string | undefined): LessonProgress {
  const progress = new Map<string, LessonRecord>();
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    const isKnown = isObject(value) && 'version' in value && value.version === 1 && 'lessons' in value;
    if (!isKnown || !Array.isArray(value.lessons)) return progress;
    for (const entry of value.lessons.slice(0, MOST_LESSONS)) {
      if (!Array.isArray(entry)) continue;
      const [key, own]: readonly unknown[] = entry;
      const read = record(own);
      if (typeof key === 'string' && key.length <= 200 && read) progress.set(key, read);
    }
  } catch {
    return progress;
  }
  return progress;
}

/** The latest lesson last. Where all is too much, answers of the lessons left longest ago are forgotten; what was passed is not. */
export function progressText(progress: LessonProgress): string {
  let room = MOST_CHARACTERS;
  const lessons = [...progress].reverse().map(([key, own]) => {
    room -= [own.changes, ...own.begun].reduce((sum, list) => sum + sizeOf(list), 0);
    return [key, room >= 0 ? own : { ...own, changes: [], begun: [] }] as const;
  });
  return JSON.stringify({ version: 1, lessons: lessons.reverse() });
}

const sizeOf = (list: readonly LessonChange[]): number =>
  list.reduce((sum, { path, text: body }) => sum + path.length + (body?.length ?? 0), 0);

/** With something of a lesson changed, which is the latest one then. */
export function withRecord(progress: LessonProgress, key: string, changed: Partial<LessonRecord>): LessonProgress {
  const next = new Map(progress);
  next.delete(key);
  return next.set(key, { ...(progress.get(key) ?? noRecord), ...changed });
}

/** With a step marked as passed; the same where it is already. */
export function withPassed(progress: LessonProgress, key: string, step: number): LessonProgress {
  const passed = progress.get(key)?.passed ?? [];
  return passed.includes(step)
    ? progress
    : withRecord(progress, key, { passed: [...passed, step].sort((a, b) => a - b) });
}

/** With at least so many hints of a step seen. */
export function withHints(progress: LessonProgress, key: string, step: number, seen: number): LessonProgress {
  const known = progress.get(key)?.hints ?? [];
  if ((known[step] ?? 0) >= seen) return progress;
  const hints = Array.from({ length: Math.max(known.length, step + 1) }, (_, at) => known[at] ?? 0);
  hints[step] = seen;
  return withRecord(progress, key, { hints });
}
