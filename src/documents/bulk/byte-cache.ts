// Finds again what was made of the same bytes before, so that equal texts and values are one object in memory.

/** FNV-1a, 32 bits. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

const codes: number[] = [];

/** The bytes as text, one character each: for ASCII. A flat copy, which keeps nothing else alive. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  codes.length = 0;
  for (let at = start; at < end; at++) codes.push(bytes[at] ?? 0);
  return String.fromCharCode.apply(undefined, codes);
}

export function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = start, place = 0; at < end; at++, place++) if (text.charCodeAt(place) !== bytes[at]) return false;
  return true;
}

/**
 * A value for each span of bytes, of a fixed number of places: a later span takes the place of an earlier one. So it never grows,
 * and a value that is not found is only made again.
 */
export class ByteCache<T> {
  readonly #keys: string[];
  readonly #values: (T | undefined)[];
  readonly #mask: number;

  /** @param places a power of two */
  constructor(places: number) {
    this.#keys = new Array<string>(places).fill('');
    this.#values = new Array<T | undefined>(places).fill(undefined);
    this.#mask = places - 1;
  }

  find(bytes: Uint8Array, start: number, end: number): T | undefined {
    const place = hashBytes(bytes, start, end) & this.#mask;
    return isText(this.#keys[place] ?? '', bytes, start, end) ? this.#values[place] : undefined;
  }

  keep(bytes: Uint8Array, start: number, end: number, value: T): void {
    const place = hashBytes(bytes, start, end) & this.#mask;
    this.#keys[place] = asciiText(bytes, start, end);
    this.#values[place] = value;
  }
}

/** Texts by their bytes. */
export class TextCache {
  readonly #texts: string[];
  readonly #mask: number;

  /** @param places a power of two */
  constructor(places: number) {
    this.#texts = new Array<string>(places).fill('');
    this.#mask = places - 1;
  }

  /** The bytes, which must be ASCII, as text. */
  text(bytes: Uint8Array, start: number, end: number): string {
    const place = hashBytes(bytes, start, end) & this.#mask;
    const known = this.#texts[place] ?? '';
    if (isText(known, bytes, start, end)) return known;
    const text = asciiText(bytes, start, end);
    this.#texts[place] = text;
    return text;
  }
}
