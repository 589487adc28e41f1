// Gives an object of a manifest a label, another value of one, or takes it: as text, in the style the manifest is written in.
import { entryOf } from './document-value.ts';
import { appendEntry } from './insert-item.ts';
import type { Manifests, Path } from './manifest.ts';
import { isWrittenHere, setFields } from './set-field.ts';
import type { SourceRange } from './source-file.ts';
import type { TextEdit } from './text-edit.ts';

const one = (edit: TextEdit | undefined): readonly TextEdit[] | undefined => edit && [edit];

/**
 * Edits for the metadata at `path` in the object written at `range`; `value` null takes the label away, and an empty map of labels
 * with it. Undefined where the text has no simple place for that.
 */
export function setLabel(
  manifests: Manifests,
  range: SourceRange,
  path: Path,
  key: string,
  value: string | null,
): readonly TextEdit[] | undefined {
  const metadata = manifests.find(range, path);
  const labels = manifests.find(range, [...path, 'labels']);
  const entries = labels?.value.kind === 'map' ? labels.value.entries : [];
  const isThere = labels?.value.kind === 'map' && entryOf(labels.value, key) !== undefined;
  if (value === null) {
    if (!isThere) return [];
    return entries.length === 1
      ? setFields(manifests, range, path, { labels: null })
      : setFields(manifests, range, [...path, 'labels'], { [key]: null });
  }
  if (isThere || (labels?.value.kind === 'map' && entries.length === 0)) {
    return setFields(manifests, range, [...path, 'labels'], { [key]: value });
  }
  if (entries.length > 0) return isWrittenHere(labels) ? one(appendEntry(labels, key, value)) : undefined;
  return isWrittenHere(metadata) ? one(appendEntry(metadata, 'labels', { [key]: value })) : undefined;
}
