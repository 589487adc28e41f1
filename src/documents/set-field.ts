// Gives a field of a manifest another value, or none, wherever in the object it is: only where the text has a simple place for it.
import { entryOf } from './document-value.ts';
import type { Manifests, Path, Place } from './manifest.ts';
import type { SourceRange } from './source-file.ts';
import type { TextEdit } from './text-edit.ts';
import { addEntry, type NewValue, removeEntry, replaceValue } from './write-edits.ts';

/** Fields of one map: a value to be written, or null for one that is to be gone. */
export type FieldValues = Readonly<Record<string, NewValue | null>>;

/** Whether a value is written where it stands: an alias stands behind its anchor, so what it brings in begins before the name it is given here. */
export function isWrittenHere(place: Place | undefined): boolean {
  for (let at = place; at; at = at.parent) if (at.keySpan && at.value.start < at.keySpan.end) return false;
  return place !== undefined;
}

/**
 * Edits that set fields of the map at `path` in the object written at `range`. Undefined where one of them cannot be made: what an
 * alias brings in is written elsewhere, and others have it too.
 */
export function setFields(
  manifests: Manifests,
  range: SourceRange,
  path: Path,
  fields: FieldValues,
): readonly TextEdit[] | undefined {
  const map = manifests.find(range, path);
  if (map?.value.kind !== 'map' || !isWrittenHere(map)) return undefined;
  const written = Object.entries(fields).filter((field): field is [string, NewValue] => field[1] !== null);
  if (map.value.entries.length === 0) {
    const whole = written.length > 0 ? replaceValue(map, Object.fromEntries(written)) : undefined;
    return written.length === 0 ? [] : whole && [whole];
  }
  const edits: TextEdit[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const made = setField(manifests, range, path, map, name, value);
    if (!made) return undefined;
    edits.push(...made);
  }
  return edits;
}

function setField(
  manifests: Manifests,
  range: SourceRange,
  path: Path,
  map: Place,
  name: string,
  value: NewValue | null,
): readonly TextEdit[] | undefined {
  const isThere = map.value.kind === 'map' && entryOf(map.value, name) !== undefined;
  if (!isThere && value === null) return [];
  const place = manifests.find(range, [...path, name]);
  if (isThere && !isWrittenHere(place)) return undefined;
  const edit = value === null ? removeEntry(place) : place ? replaceValue(place, value) : addEntry(map, name, value);
  return edit && [edit];
}
