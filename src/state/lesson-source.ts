// Brings a lesson: one of ours by name, a teacher's from its file or from a link. Comes as a part of its own when the first one is wanted.
import { nearestName } from '../base/nearest-name.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { LineIndex } from '../documents/line-index.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { inflateLetters, LONGEST_LINK } from '../importers/compress-text.ts';
import { allLessons, lessonFile } from '../lessons/all-lessons.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { readLesson } from '../lessons/read-lesson.ts';

/** Why a lesson is not opened. */
export interface LessonProblem {
  /** A sentence. */
  readonly sentence: string;
  /** The name of ours that may be meant. */
  readonly nearest?: string;
  /** What is wrong in its file. */
  readonly faults: readonly LessonFault[];
}

export interface LessonFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly advice: string | undefined;
}

export interface FoundLesson {
  readonly lesson: Lesson;
  /** A teacher's own. */
  readonly own: SourceFile | undefined;
}

const MOST_INFLATED = 2 * 1024 * 1024;

export function readLessonFile(file: SourceFile): Result<Lesson, LessonProblem> {
  const { lesson, diagnostics } = readLesson(file);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (lesson && errors.length === 0) return ok(lesson);
  const index = new LineIndex(file.text);
  const faults = errors.map(({ message, advice, range }) => {
    return { file: file.path, ...index.positionAt(range.start), message, advice };
  });
  return fail({ sentence: `The lesson in \`${file.path}\` cannot be played.`, faults });
}

/** A lesson that the page brings along. */
export async function findLesson(name: string): Promise<Result<FoundLesson, LessonProblem>> {
  const entry = allLessons.find((one) => one.name === name);
  if (!entry) {
    const nearest = nearestName(
      name,
      allLessons.map((one) => one.name),
    );
    return fail({ sentence: `No lesson is called \`${name.slice(0, 80)}\`.`, faults: [], ...(nearest && { nearest }) });
  }
  return opened(readLessonFile(await lessonFile(entry)), undefined);
}

export function ownLesson(file: SourceFile): Result<FoundLesson, LessonProblem> {
  return opened(readLessonFile(file), { path: file.path, text: file.text });
}

const opened = (
  read: Result<Lesson, LessonProblem>,
  own: SourceFile | undefined,
): Result<FoundLesson, LessonProblem> => (read.ok ? ok({ lesson: read.value, own }) : read);

/** `fragment` without its `#`: `lesson-file=1.LETTERS`, as `sluice lesson link` writes it. */
export async function packedLesson(fragment: string): Promise<Result<FoundLesson, LessonProblem>> {
  const [, version, letters = ''] = /^lesson-file=(\d{1,6})\.(.*)$/s.exec(fragment) ?? [];
  const refuse = (sentence: string) => fail({ sentence, faults: [] });
  if (version === undefined) return refuse('The link holds no lesson.');
  if (version !== '1') return refuse('The link was made by a newer version of Sluice, which this page cannot read.');
  if (fragment.length > LONGEST_LINK) {
    return refuse(`The link is longer than ${LONGEST_LINK / 1024} KiB, which is more than a link may be.`);
  }
  const text = await inflateLetters(letters, MOST_INFLATED);
  return text.ok
    ? ownLesson({ path: 'linked.lesson.yaml', text: text.value })
    : refuse(`The lesson's link ${text.error}.`);
}

/** The lesson that comes after one of ours, in the same track or the next. */
export function lessonAfter(name: string): { readonly name: string; readonly title: string } | undefined {
  const at = allLessons.findIndex((one) => one.name === name);
  return at < 0 ? undefined : allLessons[at + 1];
}
