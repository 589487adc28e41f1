// Lists and maps in brackets on one line of YAML, in their plainest form: `{app: web, tier: "front"}`, `[80, 443]`.
import type { DocumentValue, MapEntry } from '../document-value.ts';
import { isPlainString, resolveScalar } from '../resolve-scalar.ts';
import { NOT_PLAIN } from './read-signal.ts';
import { addEntry, NOTHING, NOWHERE, type TakenValues } from './taken-values.ts';
import { SKIP, type WantedPart, WHOLE } from './wanted-part.ts';
import { IN_FLOW_WORD, STARTS_FLOW_WORD } from './yaml-characters.ts';
import type { YamlLines } from './yaml-lines.ts';

const SPACE = 0x20;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const OPEN_MAP = 0x7b;
const MAX_DEPTH = 8;
/** A word that is no string has at most so many letters (`false`), or begins with something else than one. */
const LONGEST_WORD = 5;

/** Reads from the opening bracket on; afterwards `at` is the place after the closing one. */
export class YamlFlow {
  readonly #lines: YamlLines;
  readonly #taken: TakenValues;
  at = 0;
  /** The last word, without its quotes: `[from, to)`. */
  #from = 0;
  #to = 0;
  #quoted = false;

  constructor(lines: YamlLines, taken: TakenValues) {
    this.#lines = lines;
    this.#taken = taken;
  }

  /** Undefined where a `texts` part is in order. */
  read(part: WantedPart, at: number, depth = 0): DocumentValue | undefined {
    if (!part.shared) return this.#read(part, at, depth);
    const { bytes } = this.#lines;
    this.skip(at, depth);
    const after = this.at;
    const known = this.#taken.findShared(bytes, at, after);
    if (known !== undefined) return known;
    const value = this.#read(part, at, depth);
    return value && this.#taken.share(bytes, at, after, value);
  }

  #read(part: WantedPart, at: number, depth: number): DocumentValue | undefined {
    this.at = at + 1;
    if (depth > MAX_DEPTH) throw NOT_PLAIN;
    if (this.#lines.bytes[at] !== OPEN_MAP)
      return this.#list(part.take === 'list' ? (part.item ?? WHOLE) : WHOLE, depth);
    return part.take === 'texts' ? this.#checkTexts() : this.#map(part.take === 'map' ? part : WHOLE, depth);
  }

  #map(part: WantedPart, depth: number): DocumentValue {
    const entries: MapEntry[] = [];
    if (this.#peek() === 0x7d) this.at++;
    else {
      do {
        this.#key();
        if (part === WHOLE || part.take !== 'map') this.#take(this.#keyText(), WHOLE, depth, entries);
        else this.#field(part, depth, entries);
      } while (this.#goesOn(0x7d));
    }
    return { kind: 'map', entries, ...NOWHERE };
  }

  /** Takes the field whose key was read last, if it is wanted. */
  #field(part: WantedPart, depth: number, entries: MapEntry[]): void {
    const wanted = part.fields.find(this.#lines.bytes, this.#from, this.#to);
    if (wanted === undefined) {
      const key = this.#keyText();
      if (part.open) this.#taken.learnOpen(part, key);
      else entries.push(this.#taken.unexpected(part, key));
      this.#skipValue(depth);
    } else if (wanted.part === SKIP) this.#skipValue(depth);
    else this.#take(wanted.key, wanted.part, depth, entries);
  }

  #take(key: string, part: WantedPart, depth: number, entries: MapEntry[]): void {
    const value = this.#value(part, depth);
    if (value !== undefined) addEntry(entries, key, value);
  }

  #list(item: WantedPart, depth: number): DocumentValue {
    const items: DocumentValue[] = [];
    if (this.#peek() === 0x5d) this.at++;
    else {
      do items.push(this.#value(item, depth) ?? NOTHING);
      while (this.#goesOn(0x5d));
    }
    return { kind: 'list', items, ...NOWHERE };
  }

  #value(part: WantedPart, depth: number): DocumentValue | undefined {
    const c = this.#peek();
    if (c === OPEN_MAP || c === OPEN_LIST) return this.read(part, this.at, depth + 1);
    this.#word();
    const text = this.#taken.texts.text(this.#lines.bytes, this.#from, this.#to);
    return this.#quoted ? { kind: 'string', value: text, ...NOWHERE } : plainScalar(text);
  }

  #checkTexts(): undefined {
    if (this.#peek() === 0x7d) {
      this.at++;
      return;
    }
    do {
      this.#key();
      this.#keyText();
      this.#taken.checkKey(this.#lines.bytes, this.#from, this.#to);
      this.#peek();
      this.#word();
      if (!this.#isString()) throw NOT_PLAIN;
    } while (this.#goesOn(0x7d));
  }

  /** Past the list or map that begins at `start`, whose syntax alone is checked. */
  skip(start: number, depth = 0): void {
    if (depth > MAX_DEPTH) throw NOT_PLAIN;
    const isMap = this.#lines.bytes[start] === OPEN_MAP;
    const closing = isMap ? 0x7d : 0x5d;
    this.at = start + 1;
    if (this.#peek() === closing) this.at++;
    else {
      do {
        if (isMap) {
          this.#key();
          if (!this.#isString()) throw NOT_PLAIN;
        }
        this.#skipValue(depth);
      } while (this.#goesOn(closing));
    }
  }

  #skipValue(depth: number): void {
    const c = this.#peek();
    if (c === OPEN_MAP || c === OPEN_LIST) this.skip(this.at, depth + 1);
    else this.#word();
  }

  /** Past a comma (then true) or the closing bracket. */
  #goesOn(closing: number): boolean {
    const c = this.#peek();
    if (c !== COMMA) this.#pass(closing);
    else this.at++;
    return c === COMMA;
  }

  #peek(): number {
    const { bytes } = this.#lines;
    while (bytes[this.at] === SPACE) this.at++;
    return bytes[this.at] ?? 0;
  }

  #pass(c: number): void {
    if (this.#lines.bytes[this.at] !== c) throw this.#lines.stop(this.at);
    this.at++;
  }

  /** Past a key and its colon. */
  #key(): void {
    this.#peek();
    this.#word();
    this.#pass(COLON);
    if (this.#lines.bytes[this.at] !== SPACE) throw this.#lines.stop(this.at);
  }

  /** The key that was read last. @throws NOT_PLAIN where it would be a number or the like. */
  #keyText(): string {
    if (!this.#isString()) throw NOT_PLAIN;
    return this.#taken.texts.text(this.#lines.bytes, this.#from, this.#to);
  }

  /** Whether the last word is a text, and no merge key. */
  #isString(): boolean {
    const { bytes } = this.#lines;
    if (this.#quoted) return this.#to - this.#from !== 2 || bytes[this.#from] !== 0x3c;
    if (this.#to - this.#from > LONGEST_WORD && (bytes[this.#from] ?? 0) > 0x40) return true;
    return plainScalar(this.#taken.texts.text(bytes, this.#from, this.#to)).kind === 'string';
  }

  /** A scalar: a word without blanks, or a text in quotes without escapes. */
  #word(): void {
    const { bytes, end } = this.#lines;
    const start = this.at;
    const quote = bytes[start];
    let place = start;
    this.#quoted = quote === 0x22 || quote === 0x27;
    if (this.#quoted) {
      do place++;
      while (bytes[place] !== quote && isPlainByte(bytes[place] ?? 0));
      if (bytes[place] !== quote || place + 1 >= end) throw this.#lines.stop(Math.max(place, start + 1));
      if (bytes[place + 1] === quote) throw NOT_PLAIN;
      this.#from = start + 1;
      this.#to = place;
      this.at = place + 1;
      return;
    }
    if (STARTS_FLOW_WORD[bytes[place] ?? 0] !== 1) throw this.#lines.stop(place);
    for (;;) {
      while (IN_FLOW_WORD[bytes[place] ?? 0] === 1) place++;
      // A colon ends a key only before a blank: `image: shop/web:1.27`.
      if (bytes[place] !== COLON || IN_FLOW_WORD[bytes[place + 1] ?? 0] !== 1) break;
      place++;
    }
    if (place + 1 >= end) throw this.#lines.stop(place + 1);
    this.#from = start;
    this.#to = place;
    this.at = place;
  }
}

/** Printable ASCII but backslashes and braces. */
function isPlainByte(c: number): boolean {
  return c >= SPACE && c < 0x7f && c !== 0x5c && c !== 0x7b;
}

/** What a plain scalar is. @throws NOT_PLAIN at numbers that read differently than they look, and at floats. */
export function plainScalar(text: string): DocumentValue {
  // An address, or a version: a number has one dot at most.
  const isDotted = text.indexOf('.') !== text.lastIndexOf('.');
  if (isDotted || isPlainString(text)) return { kind: 'string', value: text, ...NOWHERE };
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
