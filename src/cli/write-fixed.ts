// Writes files that were mended: only those that still hold what was read, and never into archives.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { visibleText } from '../base/visible-text.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { normalisePath } from '../importers/entry-path.ts';
import type { FoundEntries } from './read-paths.ts';
import type { Terminal } from './terminal.ts';

/** The files as they are on the disk afterwards, place by place: one that cannot be written stays as it was, with a message. */
export function writeFixed(
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  { entries }: FoundEntries,
  terminal: Terminal,
): readonly SourceFile[] {
  return before.map((file, at) => {
    const text = after[at]?.text ?? file.text;
    if (text === file.text) return file;
    const places = entries.filter(({ path }) => normalisePath(path) === file.path).map(({ path }) => path);
    const problem = write(places, file, text, terminal);
    if (problem === undefined) return { ...file, text };
    terminal.message(`sluice: ${visibleText(file.path)}: not fixed: ${problem}`);
    return file;
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
