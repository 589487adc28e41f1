// The lines that edits touch, before and after.
import { LineIndex } from '../../documents/line-index.ts';
import type { TextEdit } from '../../documents/text-edit.ts';
import type { Locator } from '../locate.ts';
import type { RemedyHunk } from './remedy.ts';

function hunkOf(file: string, text: string, { start, end, text: put }: TextEdit): RemedyHunk {
  const lines = new LineIndex(text);
  // What is put behind a line begins with the line break, and leaves the line as it is.
  const isBehind = start === end && /^\r?\n/.test(put);
  const from = isBehind ? start : text.lastIndexOf('\n', start - 1) + 1;
  const found = text.indexOf('\n', end);
  const to = isBehind ? start : found < 0 ? text.length : found;
  const split = (part: string): readonly string[] => (part === '' ? [] : part.split(/\r?\n/));
  const after = isBehind ? put.replace(/^\r?\n/, '') : text.slice(from, start) + put + text.slice(end, to);
  const { line } = lines.positionAt(start);
  return { file, line: isBehind ? line + 1 : line, before: split(text.slice(from, to)), after: split(after) };
}

/** One for each edit, and one for each new file. */
export function hunksOf(
  edits: readonly TextEdit[],
  created: readonly { readonly path: string; readonly text: string }[],
  locator: Locator,
): readonly RemedyHunk[] {
  const changed = edits.flatMap((edit) => {
    const file = locator.file(edit.file);
    return file ? [hunkOf(edit.file, file.text, edit)] : [];
  });
  const made = created.map(({ path, text }) => ({
    file: path,
    line: 1,
    before: [],
    after: text.replace(/\n$/, '').split('\n'),
  }));
  return [...changed, ...made];
}
