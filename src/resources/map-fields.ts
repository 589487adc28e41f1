// Reads a map of an object by field name, and reports names the API does not have.
import { nearestName } from '../base/nearest-name.ts';
import type { QuickFix } from '../documents/diagnostic.ts';
import { entryOf, type MapEntry, type MapValue } from '../documents/document-value.ts';
import { type Field, pathOf, placeOf, rejectAt } from './field.ts';
import { renameField } from './quick-fixes.ts';
import { quoteText, strangeCharacters, whatItIs } from './value-words.ts';

/** Every field name of one API type, or `open` where only some fields are known and the rest is left alone. */
export type FieldNames = ReadonlySet<string> | 'open';

export class MapFields {
  /** The map itself. */
  readonly field: Field;
  readonly #map: MapValue | undefined;

  constructor(field: Field, map: MapValue | undefined) {
    this.field = field;
    this.#map = map;
  }

  /** The field called `name` (JSON names are case-sensitive); undefined where it is missing or null, which are the same. */
  get(name: string): Field | undefined {
    const entry = this.#map && entryOf(this.#map, name);
    return entry && entry.value.kind !== 'null' ? this.#fieldOf(entry) : undefined;
  }

  /** Every entry, those with a null value included. */
  all(): readonly Field[] {
    return this.#map ? this.#map.entries.map((entry) => this.#fieldOf(entry)) : [];
  }

  #fieldOf(entry: MapEntry): Field {
    const { key, keySpan, value } = entry;
    return { context: this.field.context, parent: this.field, key, value, keySpan };
  }
}

/** What to say about a name that the API does not have, but another API has or people expect. */
export interface FieldHint {
  readonly advice: string;
  readonly fixes?: readonly QuickFix[];
}

/** By name; the field is the one that does not exist. */
export type FieldHints = ReadonlyMap<string, (field: Field) => FieldHint>;

/** The fields of a map; of the empty map for null; undefined where absent or not a map (which is reported). */
export function readMap(field: Field | undefined, names: FieldNames, hints?: FieldHints): MapFields | undefined {
  if (!field) return undefined;
  const { value, context } = field;
  if (value.kind === 'null') return new MapFields(field, undefined);
  if (value.kind !== 'map') {
    rejectAt(field, `must be a map, but ${whatItIs(value)}`, { code: 'wrong-type' });
    return undefined;
  }
  if (names !== 'open') {
    for (const { key, keySpan, value: unknown } of value.entries) {
      if (!names.has(key)) reportUnknown({ context, parent: field, key, keySpan, value: unknown }, key, names, hints);
    }
  }
  return new MapFields(field, value);
}

/** `kubectl apply` validates fields strictly since 1.25; a raw client's unknown field is dropped with a warning. */
function reportUnknown(field: Field, name: string, names: ReadonlySet<string>, hints: FieldHints | undefined): void {
  const strange = strangeCharacters(name);
  const problem = {
    span: placeOf(field),
    code: 'unknown-field',
    message: `unknown field ${quoteText(pathOf(field))}${strange === '' ? '' : ` (${strange})`}`,
    ...(field.context.full ? {} : (hints?.get(name)?.(field) ?? hintFor(field, name, names))),
  };
  if (field.context.object.strict) field.context.reject(problem);
  else
    field.context.warn({
      ...problem,
      message: `${problem.message}, which kubectl refuses and a raw API request drops`,
    });
}

function hintFor(field: Field, name: string, names: ReadonlySet<string>): FieldHint {
  const nearest = nearestName(name, names);
  if (nearest !== undefined) return { advice: `Write \`${nearest}\`.`, fixes: renameField(field, nearest) };
  if (names.size > 8) return { advice: 'Remove it.' };
  return {
    advice: `Remove it, or use one of the fields here: ${[...names].map((known) => `\`${known}\``).join(', ')}.`,
  };
}
