// Says which parts of an object are wanted, field by field, so that all others are checked and passed over.
import { hashBytes, isText } from './byte-cache.ts';

/**
 * How to take a value:
 * - `skip`: only its syntax is checked,
 * - `whole`: everything in it,
 * - `map`: the fields named, each in its way; a value that is no map is taken whole,
 * - `list`: each item in the way of `item`; a value that is no list is taken whole,
 * - `texts`: a map of which only the keys and the type of the values are checked (annotations).
 */
export interface WantedPart {
  readonly take: 'skip' | 'whole' | 'map' | 'list' | 'texts';
  /** Equal bytes yield the same value. */
  readonly shared: boolean;
  /** Fields not named are skipped whatever they are called. Otherwise they are taken as null, which shows their names. */
  readonly open: boolean;
  readonly fields: FieldTable;
  readonly item: WantedPart | undefined;
}

/** One field of a map. */
export interface WantedField {
  readonly key: string;
  readonly part: WantedPart;
}

/** Fields by key, found without making a string of the key. */
export class FieldTable {
  /** Open addressing; the length is a power of two. */
  #fields: (WantedField | undefined)[] = new Array(16).fill(undefined);
  /** Where the field stands that was found after the one at this place: objects have their fields in the same order. */
  #after = new Int32Array(16);
  #last = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  find(bytes: Uint8Array, start: number, end: number): WantedField | undefined {
    const guess = this.#after[this.#last] ?? 0;
    const expected = this.#fields[guess];
    if (expected !== undefined && isText(expected.key, bytes, start, end)) {
      this.#last = guess;
      return expected;
    }
    const mask = this.#fields.length - 1;
    for (let place = hashBytes(bytes, start, end) & mask; ; place = (place + 1) & mask) {
      const field = this.#fields[place];
      if (field === undefined) return undefined;
      if (!isText(field.key, bytes, start, end)) continue;
      this.#after[this.#last] = place;
      this.#last = place;
      return field;
    }
  }

  /** The key is ASCII and not in the table. */
  add(field: WantedField): void {
    if (this.#size * 2 >= this.#fields.length) this.#grow();
    this.#size++;
    const bytes = Uint8Array.from(field.key, (character) => character.charCodeAt(0));
    const mask = this.#fields.length - 1;
    let place = hashBytes(bytes, 0, bytes.length) & mask;
    while (this.#fields[place] !== undefined) place = (place + 1) & mask;
    this.#fields[place] = field;
  }

  #grow(): void {
    const fields = this.#fields;
    this.#fields = new Array(fields.length * 2).fill(undefined);
    this.#after = new Int32Array(fields.length * 2);
    this.#last = 0;
    this.#size = 0;
    for (const field of fields) if (field !== undefined) this.add(field);
  }
}

const noFields = new FieldTable();

export const SKIP: WantedPart = { take: 'skip', shared: false, open: true, fields: noFields, item: undefined };
export const WHOLE: WantedPart = { take: 'whole', shared: false, open: true, fields: noFields, item: undefined };
export const SHARED: WantedPart = { ...WHOLE, shared: true };
export const TEXTS: WantedPart = { ...WHOLE, take: 'texts' };

export function listOf(item: WantedPart): WantedPart {
  return { take: 'list', shared: false, open: true, fields: noFields, item };
}

/** A map of which some fields are wanted. */
export function mapOf(fields: Readonly<Record<string, WantedPart>>, open = false): WantedPart {
  const table = new FieldTable();
  for (const [key, part] of Object.entries(fields)) table.add({ key, part });
  return { take: 'map', shared: false, open, fields: table, item: undefined };
}
