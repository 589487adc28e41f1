// Reads maps of labels: string to string, with the syntax of keys and values.
import type { Field } from './field.ts';
import { rejectAt, rejectValue } from './field.ts';
import { readMap } from './map-fields.ts';
import { labelKeyErrors, labelValueErrors } from './name-syntax.ts';
import type { Labels } from './resource.ts';
import { cutText, quoteText, whatItIs } from './value-words.ts';

const NONE: Labels = new Map();

/** One label of a map, with its place. */
export interface LabelField {
  readonly field: Field;
  readonly key: string;
  readonly value: string;
}

/** The labels of a map, syntax checked. Null values are the empty string; those of another type are reported and left out. */
export function readLabelFields(field: Field | undefined): readonly LabelField[] {
  const found: LabelField[] = [];
  for (const entry of readMap(field, 'open')?.all() ?? []) {
    const key = String(entry.key);
    const value = readLabelValue(entry);
    if (value === undefined) continue;
    reportSyntax(entry, key, value);
    found.push({ field: entry, key, value });
  }
  return found;
}

export function readLabels(field: Field | undefined): Labels {
  const labels = readLabelFields(field);
  return labels.length === 0 ? NONE : new Map(labels.map(({ key, value }) => [key, value]));
}

/** A value of a string map: a label's, or with `what` an annotation's. */
export function readLabelValue(entry: Field, what = 'label'): string | undefined {
  const { value, parent } = entry;
  const key = String(entry.key);
  if (value.kind === 'string') return value.value;
  if (value.kind === 'null') return '';
  const text = 'text' in value ? value.text : undefined;
  const message = `${what} \`${cutText(key)}\` must be a string, but ${whatItIs(value)}`;
  const advice = text === undefined ? undefined : `Quote it: \`${cutText(key)}: ${quoteText(text)}\`.`;
  rejectAt(parent ?? entry, message, { code: 'wrong-type', span: value, advice });
  return undefined;
}

/** The API server names the map, not the key, in these messages; the range says which. */
function reportSyntax(entry: Field, key: string, value: string): void {
  const map = entry.parent ?? entry;
  for (const why of labelKeyErrors(key)) {
    const message = `Invalid value: ${quoteText(key)}: ${why}`;
    rejectAt(map, message, entry.keySpan ? { span: entry.keySpan } : {});
  }
  for (const why of labelValueErrors(value)) rejectValue({ ...entry, key: map.key, parent: map.parent }, value, why);
}
