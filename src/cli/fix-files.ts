// `--fix`: writes safe fixes until none is left, and says what it wrote.
import { visibleText } from '../base/visible-text.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { editedText } from '../documents/text-edit.ts';
import type { Problem } from '../engine/results.ts';
import { type SafeFix, safeFixes } from '../findings/safe-fixes.ts';
import type { FoundEntries } from './read-paths.ts';
import type { Terminal } from './terminal.ts';
import { writeFixed } from './write-fixed.ts';

/** A fix may uncover another one, but not for ever. */
const MOST_ROUNDS = 8;
/** Further fixes are counted. */
const MOST_TOLD = 100;

/** The files as they are afterwards; what cannot be written stays as it is, with a message. `find`: what counts in files. */
export async function fixFiles(
  files: readonly SourceFile[],
  find: (files: readonly SourceFile[]) => Promise<readonly Problem[]>,
  found: FoundEntries,
  terminal: Terminal,
): Promise<readonly SourceFile[]> {
  const applied: SafeFix[] = [];
  let after = files;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const now = safeFixes(await find(after));
    if (now.length === 0) break;
    applied.push(...now);
    const edits = now.flatMap(({ fix }) => fix.edits);
    after = after.map((file) => {
      const own = edits.filter((edit) => edit.file === file.path);
      return own.length === 0 ? file : { ...file, text: editedText(file, own) };
    });
  }
  const written = writeFixed(files, after, found, terminal);
  tell(applied, files, written, terminal);
  return written;
}

function tell(
  applied: readonly SafeFix[],
  before: readonly SourceFile[],
  after: readonly SourceFile[],
  terminal: Terminal,
): void {
  const changed = new Set(after.filter((file, at) => file !== before[at]).map(({ path }) => path));
  const done = applied.filter(({ problem }) => changed.has(problem.location.file));
  for (const { problem, fix } of done.slice(0, MOST_TOLD)) {
    const place = `${visibleText(problem.location.file)}:${problem.location.line}`;
    terminal.message(`sluice: ${place}: ${visibleText(fix.title)} [${problem.code}]`);
  }
  const what = done.length === 1 ? '1 fix' : `${done.length} fixes`;
  terminal.message(done.length === 0 ? 'sluice: nothing could be fixed safely' : `sluice: wrote ${what}`);
}
