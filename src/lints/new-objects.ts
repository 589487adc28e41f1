// Objects that a fix writes behind the others of a file.
import { plainValue } from '../documents/plain-value.ts';
import type { SourceRange } from '../documents/source-file.ts';
import type { TextEdit } from '../documents/text-edit.ts';
import { blockText } from '../documents/write-block.ts';
import { editAt, isJson, lineBreakOf, type NewValue } from '../documents/write-edits.ts';
import type { Resource } from '../resources/resource.ts';
import type { LintContext } from './lint-context.ts';

/** Writes objects at the end of the file that holds the one at `range`; undefined where that is JSON or a list of objects. */
export function appendObjects(
  range: SourceRange,
  objects: readonly NewValue[],
  { manifests }: LintContext,
): TextEdit | undefined {
  const place = manifests.find(range, []);
  if (!place || place.parent || isJson(place) || objects.length === 0) return undefined;
  const { text } = place.file;
  const end = text.length;
  const first = /(^|\n)$/.test(text) ? '' : '\n';
  const written = first + objects.map((object) => `---\n${blockText(object)}`).join('');
  return editAt(place, { start: end, end }, written.replaceAll('\n', lineBreakOf(place)));
}

/** A value of plain data that holds no null, as a fix may write it; undefined for any other. */
export function writable(value: unknown): NewValue | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => writable(item) ?? []);
    return items.length === value.length ? items : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).map(([key, item]) => [key, writable(item)] as const);
  const known = entries.flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const]));
  return known.length === entries.length ? Object.fromEntries(known) : undefined;
}

export type NewMap = Readonly<Record<string, NewValue>>;

export const isMap = (value: NewValue | undefined): value is NewMap =>
  typeof value === 'object' && !Array.isArray(value);

/** What stands at `path` of an object, as a fix may write it again; undefined where it is no map. */
export function mapAt(
  { range }: Pick<Resource, 'range'>,
  path: Parameters<LintContext['manifests']['find']>[1],
  { manifests }: LintContext,
): NewMap | undefined {
  const place = manifests.find(range, path);
  const value = place && writable(plainValue(place.value));
  return isMap(value) ? value : undefined;
}

/** `stem`, or the first of `stem-2`, `stem-3` … that no policy of the namespace has. */
export function freeName(stem: string, namespace: string, { resources }: LintContext): string {
  const taken = new Set(resources.flatMap(({ meta }) => (meta.namespace === namespace ? [meta.name] : [])));
  const short = stem.slice(0, 60).replace(/[^a-z0-9]+$/, '');
  for (let number = 1; ; number++) {
    const name = number === 1 ? short : `${short}-${number}`;
    if (!taken.has(name)) return name;
  }
}
