// The only way a manifest changes: replacing ranges of its text.
import type { SourceFile } from './source-file.ts';

/** Replace `[start, end)` (UTF-16 offsets) of the file's text by `text`. */
export interface TextEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What one gesture or one button changes: made, and taken back, as a whole. */
export interface TextChange {
  /** What it does, for the menu that takes it back: `Move allow-web before deny-all`. */
  readonly label: string;
  readonly edits: readonly TextEdit[];
  /** Files that are new; a path that is taken gets a number. */
  readonly created?: readonly { readonly path: string; readonly text: string }[];
}

/** The file's text after those of the edits that are its own. */
export function editedText({ path, text }: SourceFile, edits: readonly TextEdit[]): string {
  return applyEdits(
    text,
    edits.filter(({ file }) => file === path),
  );
}

/** The text after all edits, which must not overlap; edits at one place apply in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, position) => ({ edit, position }));
  ordered.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.position - b.position);
  let result = '';
  let cursor = 0;
  for (const { edit } of ordered) {
    if (edit.start < cursor || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`text edits overlap or leave the text at offset ${edit.start}`);
    }
    result += text.slice(cursor, edit.start) + edit.text;
    cursor = edit.end;
  }
  return result + text.slice(cursor);
}
