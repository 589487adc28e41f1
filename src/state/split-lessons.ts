// Tells lessons from manifests among opened files.
import type { Files } from './file-list.ts';

export interface SplitFiles {
  readonly lessons: Files;
  readonly manifests: Files;
}

/** A lesson says so, or is called one: a damaged one is told of as a lesson, and not as a manifest. */
export async function splitLessons(files: Files): Promise<SplitFiles> {
  const isCalledOne = (path: string): boolean => /\.lesson\.(ya?ml|json)$/i.test(path);
  const likely = files.filter(({ path, text, large }) => !large && (isCalledOne(path) || text.includes('Lesson')));
  if (likely.length === 0) return { lessons: [], manifests: files };
  const { isLessonFile } = await import('../lessons/read-lesson.ts');
  const lessons = new Set(likely.filter((file) => isCalledOne(file.path) || isLessonFile(file)));
  return { lessons: [...lessons], manifests: files.filter((file) => !lessons.has(file)) };
}
