// What would be if some files said something else: a snapshot of its own, beside a draft that stays as it is.
import { compareText } from '../base/compare-text.ts';
import { editedText, type TextEdit } from '../documents/text-edit.ts';
import { type FileReading, type LoadedFile, readWorkspace } from './read-workspace.ts';
import { evaluateReadings, type Snapshot, type SnapshotCache } from './snapshot.ts';

/** A file's new text, or its removal where `text` is null. */
export interface FileText {
  readonly path: string;
  readonly text: string | null;
}

/** An excerpt stays one; a large file is never edited as a whole, so a text for its path is a file of its own. */
export function withOtherText(before: LoadedFile | undefined, path: string, text: string): LoadedFile {
  return before?.excerptOf ? { path, text, excerptOf: before.excerptOf } : { path, text };
}

/**
 * The draft as it would be after `changes`, under the draft's options. Only the files that change are read, outside of the
 * cache of readings: what is known of the draft's own files is not forgotten for it.
 */
export function hypotheticalDraft(draft: Snapshot, changes: readonly FileText[], cache: SnapshotCache): Snapshot {
  const changed = new Map(changes.map(({ path, text }) => [path, text]));
  const before = new Map<string, LoadedFile>();
  for (const { file } of draft.readings) if (changed.has(file.path)) before.set(file.path, file);
  const written = [...changed].flatMap(([path, text]) =>
    text === null ? [] : [withOtherText(before.get(path), path, text)],
  );
  const now = new Map(readWorkspace(written).map((reading) => [reading.file.path, reading]));
  const readings = draft.readings.flatMap((reading): FileReading[] => {
    const { path } = reading.file;
    const other = now.get(path);
    if (!changed.has(path)) return [reading];
    return other ? [other] : [];
  });
  const added = [...now.values()].filter(({ file }) => !before.has(file.path));
  if (added.length > 0) readings.push(...added);
  if (added.length > 0) readings.sort((a, b) => compareText(a.file.path, b.file.path));
  return evaluateReadings(readings, draft.options, cache);
}

/** The new texts of the files that `edits` change. Edits of files that the draft does not hold are left out. */
export function textsAfter(draft: Snapshot, edits: readonly TextEdit[]): readonly FileText[] {
  const paths = new Set(edits.map(({ file }) => file));
  return draft.readings.flatMap(({ file }) =>
    paths.has(file.path) ? [{ path: file.path, text: editedText(file, edits) }] : [],
  );
}
