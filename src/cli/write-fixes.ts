// Writes fixes to the files they are for: only to files that still hold what was read, and never into archives.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { visibleText } from '../base/visible-text.ts';
import type { QuickFix } from '../documents/diagnostic.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { editedText, type TextEdit } from '../documents/text-edit.ts';
import { normalisePath } from '../importers/entry-path.ts';
import type { FoundEntries } from './read-paths.ts';
import type { Terminal } from './terminal.ts';

/** The files as they are afterwards; one that cannot be written stays as it is, with a message. */
export function writeFixes(
  fixes: readonly QuickFix[],
  files: readonly SourceFile[],
  { entries }: FoundEntries,
  terminal: Terminal,
): readonly SourceFile[] {
  const after: SourceFile[] = [];
  let written = 0;
  for (const file of files) {
    const own = apart(fixes.filter(({ edits }) => edits.every((edit) => edit.file === file.path)));
    const text = editedText(
      file,
      own.flatMap(({ edits }) => edits),
    );
    const places = entries.filter(({ path }) => normalisePath(path) === file.path).map(({ path }) => path);
    const problem = text === file.text ? undefined : write(places, file, text, terminal);
    if (problem !== undefined) terminal.message(`sluice: ${visibleText(file.path)}: not fixed: ${problem}`);
    const isFixed = text !== file.text && problem === undefined;
    if (isFixed) written += own.length;
    after.push(isFixed ? { path: file.path, text } : file);
  }
  const what = written === 1 ? '1 fix' : `${written} fixes`;
  terminal.message(written === 0 ? 'sluice: nothing could be fixed safely' : `sluice: wrote ${what}`);
  return after;
}

/** Fixes that do not touch one another's text, the earlier ones first. */
function apart(fixes: readonly QuickFix[]): readonly QuickFix[] {
  const taken: TextEdit[] = [];
  return fixes.filter(({ edits }) => {
    const touches = edits.some((edit) => taken.some((one) => one.start <= edit.end && edit.start <= one.end));
    if (!touches) taken.push(...edits);
    return !touches;
  });
}

/** Undefined where it was written, else why not. */
function write(
  places: readonly string[],
  { text: before }: SourceFile,
  after: string,
  { cwd }: Terminal,
): string | undefined {
  const [place, ...others] = places;
  if (place === undefined || others.length > 0) return 'it is no file of its own on this disk';
  const path = resolve(cwd, place);
  try {
    const bytes = readFileSync(path);
    if (!bytes.equals(Buffer.from(before))) return 'it holds something else than was read, or is not plain UTF-8';
    writeFileSync(path, after);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
      ? 'permission denied'
      : `it could not be written (${code ?? 'unknown'})`;
  }
}
