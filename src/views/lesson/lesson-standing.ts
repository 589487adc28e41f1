// How far somebody is in each lesson, and which one to go on with.
import type { LessonProgress, LessonRecord } from '../../state/lesson-progress.ts';

export type Standing = 'new' | 'begun' | 'passed';

export function standingOf(record: LessonRecord | undefined): Standing {
  if (!record) return 'new';
  return record.steps > 0 && record.passed.length >= record.steps ? 'passed' : 'begun';
}

/** `passed`, `step 2 of 3`; nothing for a new one. */
export function standingWords(record: LessonRecord | undefined): string {
  const standing = standingOf(record);
  if (!record || standing === 'new') return '';
  if (standing === 'passed') return 'passed';
  return record.steps > 1 ? `step ${record.step + 1} of ${record.steps}` : 'begun';
}

interface Listed {
  readonly name: string;
}

/** The one that was left last before its end; of somebody who has left none, the first that is not passed. */
export function lessonToGoOnWith<Entry extends Listed>(
  lessons: readonly Entry[],
  progress: LessonProgress,
): { readonly entry: Entry; readonly record: LessonRecord | undefined } | undefined {
  for (const [key, record] of [...progress].reverse()) {
    const entry = lessons.find(({ name }) => name === key);
    if (entry && standingOf(record) === 'begun') return { entry, record };
  }
  const entry = lessons.find(({ name }) => standingOf(progress.get(name)) !== 'passed');
  return entry && { entry, record: progress.get(entry.name) };
}
