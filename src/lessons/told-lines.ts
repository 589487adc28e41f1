// Lines of a solution that a hint gives away.

import type { SourceFile } from '../documents/source-file.ts';
import type { LessonChange } from './lesson.ts';
import { filesWith } from './lesson-files.ts';

/** Shorter lines, such as `spec:`, give nothing away. */
const SHORTEST = 8;

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim().replace(/^- /, ''));

/** Lines that the solution adds or changes, each once. */
function newLines(before: readonly SourceFile[], solution: readonly LessonChange[]): readonly string[] {
  const after = filesWith(before, solution);
  const known = new Map(before.map(({ path, text }) => [path, new Set(linesOf(text))]));
  const added = after.flatMap(({ path, text }) => {
    const own = known.get(path);
    return linesOf(text).filter((line) => line.length >= SHORTEST && !line.startsWith('#') && !own?.has(line));
  });
  return [...new Set(added)];
}

/** Those that stand in the hint, whatever blanks are around and in it. */
export function toldLines(
  hint: string,
  before: readonly SourceFile[],
  solution: readonly LessonChange[],
): readonly string[] {
  const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
  const said = flat(hint);
  return newLines(before, solution).filter((line) => said.includes(flat(line)));
}
