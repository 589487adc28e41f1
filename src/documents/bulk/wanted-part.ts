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
  readonly fields: KeyTable<WantedPart>;
  readonly item: WantedPart | undefined;
}

/** Values by key, found without making a string of the key. */
export class KeyTable<T> {
  #keys: (string | undefined)[] = new Array(16).fill(undefined);
  #values: (T | undefined)[] = new Array(16).fill(undefined);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  find(bytes: Uint8Array, start: number, end: number): T | undefined {
    const mask = this.#keys.length - 1;
    for (let place = hashBytes(bytes, start, end) & mask; ; place = (place + 1) & mask) {
      const key = this.#keys[place];
      if (key === undefined) return undefined;
      if (isText(key, bytes, start, end)) return this.#values[place];
    }
  }

  /** `key` is ASCII and not in the table. */
  add(key: string, value: T): void {
    if (this.#size * 2 >= this.#keys.length) this.#grow();
    this.#size++;
    const bytes = Uint8Array.from(key, (character) => character.charCodeAt(0));
    const mask = this.#keys.length - 1;
    let place = hashBytes(bytes, 0, bytes.length) & mask;
    while (this.#keys[place] !== undefined) place = (place + 1) & mask;
    this.#keys[place] = key;
    this.#values[place] = value;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Array(keys.length * 2).fill(undefined);
    this.#values = new Array(keys.length * 2).fill(undefined);
    this.#size = 0;
    keys.forEach((key, place) => {
      const value = values[place];
      if (key !== undefined && value !== undefined) this.add(key, value);
    });
  }
}

const noFields = new KeyTable<WantedPart>();

export const SKIP: WantedPart = { take: 'skip', shared: false, open: true, fields: noFields, item: undefined };
export const WHOLE: WantedPart = { take: 'whole', shared: false, open: true, fields: noFields, item: undefined };
export const SHARED: WantedPart = { ...WHOLE, shared: true };
export const TEXTS: WantedPart = { ...WHOLE, take: 'texts' };

export function listOf(item: WantedPart): WantedPart {
  return { take: 'list', shared: false, open: true, fields: noFields, item };
}

/** A map of which some fields are wanted. */
export function mapOf(fields: Readonly<Record<string, WantedPart>>, open = false): WantedPart {
  const table = new KeyTable<WantedPart>();
  for (const [key, part] of Object.entries(fields)) table.add(key, part);
  return { take: 'map', shared: false, open, fields: table, item: undefined };
}
