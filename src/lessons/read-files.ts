// The manifests in a lesson: paths with whole texts.
import { compareText } from '../base/compare-text.ts';
import { type DocumentValue, entryOf, type MapEntry, type MapValue } from '../documents/document-value.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { textOf } from '../documents/value-parts.ts';
import type { LessonChange } from './lesson.ts';
import type { LessonFields } from './lesson-fields.ts';
import { lessonLimits } from './lesson-limits.ts';

const TEXT_ADVICE = 'Put `|` after the path and the manifest below it, further in.';
const PATH_ADVICE = 'Write one like `policies/deny-all.yaml`: letters, digits, `.`, `-` and `_`, parts divided by `/`.';

/** Whether it is a path that a workspace has: relative, and nowhere upward. */
export function isLessonPath(path: string): boolean {
  const isShort = path.length <= lessonLimits.path;
  return isShort && path.split('/').every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part));
}

/** `mayFit`: with `*` it stands for several. */
export function readPath(fields: LessonFields, value: DocumentValue, name: string, mayFit = false): string | undefined {
  const path = textOf(value);
  if (path !== undefined && isLessonPath(mayFit ? path.replaceAll('*', 'x') : path)) return path;
  return fields.fault(value, 'invalid-value', `\`${name}\` is no path of a file`, PATH_ADVICE);
}

function readChange(fields: LessonFields, { key, keySpan, value }: MapEntry, mayRemove: boolean): LessonChange[] {
  if (!isLessonPath(key))
    fields.fault(keySpan, 'invalid-value', `\`${key.slice(0, 80)}\` is no path of a file`, PATH_ADVICE);
  if (value.kind === 'null' && mayRemove) return [{ path: key, text: null }];
  const text = textOf(value);
  if (text === undefined) {
    fields.fault(value.kind === 'null' ? keySpan : value, 'wrong-type', `\`${key}\` must hold a text`, TEXT_ADVICE);
    return [];
  }
  if (text.length <= lessonLimits.manifest) return [{ path: key, text }];
  const message = `\`${key}\` has ${text.length} characters; at most ${lessonLimits.manifest} are read`;
  fields.fault(keySpan, 'too-long', message, 'Take a smaller cluster: a lesson needs few objects.');
  return [];
}

/** Files that an answer writes or, with null, removes. */
export function readChanges(fields: LessonFields, map: MapValue, name: string, whose: string): readonly LessonChange[] {
  const entry = fields.required(map, name, whose, `Write \`${name}:\` with paths and texts below it.`);
  return entry ? changesOf(fields, entry, true) : [];
}

function changesOf(fields: LessonFields, entry: MapEntry, mayRemove: boolean): readonly LessonChange[] {
  const map = fields.map(entry.value, `\`${entry.key}\``, 'Write paths with texts below it.');
  if (!map) return [];
  const count = map.entries.length;
  const isRight = count > 0 && count <= lessonLimits.files;
  const message = `\`${entry.key}\` holds ${count} files; there must be 1 to ${lessonLimits.files}`;
  if (!isRight) fields.fault(entry.keySpan, 'wrong-count', message, 'Write a path with a text below it for each.');
  return map.entries.slice(0, lessonLimits.files).flatMap((one) => readChange(fields, one, mayRemove));
}

/** A whole set of files in path order; undefined where it is missing. */
export function readFileSet(fields: LessonFields, map: MapValue, name: string): readonly SourceFile[] | undefined {
  const entry = entryOf(map, name);
  if (!entry) return undefined;
  const files = changesOf(fields, entry, false).flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]));
  return files.sort((a, b) => compareText(a.path, b.path));
}
