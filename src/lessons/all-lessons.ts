// All lessons in the order of their tracks; their texts are fetched when one is opened.
import type { SourceFile } from '../documents/source-file.ts';
import type { TrackId } from './lesson.ts';

export interface LessonEntry {
  readonly name: string;
  readonly title: string;
  /** One sentence. */
  readonly about: string;
  readonly track: TrackId;
  readonly minutes: number;
  /** The lesson's file as a module. */
  readonly text: () => Promise<{ readonly default: string }>;
}

export const allLessons: readonly LessonEntry[] = [];

/** The file of a lesson. */
export async function lessonFile({ name, track, text }: LessonEntry): Promise<SourceFile> {
  return { path: `${track}/${name}.lesson.yaml`, text: (await text()).default };
}
