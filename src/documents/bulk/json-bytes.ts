// Reads the wanted parts of JSON objects from bytes and checks the syntax of everything else, as Go's `encoding/json` has it.
import type { DocumentValue, MapEntry, MapValue } from '../document-value.ts';
import { asciiText, isText } from './byte-cache.ts';
import { afterNumber, afterPlainString, afterSpace, afterString, afterWord } from './json-syntax.ts';
import type { ObjectRoot } from './object-root.ts';
import { BadJson, NEED_MORE, NOT_PLAIN } from './read-signal.ts';
import { addEntry, NOTHING, type TakenValues } from './taken-values.ts';
import { SKIP, type WantedPart, WHOLE } from './wanted-part.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const CLOSE_MAP = 0x7d;

/** Go's own limit. */
const MAX_DEPTH = 10_000;
/** Deeper values are for the full reader, which has a limit of its own. */
const PLAIN_DEPTH = 40;
/** Longer numbers and texts are for the full reader too. */
const LONGEST_NUMBER = 30;
const LONGEST_TEXT = 256 * 1024;
/** Nine digits fit into an int32, whatever they are. */
const LONGEST_INT = 9;

export class JsonBytes {
  bytes: Uint8Array = new Uint8Array(1);
  /** The byte at `end` is 0. */
  end = 0;
  at = 0;
  /** Nothing comes after `end`. */
  final = false;
  /** The last key as bytes, without quotes. */
  keyStart = 0;
  keyEnd = 0;
  readonly #taken: TakenValues;
  readonly #isMap = new Uint8Array(MAX_DEPTH + 1);

  constructor(taken: TakenValues) {
    this.#taken = taken;
  }

  /** The byte after white space, which `at` then is the place of; 0 at the end. */
  peek(): number {
    this.at = afterSpace(this.bytes, this.at);
    return this.bytes[this.at] ?? 0;
  }

  /** Moves into the map at `at`, to its first value; false, and past the map, where it is empty. */
  enter(): boolean {
    this.at++;
    if (this.peek() === CLOSE_MAP) {
      this.at++;
      return false;
    }
    this.#key();
    return true;
  }

  /** After a value of a map: moves to the next value; false, and past the map, where there is none. */
  next(): boolean {
    const c = this.peek();
    if (c !== COMMA && c !== CLOSE_MAP) throw this.#wrong(this.at);
    this.at++;
    if (c === CLOSE_MAP) return false;
    this.peek();
    this.#key();
    return true;
  }

  /** Moves past a key and its colon to the value. */
  #key(): void {
    this.keyStart = this.at + 1;
    this.keyEnd = this.#plainString();
    if (this.peek() !== COLON) throw this.#wrong(this.at);
    this.at++;
    this.peek();
  }

  /** Whether the last key is this one. */
  isKey(key: string): boolean {
    return isText(key, this.bytes, this.keyStart, this.keyEnd);
  }

  /**
   * Moves past the value at `at`.
   * @param whatever only JSON matters; otherwise what the full reader should look at is refused
   * @throws NOT_PLAIN, NEED_MORE, BadJson
   */
  skip(whatever = false): void {
    const { bytes } = this;
    const isMap = this.#isMap;
    const deepest = whatever ? MAX_DEPTH : PLAIN_DEPTH;
    let depth = 0;
    let at = this.at;
    for (;;) {
      const c = bytes[at];
      if (c === QUOTE) at = this.#skipString(at, whatever);
      else if (c === OPEN_MAP || c === OPEN_LIST) {
        if (depth >= deepest) throw whatever ? new BadJson(at) : NOT_PLAIN;
        const map = c === OPEN_MAP;
        isMap[++depth] = map ? 1 : 0;
        at = afterSpace(bytes, at + 1);
        if (bytes[at] !== (map ? CLOSE_MAP : CLOSE_LIST)) {
          if (map) at = this.#skipKey(at, whatever);
          continue;
        }
        depth--;
        at++;
      } else at = this.#skipScalar(at, whatever);
      for (;;) {
        if (depth === 0) {
          this.at = at;
          return;
        }
        at = afterSpace(bytes, at);
        const map = isMap[depth] === 1;
        const next = bytes[at];
        if (next === COMMA) {
          at = afterSpace(bytes, at + 1);
          if (map) at = this.#skipKey(at, whatever);
          break;
        }
        if (next !== (map ? CLOSE_MAP : CLOSE_LIST)) throw this.#wrong(at);
        depth--;
        at++;
      }
    }
  }

  /** The text at `at`; '' where something else stands there, which is passed over. */
  text(): string {
    const { bytes, at } = this;
    const after = bytes[at] === QUOTE ? afterPlainString(bytes, at + 1) : -1;
    this.skip(true);
    return after < 0 ? '' : this.#taken.texts.text(bytes, at + 1, after - 1);
  }

  /** The value at `at`, in the way of `part`. Undefined where a `texts` part is in order. */
  value(part: WantedPart, depth = 0): DocumentValue | undefined {
    if (!part.shared) return this.#value(part, depth);
    const start = this.at;
    this.skip();
    const { bytes, at } = this;
    const known = this.#taken.findShared(bytes, start, at);
    if (known !== undefined) return known;
    this.at = start;
    const value = this.#value(part, depth);
    return value && this.#taken.share(bytes, start, at, value);
  }

  /** Takes the field whose value is at `at`, if it is wanted. */
  field(part: WantedPart, entries: MapEntry[], depth: number): void {
    const { bytes, keyStart, keyEnd } = this;
    if (part.take !== 'map') {
      this.#take(this.#taken.texts.text(bytes, keyStart, keyEnd), WHOLE, entries, depth);
      return;
    }
    const wanted = part.fields.find(bytes, keyStart, keyEnd);
    if (wanted === undefined) {
      const key = asciiText(bytes, keyStart, keyEnd);
      if (part.open) this.#taken.learnOpen(part, key);
      else entries.push(this.#taken.unexpected(part, key));
      this.skip();
    } else if (wanted.part === SKIP) this.skip();
    else this.#take(wanted.key, wanted.part, entries, depth);
  }

  #take(key: string, part: WantedPart, entries: MapEntry[], depth: number): void {
    const value = this.value(part, depth);
    if (value !== undefined) addEntry(entries, key, value);
  }

  #value(part: WantedPart, depth: number): DocumentValue | undefined {
    const c = this.bytes[this.at];
    if (c === OPEN_MAP) return part.take === 'texts' ? this.#checkTexts() : this.#map(part, depth);
    if (c === OPEN_LIST) return this.#list(part.take === 'list' ? (part.item ?? WHOLE) : WHOLE, depth);
    return this.#scalar();
  }

  #map(part: WantedPart, depth: number): MapValue {
    if (depth > PLAIN_DEPTH) throw NOT_PLAIN;
    const entries: MapEntry[] = [];
    for (let more = this.enter(); more; more = this.next()) this.field(part, entries, depth + 1);
    return { kind: 'map', entries, start: 0, end: 0 };
  }

  /** Reads the object at `at` into `root`. Fields whose part is not known yet are read when all have been seen. */
  object(root: ObjectRoot): void {
    if (this.bytes[this.at] !== OPEN_MAP) throw NOT_PLAIN;
    const later: { readonly start: number; readonly end: number; readonly at: number }[] = [];
    for (let more = this.enter(); more; more = this.next()) {
      const part = root.partFor(this.bytes, this.keyStart, this.keyEnd);
      if (part === undefined) {
        later.push({ start: this.keyStart, end: this.keyEnd, at: this.at });
        this.skip();
      } else {
        this.field(part, root.entries, 1);
        root.look();
      }
    }
    const end = this.at;
    for (const field of later) {
      this.keyStart = field.start;
      this.keyEnd = field.end;
      this.at = field.at;
      this.field(root.part, root.entries, 1);
    }
    this.at = end;
  }

  #list(item: WantedPart, depth: number): DocumentValue {
    if (depth > PLAIN_DEPTH) throw NOT_PLAIN;
    const items: DocumentValue[] = [];
    this.at++;
    if (this.peek() === CLOSE_LIST) this.at++;
    else {
      for (;;) {
        items.push(this.value(item, depth + 1) ?? NOTHING);
        const next = this.peek();
        if (next !== COMMA && next !== CLOSE_LIST) throw this.#wrong(this.at);
        this.at++;
        if (next === CLOSE_LIST) break;
        this.peek();
      }
    }
    return { kind: 'list', items, start: 0, end: 0 };
  }

  #checkTexts(): undefined {
    for (let more = this.enter(); more; more = this.next()) {
      this.#taken.checkKey(this.bytes, this.keyStart, this.keyEnd);
      if (this.bytes[this.at] !== QUOTE) throw NOT_PLAIN;
      this.at = this.#skipString(this.at, false);
    }
  }

  #scalar(): DocumentValue {
    const { bytes, at: start } = this;
    const c = bytes[start];
    if (c === QUOTE) {
      const end = this.#plainString();
      return { kind: 'string', value: this.#taken.texts.text(bytes, start + 1, end), start: 0, end: 0 };
    }
    this.at = this.#skipScalar(start, false);
    if (c === 0x6e) return NOTHING;
    const text = this.#taken.texts.text(bytes, start, this.at);
    if (c === 0x74 || c === 0x66) return { kind: 'bool', value: c === 0x74, text, start: 0, end: 0 };
    if (!/^-?\d+$/.test(text) || text.length > LONGEST_INT || text === '-0') throw NOT_PLAIN;
    return { kind: 'int', value: Number(text), text, start: 0, end: 0 };
  }

  /** Moves past the string at `at` and returns the place of its closing quote. */
  #plainString(): number {
    const { bytes, at } = this;
    if (bytes[at] !== QUOTE) throw this.#wrong(at);
    const after = afterPlainString(bytes, at + 1);
    if (after < 0) throw this.#needsMore(~after) ? NEED_MORE : NOT_PLAIN;
    this.at = after;
    return after - 1;
  }

  #skipKey(at: number, whatever: boolean): number {
    const { bytes } = this;
    if (bytes[at] !== QUOTE) throw this.#wrong(at);
    const colon = afterSpace(bytes, this.#skipString(at, whatever));
    if (bytes[colon] !== COLON) throw this.#wrong(colon);
    return afterSpace(bytes, colon + 1);
  }

  #skipString(at: number, whatever: boolean): number {
    const after = afterString(this.bytes, at + 1, whatever);
    if (after < 0) throw this.#wrong(~after);
    if (after - at > LONGEST_TEXT && !whatever) throw NOT_PLAIN;
    return after;
  }

  #skipScalar(at: number, whatever: boolean): number {
    const { bytes } = this;
    const c = bytes[at] ?? 0;
    const isNumber = c === 0x2d || (c >= 0x30 && c <= 0x39);
    const after = isNumber ? afterNumber(bytes, at) : afterWord(bytes, at);
    if (after < 0) throw this.#wrong(~after);
    if (isNumber && !whatever && !isPlainNumber(bytes, at, after)) throw NOT_PLAIN;
    return after;
  }

  #needsMore(at: number): boolean {
    return at >= this.end && !this.final;
  }

  #wrong(at: number): Error {
    return this.#needsMore(at) ? NEED_MORE : new BadJson(Math.min(at, this.end));
  }
}

/** Whether the number is surely within float64. */
function isPlainNumber(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === 0x65 || bytes[at] === 0x45) return false;
  return end - start <= LONGEST_NUMBER;
}
