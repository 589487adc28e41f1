// Reads a map of an object by field name, and reports names the API does not have.
import { nearestName } from '../base/nearest-name.ts';
import { entryOf, type MapEntry, type MapValue } from '../documents/document-value.ts';
import { type Field, pathUnder, rejectAt } from './field.ts';
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

/** The fields of a map; of the empty map for null; undefined where absent or not a map (which is reported). */
export function readMap(field: Field | undefined, names: FieldNames): MapFields | undefined {
  if (!field) return undefined;
  const { value } = field;
  if (value.kind === 'null') return new MapFields(field, undefined);
  if (value.kind !== 'map') {
    rejectAt(field, `must be a map, but ${whatItIs(value)}`, { code: 'wrong-type' });
    return undefined;
  }
  if (names !== 'open') {
    for (const entry of value.entries) if (!names.has(entry.key)) reportUnknown(field, entry, names);
  }
  return new MapFields(field, value);
}

/** `kubectl apply` validates fields strictly since 1.25; a raw client's unknown field is dropped with a warning. */
function reportUnknown(field: Field, entry: MapEntry, names: ReadonlySet<string>): void {
  const strange = strangeCharacters(entry.key);
  const problem = {
    span: entry.keySpan,
    code: 'unknown-field',
    message: `unknown field ${quoteText(pathUnder(field, entry.key))}${strange === '' ? '' : ` (${strange})`}`,
    advice: adviceFor(entry.key, names),
  };
  if (field.context.object.strict) field.context.reject(problem);
  else
    field.context.warn({
      ...problem,
      message: `${problem.message}, which kubectl refuses and a raw API request drops`,
    });
}

function adviceFor(name: string, names: ReadonlySet<string>): string {
  const nearest = nearestName(name, names);
  if (nearest !== undefined) return `Write \`${nearest}\`.`;
  if (names.size > 8) return 'Remove it.';
  return `Remove it, or use one of the fields here: ${[...names].map((known) => `\`${known}\``).join(', ')}.`;
}
