// Lists and maps in brackets on one line of YAML, in their plainest form: `{app: web, tier: "front"}`, `[80, 443]`.
import type { DocumentValue, MapEntry } from '../document-value.ts';
import { isPlainString, resolveScalar } from '../resolve-scalar.ts';
import { asciiText } from './byte-cache.ts';
import { NOT_PLAIN } from './read-signal.ts';
import { addEntry, NOTHING, NOWHERE } from './taken-values.ts';
import { IN_FLOW_WORD, STARTS_FLOW_WORD } from './yaml-characters.ts';
import type { YamlLines } from './yaml-lines.ts';

const SPACE = 0x20;
const COMMA = 0x2c;
const COLON = 0x3a;
const MAX_DEPTH = 8;

/** Reads from the opening bracket on; afterwards `at` is the place after the closing one. */
export class YamlFlow {
  readonly #lines: YamlLines;
  at = 0;

  constructor(lines: YamlLines) {
    this.#lines = lines;
  }

  read(at: number, depth = 0): DocumentValue {
    this.at = at + 1;
    if (depth > MAX_DEPTH) throw NOT_PLAIN;
    return this.#lines.bytes[at] === 0x7b ? this.#map(depth) : this.#list(depth);
  }

  #map(depth: number): DocumentValue {
    const entries: MapEntry[] = [];
    if (this.#peek() !== 0x7d) {
      do {
        this.#peek();
        const key = this.#word();
        if (key.kind !== 'string' || key.value === '<<') throw NOT_PLAIN;
        this.#take(COLON);
        if (this.#lines.bytes[this.at] !== SPACE) throw this.#lines.stop(this.at);
        addEntry(entries, key.value, this.#value(depth));
      } while (this.#goesOn(0x7d));
    } else this.at++;
    return { kind: 'map', entries, ...NOWHERE };
  }

  #list(depth: number): DocumentValue {
    const items: DocumentValue[] = [];
    if (this.#peek() !== 0x5d) {
      do items.push(this.#value(depth));
      while (this.#goesOn(0x5d));
    } else this.at++;
    return { kind: 'list', items, ...NOWHERE };
  }

  #value(depth: number): DocumentValue {
    const c = this.#peek();
    return c === 0x7b || c === 0x5b ? this.read(this.at, depth + 1) : this.#word();
  }

  /** Past a comma (then true) or the closing bracket. */
  #goesOn(closing: number): boolean {
    const c = this.#peek();
    if (c !== COMMA) this.#take(closing);
    else this.at++;
    return c === COMMA;
  }

  #peek(): number {
    const { bytes } = this.#lines;
    while (bytes[this.at] === SPACE) this.at++;
    return bytes[this.at] ?? 0;
  }

  #take(c: number): void {
    if (this.#lines.bytes[this.at] !== c) throw this.#lines.stop(this.at);
    this.at++;
  }

  /** A scalar: a word without blanks, or a text in quotes without escapes. */
  #word(): DocumentValue {
    const { bytes } = this.#lines;
    const start = this.at;
    const quote = bytes[start];
    let place = start;
    if (quote === 0x22 || quote === 0x27) {
      do place++;
      while (bytes[place] !== quote && isPlainByte(bytes[place] ?? 0));
      if (bytes[place] !== quote || place + 1 >= this.#lines.end) throw this.#lines.stop(Math.max(place, start + 1));
      if (bytes[place + 1] === quote) throw NOT_PLAIN;
      this.at = place + 1;
      return { kind: 'string', value: asciiText(bytes, start + 1, place), ...NOWHERE };
    }
    if (STARTS_FLOW_WORD[bytes[place] ?? 0] !== 1) throw this.#lines.stop(place);
    while (IN_FLOW_WORD[bytes[place] ?? 0] === 1) place++;
    if (place >= this.#lines.end) throw this.#lines.stop(place);
    this.at = place;
    return plainScalar(asciiText(bytes, start, place));
  }
}

/** Printable ASCII but backslashes and braces. */
function isPlainByte(c: number): boolean {
  return c >= SPACE && c < 0x7f && c !== 0x5c && c !== 0x7b;
}

/** What a plain scalar is. @throws NOT_PLAIN at numbers that read differently than they look, and at floats. */
export function plainScalar(text: string): DocumentValue {
  if (isPlainString(text)) return { kind: 'string', value: text, ...NOWHERE };
  const resolved = resolveScalar(text, '');
  switch (resolved?.type) {
    case 'string':
      return { kind: 'string', value: resolved.value, ...NOWHERE };
    case 'bool':
      return { kind: 'bool', value: resolved.value, text, ...NOWHERE };
    case 'null':
      return NOTHING;
    case 'int':
      if (String(resolved.value) !== text) throw NOT_PLAIN;
      return { kind: 'int', value: resolved.value, text, ...NOWHERE };
    default:
      throw NOT_PLAIN;
  }
}
