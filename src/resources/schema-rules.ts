// What the schemas of custom resources ask of values (OpenAPI v3 and CEL), in the API server's words.
import {
  type Details,
  type Field,
  pathOf,
  placeOf,
  readInt32,
  readList,
  readString,
  rejectAt,
  rejectMissing,
} from './field.ts';
import { type MapFields, readMap } from './map-fields.ts';
import { quoteText } from './value-words.ts';

/** The one field out of `names` that is given; undefined where none or several are, which is reported. */
export function readOnlyField(fields: MapFields, names: readonly string[]): Field | undefined {
  const given = names.flatMap((name) => fields.get(name) ?? []);
  const [first, second] = given;
  if (first && !second) return first;
  const { field } = fields;
  const choice = names.map((name) => `\`${name}\``).join(', ');
  if (second) {
    const advice = `Keep one of them: ${given.map((one) => `\`${one.key}\``).join(', ')}.`;
    rejectAt(field, `Too many: ${given.length}: must have at most 1 items`, { span: placeOf(second), advice });
  } else if (!fields.all().some((entry) => !names.includes(String(entry.key)))) {
    // A name that does not exist has been reported already, and says more.
    const message = `Invalid value: 0: ${pathOf(field)} in body should have at least 1 properties`;
    rejectAt(field, message, { advice: `Give one of ${choice}.` });
  }
  return undefined;
}

/** The elements of a list of `min` to `max`; none where the field is absent. */
export function readCountedList(field: Field | undefined, min: number, max: number): readonly Field[] {
  const items = readList(field);
  if (field?.value.kind !== 'list') return items;
  if (items.length < min) {
    const message = `Invalid value: ${items.length}: ${pathOf(field)} in body should have at least ${min} items`;
    rejectAt(field, message);
  } else if (items.length > max) {
    rejectAt(field, `Too many: ${items.length}: must have at most ${max} items`, { span: placeOf(field) });
  }
  return items;
}

/** The texts of a list of `min` to `max` without duplicates (`x-kubernetes-list-type: set`). */
export function readTextSet(
  field: Field,
  min: number,
  max: number,
): readonly { readonly item: Field; readonly text: string }[] {
  const seen = new Set<string>();
  return readCountedList(field, min, max).flatMap((item) => {
    const text = readString(item);
    if (text === undefined) return [];
    if (seen.has(text)) rejectAt(item, `Duplicate value: ${quoteText(text)}`, { advice: 'Remove it.' });
    seen.add(text);
    return { item, text };
  });
}

/** The object's `spec`, which must be there. */
export function readSpec(root: MapFields, names: ReadonlySet<string>): MapFields | undefined {
  const field = root.get('spec');
  if (!field) {
    const span = root.get('kind')?.value ?? root.field.value;
    root.field.context.reject({ span, code: 'required-field', message: 'spec: Required value' });
  }
  return readMap(field, names);
}

/** Rejects the object for its `spec` as a whole, which need not be there. */
export function rejectSpec(root: MapFields, why: string, details: Details = {}): void {
  const { field } = root;
  const spec = root.get('spec');
  if (spec) rejectAt(spec, why, { span: placeOf(spec), ...details });
  else
    rejectAt({ ...field, parent: field, key: 'spec' }, why, {
      span: root.get('kind')?.value ?? field.value,
      ...details,
    });
}

/** A whole number from `min` to `max` that must be there. */
export function readRequiredNumber(fields: MapFields, name: string, min: number, max: number): number | undefined {
  const field = fields.get(name);
  if (!field) {
    rejectMissing(fields.field, name, '', `Write a number from ${min} to ${max}.`);
    return undefined;
  }
  const value = readInt32(field);
  if (value === undefined || (value >= min && value <= max)) return value;
  const bound = value < min ? `greater than or equal to ${min}` : `less than or equal to ${max}`;
  rejectAt(field, `Invalid value: ${value}: ${pathOf(field)} in body should be ${bound}`);
  return undefined;
}

/** A text of up to `max` characters; undefined where absent. */
export function readShortText(field: Field | undefined, max: number): string | undefined {
  const text = readString(field);
  if (field && text !== undefined && [...text].length > max) {
    rejectAt(field, `Too long: may not be more than ${max} bytes`);
  }
  return text;
}
