// `sluice lesson check`: the machine's proof of lessons.
import { proveLesson } from '../client/prove-lesson.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { lessonExporters } from '../exporters/all-exporters.ts';
import { isProven, type ProvenLesson } from '../exporters/lesson-report.ts';
import { decodeText } from '../importers/decode-text.ts';
import type { CommandLine } from './command-line.ts';
import { type ExitStatus, exitStatus } from './exit-status.ts';
import { readPaths } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { chosenFormats, writeReports } from './write-reports.ts';

const LESSON_NAME = /\.lesson\.(ya?ml|json)$/i;

/** Files that are named, and those of folders that are called lessons. Throws UsageError where there is none. */
export async function readLessonFiles(paths: readonly string[], terminal: Terminal): Promise<readonly SourceFile[]> {
  if (paths.length === 0) throw new UsageError('name the file of a lesson');
  const { entries, notices } = await readPaths(paths, terminal);
  for (const { path, message } of notices) terminal.message(`sluice: ${path}: ${message}`);
  const asked = entries.filter(({ path }) => paths.includes(path) || path === 'stdin.yaml' || LESSON_NAME.test(path));
  if (asked.length === 0)
    throw new UsageError(`${paths.join(', ')}: no lesson in there; they are called NAME.lesson.yaml`);
  const files: SourceFile[] = [];
  for (const { path, bytes } of asked) {
    const decoded = decodeText(await bytes());
    if (!decoded.ok) throw new UsageError(`${path} ${decoded.error}`);
    files.push({ path, text: decoded.value.text });
  }
  return files;
}

/** What is so of a lesson's file. */
export function proven(file: SourceFile): ProvenLesson {
  const { lesson, problems, counts } = proveLesson(file);
  return { path: file.path, name: lesson?.name, title: lesson?.title, problems, counts };
}

/** Exit status 1: a lesson is not proven. 2: a file cannot be read as one. */
export async function checkLessons(
  line: CommandLine,
  paths: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const formats = chosenFormats(line);
  const lessons = (await readLessonFiles(paths, terminal)).map(proven);
  writeReports(formats, lessonExporters, { lessons }, terminal);
  if (lessons.some(({ name }) => name === undefined)) return exitStatus.usage;
  return lessons.every(isProven) ? exitStatus.clean : exitStatus.found;
}
