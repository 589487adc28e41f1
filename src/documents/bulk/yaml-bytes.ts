// Reads the wanted parts of objects in plain block YAML from bytes, and checks that everything else is plain as well.
import type { DocumentValue, MapEntry, MapValue } from '../document-value.ts';
import { isPlainString, resolveScalar } from '../resolve-scalar.ts';
import { asciiText, ByteCache } from './byte-cache.ts';
import type { ObjectRoot } from './object-root.ts';
import { NOT_PLAIN } from './read-signal.ts';
import { addEntry, NOTHING, type TakenValues } from './taken-values.ts';
import { SKIP, type WantedPart, WHOLE } from './wanted-part.ts';
import { plainScalar, YamlFlow } from './yaml-flow.ts';
import { YamlLines } from './yaml-lines.ts';

const OPEN_LIST = 0x5b;
const OPEN_MAP = 0x7b;
/** Deeper values are for the full reader. */
const PLAIN_DEPTH = 40;
/** A word that is no string has at most so many letters (`false`). */
const LONGEST_WORD = 5;

export class YamlBytes extends YamlLines {
  readonly #taken: TakenValues;
  readonly #flow: YamlFlow;
  readonly #columns = new Int32Array(PLAIN_DEPTH + 2);
  readonly #isList = new Uint8Array(PLAIN_DEPTH + 2);
  /** Keys that might be something else than texts, and are not. */
  readonly #textKeys = new ByteCache<true>(1 << 10);

  constructor(taken: TakenValues) {
    super();
    this.#taken = taken;
    this.#flow = new YamlFlow(this, taken);
  }

  /** Moves to the value of the key at `at`: its key is then `[from, to)`, and the result the place after its colon. */
  enter(at: number): number {
    const value = this.key(at);
    if (value < 0) throw NOT_PLAIN;
    return value;
  }

  /** After a value of a map in `column`: the place after the next key's colon, as `enter`; -1 where the map ends. */
  next(column: number): number {
    if (this.column < column) return -1;
    if (this.column > column || this.isItem(this.at + column)) throw NOT_PLAIN;
    return this.enter(this.at + column);
  }

  /**
   * Reads the object whose first key is at `at`, in column `column`, into `root`. Fields whose part is not known yet are read when
   * all have been seen.
   */
  object(at: number, column: number, root: ObjectRoot): void {
    const later: { readonly start: number; readonly end: number; readonly value: number }[] = [];
    for (let value = this.enter(at); value >= 0; value = this.next(column)) {
      const { from: start, to: end } = this;
      const part = root.partFor(this.bytes, start, end);
      if (part === undefined) {
        later.push({ start, end, value });
        this.skip(value, column);
      } else {
        this.field(part, start, end, value, column, root.entries);
        root.look();
      }
    }
    const { at: after, column: next } = this;
    for (const { start, end, value } of later) this.field(root.part, start, end, value, column, root.entries);
    this.at = after;
    this.column = next;
  }

  /** Takes the field whose value begins at `value`, if it is wanted. `column` is that of the key. */
  field(part: WantedPart, start: number, end: number, value: number, column: number, entries: MapEntry[]): void {
    const { bytes } = this;
    if (part.take !== 'map') {
      this.#take(this.#keyText(start, end), WHOLE, value, column, entries);
      return;
    }
    const wanted = part.fields.find(bytes, start, end);
    if (wanted === undefined) {
      const key = this.#keyText(start, end);
      if (part.open) this.#taken.learnOpen(part, key);
      else entries.push(this.#taken.unexpected(part, key));
      this.skip(value, column);
    } else if (wanted.part === SKIP) this.skip(value, column);
    else this.#take(wanted.key, wanted.part, value, column, entries);
  }

  #take(key: string, part: WantedPart, at: number, column: number, entries: MapEntry[]): void {
    const value = this.value(part, at, column);
    if (value !== undefined) addEntry(entries, key, value);
  }

  /** The text that is the value of a key in `column`; '' where the value is another. */
  text(at: number, column: number): string {
    const value = this.#value(WHOLE, at, column);
    return value?.kind === 'string' ? value.value : '';
  }

  /** Moves to the first item of a block list that is the value of a key in `column`; false where it is another value. */
  toList(at: number, column: number): boolean {
    if (this.toInline(at) >= 0) return false;
    this.toContent();
    return this.column >= column && this.isItem(this.at + this.column);
  }

  /** The value whose key, in column `column`, ends before `at`. Undefined where a `texts` part is in order. */
  value(part: WantedPart, at: number, column: number): DocumentValue | undefined {
    if (!part.shared) return this.#value(part, at, column);
    this.skip(at, column);
    const { bytes, at: after, column: next } = this;
    const known = this.#taken.findShared(bytes, at, after);
    if (known !== undefined) return known;
    const value = this.#value(part, at, column);
    if (this.at !== after || this.column !== next) throw NOT_PLAIN;
    return value && this.#taken.share(bytes, at, after, value);
  }

  #value(part: WantedPart, at: number, column: number): DocumentValue | undefined {
    const place = this.toInline(at);
    if (place >= 0) return this.#inline(part, place, column);
    this.toContent();
    const { column: next } = this;
    const below = this.at + next;
    if (next >= column && this.isItem(below)) {
      return this.#list(part.take === 'list' ? (part.item ?? WHOLE) : WHOLE, next);
    }
    if (next <= column) return NOTHING;
    return part.take === 'texts' ? this.#checkTexts(below, next) : this.#map(part, below, next);
  }

  #map(part: WantedPart, at: number, column: number): MapValue {
    if (column > PLAIN_DEPTH) throw NOT_PLAIN;
    const entries: MapEntry[] = [];
    for (let value = this.enter(at); value >= 0; value = this.next(column)) {
      this.field(part, this.from, this.to, value, column, entries);
    }
    return { kind: 'map', entries, start: 0, end: 0 };
  }

  #list(item: WantedPart, column: number): DocumentValue {
    if (column > PLAIN_DEPTH) throw NOT_PLAIN;
    const items: DocumentValue[] = [];
    do {
      items.push(this.#item(item, this.at + column + 1, column) ?? NOTHING);
      if (this.column > column) throw NOT_PLAIN;
    } while (this.column === column && this.isItem(this.at + column));
    return { kind: 'list', items, start: 0, end: 0 };
  }

  /** The item of a list in `column` whose dash is before `at`. */
  #item(part: WantedPart, at: number, column: number): DocumentValue | undefined {
    const line = this.at;
    const place = this.toInline(at);
    if (place < 0) {
      this.toContent();
      // What stands below a lone dash is seldom written.
      if (this.column > column) throw NOT_PLAIN;
      return NOTHING;
    }
    if (this.isItem(place)) throw NOT_PLAIN;
    return this.key(place) < 0 ? this.#inline(part, place, column) : this.#map(part, place, place - line);
  }

  /** A value on the line of its key or dash. What is shared has been looked for already. */
  #inline(part: WantedPart, at: number, column: number): DocumentValue | undefined {
    const c = this.bytes[at];
    if (c === OPEN_MAP || c === OPEN_LIST) {
      const value = this.#flow.read(part.shared ? WHOLE : part, at);
      this.at = this.afterInline(this.#flow.at);
      this.toContent();
      return value;
    }
    this.scalar(at, column);
    const { from, to, bytes } = this;
    if (!this.literal) throw NOT_PLAIN;
    this.toContent();
    for (let place = from; place < to; place++) if ((bytes[place] ?? 0) >= 0x80) throw NOT_PLAIN;
    const text = this.#taken.texts.text(bytes, from, to);
    return from > at ? { kind: 'string', value: text, start: 0, end: 0 } : plainScalar(text);
  }

  #checkTexts(at: number, column: number): undefined {
    for (let value = this.enter(at); value >= 0; value = this.next(column)) {
      this.#taken.checkKey(this.bytes, this.from, this.to);
      const place = this.toInline(value);
      const c = this.bytes[place];
      if (place < 0 || c === OPEN_MAP || c === OPEN_LIST) throw NOT_PLAIN;
      this.scalar(place, column);
      const { from, to } = this;
      this.toContent();
      const mayBeTyped = this.literal && from === place && to - from <= 64;
      if (mayBeTyped && !this.#isString(from, to)) throw NOT_PLAIN;
    }
  }

  #isString(start: number, end: number): boolean {
    const first = this.bytes[start] ?? 0;
    if (end - start > LONGEST_WORD && first > 0x40) return true;
    return plainScalar(asciiText(this.bytes, start, end)).kind === 'string';
  }

  /** A key as text. @throws NOT_PLAIN where it would be a number or the like. */
  #keyText(start: number, end: number): string {
    this.#checkKey(start, end);
    return this.#taken.texts.text(this.bytes, start, end);
  }

  /** @throws NOT_PLAIN at a key that is no text, such as `y` or `12`. */
  #checkKey(start: number, end: number): void {
    const { bytes } = this;
    const c = bytes[start] ?? 0;
    // A quoted key is a text whatever it holds, but `''` and the like are rare.
    if (end - start > LONGEST_WORD && c > 0x40) return;
    if (this.#textKeys.find(bytes, start, end)) return;
    const text = asciiText(bytes, start, end);
    if (!isPlainString(text) && resolveScalar(text, '')?.type !== 'string') throw NOT_PLAIN;
    this.#textKeys.keep(bytes, start, end, true);
  }

  /**
   * Moves past the value of a key in column `column`, from the place after its colon to the start of the line after it. Maps and
   * lists inside are on a stack: what is open, in which column.
   */
  skip(at: number, column: number): void {
    const columns = this.#columns;
    const isList = this.#isList;
    columns[0] = column;
    isList[0] = 0;
    let depth = 0;
    let pending = this.#skipInline(this.toInline(at), column);
    for (;;) {
      this.toContent();
      const next = this.column;
      const dash = next >= column && this.isItem(this.at + next);
      if (pending) {
        const above = columns[depth] ?? 0;
        if (next > above || (next === above && dash && isList[depth] === 0)) {
          if (depth >= PLAIN_DEPTH) throw NOT_PLAIN;
          depth++;
          columns[depth] = next;
          isList[depth] = dash ? 1 : 0;
        }
      }
      while (depth > 0 && ((columns[depth] ?? 0) > next || (columns[depth] === next && isList[depth] === 1 && !dash))) {
        depth--;
      }
      if (depth === 0) return;
      if (columns[depth] !== next || (isList[depth] === 1) !== dash) throw NOT_PLAIN;
      let place = this.at + next;
      while (this.isItem(place)) {
        place = this.#afterDash(place);
        if (place < 0) break;
        const isKey = this.isItem(place) || this.key(place) >= 0;
        if (!isKey) break;
        if (depth >= PLAIN_DEPTH) throw NOT_PLAIN;
        depth++;
        columns[depth] = place - this.at;
        isList[depth] = this.bytes[place] === 0x2d && this.isItem(place) ? 1 : 0;
      }
      if (place < 0) {
        pending = true;
        this.at = ~place;
      } else pending = this.#skipLine(place, columns[depth] ?? 0, isList[depth] === 1);
    }
  }

  /** Past the blanks after a dash; the complement of the next line's start where nothing else stands on this one. */
  #afterDash(at: number): number {
    const line = this.at;
    const place = this.toInline(at + 1);
    if (place >= 0) return place;
    const next = this.at;
    this.at = line;
    return ~next;
  }

  /** Past the rest of a line; whether the value is still to come, on the lines below. */
  #skipLine(at: number, column: number, isItem: boolean): boolean {
    if (isItem) return this.#skipInline(at, column);
    const value = this.key(at);
    if (value < 0) throw NOT_PLAIN;
    this.#checkKey(this.from, this.to);
    return this.#skipInline(this.toInline(value), column);
  }

  /** Past the value that begins at `at`; where that is negative, there is none, and `at` of the reader is past the line. */
  #skipInline(at: number, column: number): boolean {
    if (at < 0) return true;
    const c = this.bytes[at];
    if (c === OPEN_MAP || c === OPEN_LIST) {
      const isEmpty = this.bytes[at + 1] === c + 2;
      if (!isEmpty) this.#flow.skip(at);
      this.at = this.afterInline(isEmpty ? at + 2 : this.#flow.at);
    } else this.scalar(at, column);
    return false;
  }
}
