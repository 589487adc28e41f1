// Workspace files as a list in path order: looking up, putting, removing, comparing.
import { compareText } from '../base/compare-text.ts';
import type { FileChange } from '../client/engine-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { editedText, type TextEdit } from '../documents/text-edit.ts';

export type Files = readonly SourceFile[];

export function fileAt(files: Files, path: string): SourceFile | undefined {
  return files.find((file) => file.path === path);
}

export function inPathOrder(files: Files): Files {
  return [...files].sort((a, b) => compareText(a.path, b.path));
}

/** The list with this text under this path; the same list where nothing changes. */
export function withText(files: Files, path: string, text: string): Files {
  const known = fileAt(files, path);
  if (!known) return inPathOrder([...files, { path, text }]);
  if (known.text === text) return files;
  return files.map((file) => (file === known ? { path, text } : file));
}

/** The list with these edits made; those of files that are not there do nothing. */
export function withEdits(files: Files, edits: readonly TextEdit[]): Files {
  let edited = files;
  for (const path of new Set(edits.map((edit) => edit.file))) {
    const file = fileAt(files, path);
    if (file) edited = withText(edited, path, editedText(file, edits));
  }
  return edited;
}

/** The path, or one with a number before its ending where it is taken: `policies/allow-2.yaml`. */
export function freePath(files: Files, path: string): string {
  const taken = new Set(files.map((file) => file.path));
  const [, stem = path, ending = ''] = /^(.*?)(\.[^./]+)?$/s.exec(path) ?? [];
  for (let number = 1; ; number++) {
    const free = number === 1 ? path : `${stem}-${number}${ending}`;
    if (!taken.has(free)) return free;
  }
}

/** The list with this file, which may be a large one, in place of what was under its path. */
export function withFile(files: Files, file: SourceFile): Files {
  if (!file.large && !fileAt(files, file.path)?.large) return withText(files, file.path, file.text);
  return inPathOrder([...without(files, file.path), file]);
}

/** Whether both lists have the same large files, which no edit can bring to the engine. */
export function sameLargeFiles(a: Files, b: Files): boolean {
  const large = (files: Files): readonly SourceFile[] => files.filter((file) => file.large);
  const others = large(b);
  return large(a).length === others.length && large(a).every((file, index) => file === others[index]);
}

export function without(files: Files, path: string): Files {
  return files.filter((file) => file.path !== path);
}

/** What leads from one list to the other. */
export function changesBetween(from: Files, to: Files): readonly FileChange[] {
  if (from === to) return [];
  const old = new Map(from.map((file) => [file.path, file]));
  const changes: FileChange[] = [];
  for (const file of to) {
    const before = old.get(file.path);
    if (before !== file && before?.text !== file.text) changes.push({ path: file.path, text: file.text });
    old.delete(file.path);
  }
  for (const path of old.keys()) changes.push({ path, text: null });
  return changes;
}
