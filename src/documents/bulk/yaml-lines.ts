// Lines, scalars and comments of plain block YAML on bytes, in the subset that kubectl prints and people write.
import { CR, LF, SPACE } from '../characters.ts';
import { NEED_MORE, NOT_PLAIN } from './read-signal.ts';
import {
  escapeLength,
  harmlessLength,
  IN_COMMENT,
  IN_DOUBLE_QUOTES,
  IN_KEY,
  IN_PLAIN,
  IN_SINGLE_QUOTES,
  PRINTABLE,
  STARTS_KEY,
  STARTS_PLAIN,
} from './yaml-characters.ts';

export const DASH = 0x2d;
const COLON = 0x3a;
const DOT = 0x2e;
const PLUS = 0x2b;
const HASH = 0x23;
const BRACE = 0x7b;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const BACKSLASH = 0x5c;

/** Longer keys and texts are for the full reader. */
const LONGEST_KEY = 512;
const LONGEST_TEXT = 256 * 1024;

/**
 * Everything here throws NOT_PLAIN at what is not surely what it looks like, and NEED_MORE where the bytes end. Line breaks are
 * LF and CR LF.
 */
export class YamlLines {
  bytes: Uint8Array = new Uint8Array(1);
  /** The byte at `end` is 0. */
  end = 0;
  /** Nothing comes after `end`, and the byte before it is LF. */
  final = false;
  at = 0;
  /** Column of the content of the line at `at`; -1 where the document ends. */
  column = -1;
  /** What the last scalar holds, without quotes: `[from, to)`. */
  from = 0;
  to = 0;
  /** Whether those bytes are the scalar's text. */
  literal = false;

  /** The signal for what stands at `at`. */
  stop(at: number): Error {
    return at >= this.end && !this.final ? NEED_MORE : NOT_PLAIN;
  }

  /** From the start of a line to that of the next line with content, past comments and empty lines. */
  toContent(): void {
    const { bytes } = this;
    for (let line = this.at; ; ) {
      let at = line;
      while (bytes[at] === SPACE) at++;
      const c = bytes[at];
      if (c === LF) line = at + 1;
      else if (c === HASH) line = this.#afterComment(at);
      else if (c === CR && bytes[at + 1] === LF) line = at + 2;
      else {
        if (c === CR && at + 1 >= this.end) throw this.stop(at + 1);
        this.at = line;
        this.column = this.#ends(line, at) ? -1 : at - line;
        return;
      }
    }
  }

  /** Whether `at`, the first content of its line, is a separator or the end of everything. */
  #ends(line: number, at: number): boolean {
    const { bytes, end } = this;
    if (at >= end) {
      if (!this.final) throw NEED_MORE;
      return true;
    }
    if (at !== line || bytes[at] !== DASH) return false;
    if (at + 3 > end) throw this.stop(at + 3);
    return bytes[at + 1] === DASH && bytes[at + 2] === DASH;
  }

  /** Whether `-` and a blank (or the end of the line) stand at `at`. */
  isItem(at: number): boolean {
    const { bytes } = this;
    if (bytes[at] !== DASH) return false;
    const next = bytes[at + 1];
    if (at + 1 >= this.end) throw this.stop(at + 1);
    if (next === CR && at + 2 >= this.end) throw this.stop(at + 2);
    return next === SPACE || next === LF || (next === CR && bytes[at + 2] === LF);
  }

  /** Past spaces; at the end of a line, or a comment, to the start of the next line, and then the result is -1. */
  toInline(at: number): number {
    const { bytes } = this;
    let place = at;
    while (bytes[place] === SPACE) place++;
    const c = bytes[place];
    if (c !== LF && c !== CR && !(c === HASH && place > at)) return place;
    this.at = this.afterLine(place);
    return -1;
  }

  /**
   * The key at `at`: its text becomes `[from, to)`, and the result is the place after its colon; -1 where no key of the simple
   * kind stands.
   */
  key(at: number): number {
    const { bytes } = this;
    const c = bytes[at] ?? 0;
    let place = at;
    if (c === DOUBLE || c === SINGLE) {
      const inside = c === DOUBLE ? IN_DOUBLE_QUOTES : IN_SINGLE_QUOTES;
      place++;
      // A lone brace is common in keys of `managedFields`.
      while (inside[bytes[place] ?? 0] === 1 || (bytes[place] === BRACE && bytes[place + 1] !== BRACE)) place++;
      if (place + 1 >= this.end) throw this.stop(place + 1);
      if (bytes[place] !== c || bytes[place + 1] !== COLON) return -1;
      this.from = at + 1;
      this.to = place;
      place++;
    } else {
      if (STARTS_KEY[c] !== 1) return -1;
      for (;;) {
        while (IN_KEY[bytes[place] ?? 0] === 1 || (bytes[place] === BRACE && bytes[place + 1] !== BRACE)) place++;
        if (place + 1 >= this.end) throw this.stop(place + 1);
        if (bytes[place] !== COLON) return -1;
        if (isBlankOrBreak(bytes[place + 1])) break;
        place++;
      }
      this.from = at;
      this.to = place;
    }
    if (place - at > LONGEST_KEY || !isBlankOrBreak(bytes[place + 1])) throw NOT_PLAIN;
    return place + 1;
  }

  /** Past the scalar at `at`, whose parent stands in column `parent`, to the start of the next line. No list or map in brackets. */
  scalar(at: number, parent: number): void {
    const c = this.bytes[at] ?? 0;
    if (c === DOUBLE || c === SINGLE) {
      const after = c === DOUBLE ? this.#afterDouble(at, parent) : this.#afterSingle(at, parent);
      this.at = this.afterInline(after);
    } else if (c === 0x7c || c === 0x3e) this.#blockScalar(at, parent);
    else this.#plain(at, parent);
    if (this.at - at > LONGEST_TEXT) throw NOT_PLAIN;
  }

  /** After a value that ends on its line: past blanks and a comment to the start of the next line. */
  afterInline(at: number): number {
    let place = at;
    while (this.bytes[place] === SPACE) place++;
    if (this.bytes[place] === HASH && place === at) throw NOT_PLAIN;
    return this.afterLine(place);
  }

  /** From the end of a line, or the comment there, to the start of the next line. */
  afterLine(at: number): number {
    const { bytes } = this;
    const c = bytes[at];
    if (c === LF) return at + 1;
    if (c === CR && bytes[at + 1] === LF) return at + 2;
    if (c === HASH) return this.#afterComment(at);
    throw this.stop(c === CR ? at + 1 : at);
  }

  #afterComment(at: number): number {
    let place = at;
    for (;;) {
      while (IN_COMMENT[this.bytes[place] ?? 0] === 1) place++;
      const c = this.bytes[place] ?? 0;
      if (c === BRACE && this.bytes[place + 1] !== BRACE && place + 1 < this.end) place++;
      else if (c >= 0x80) place = this.#afterHarmless(place);
      else return this.afterLine(place);
    }
  }

  #afterHarmless(at: number): number {
    const length = harmlessLength(this.bytes, at);
    if (length === 0) throw this.end - at < 4 ? this.stop(this.end) : NOT_PLAIN;
    return at + length;
  }

  #plain(at: number, parent: number): void {
    const { bytes } = this;
    const c = bytes[at] ?? 0;
    const next = bytes[at + 1];
    if (at + 1 >= this.end) throw this.stop(at + 1);
    if (c >= 0x80) this.#afterHarmless(at);
    else if (STARTS_PLAIN[c] !== 1 || (c === DASH && isBlankOrBreak(next))) throw NOT_PLAIN;
    this.from = at;
    let place = this.#afterPlainLine(at);
    this.literal = true;
    // Infinity and NaN, which JSON cannot carry, begin like this.
    if (this.to - at <= 5 && (c === DOT || (next === DOT && (c === DASH || c === PLUS)))) throw NOT_PLAIN;
    while (bytes[place] !== HASH) {
      this.at = this.afterLine(place);
      place = this.at;
      while (bytes[place] === SPACE) place++;
      const first = bytes[place];
      if (place >= this.end && !this.final) throw NEED_MORE;
      if (place - this.at <= parent || first === LF || first === CR || first === HASH || place >= this.end) return;
      this.literal = false;
      place = this.#afterPlainLine(place);
    }
    this.at = this.afterLine(place);
  }

  /** To the line break, or to the `#` of a comment. Sets `to` to the end of what comes before. */
  #afterPlainLine(at: number): number {
    const { bytes } = this;
    let place = at;
    for (;;) {
      while (IN_PLAIN[bytes[place] ?? 0] === 1) place++;
      const c = bytes[place] ?? 0;
      if (c === LF || (c === CR && bytes[place + 1] === LF)) break;
      if (c === COLON && !isBlankOrBreak(bytes[place + 1]) && place + 1 < this.end) place++;
      else if (c === HASH && place > at) {
        if (bytes[place - 1] === SPACE) break;
        place++;
      } else if (c === BRACE && bytes[place + 1] !== BRACE && place + 1 < this.end) place++;
      else if (c >= 0x80) place = this.#afterHarmless(place);
      else throw this.stop(place + 1);
    }
    let to = place;
    while (bytes[to - 1] === SPACE) to--;
    this.to = to;
    return place;
  }

  /** Past the closing quote. */
  #afterDouble(at: number, parent: number): number {
    const { bytes } = this;
    let place = at + 1;
    this.literal = true;
    for (;;) {
      while (IN_DOUBLE_QUOTES[bytes[place] ?? 0] === 1) place++;
      const c = bytes[place] ?? 0;
      if (c === DOUBLE) break;
      this.literal &&= c === BRACE;
      if (c === BACKSLASH) {
        if (bytes[place + 1] === LF) place = this.#continued(place + 1, parent);
        else {
          const length = escapeLength(bytes, place);
          if (length === 0) throw this.stop(Math.min(place + 10, this.end));
          place += length;
        }
      } else place = this.#afterOdd(place, parent);
    }
    this.from = at + 1;
    this.to = place;
    return place + 1;
  }

  /** Past the closing quote. */
  #afterSingle(at: number, parent: number): number {
    const { bytes } = this;
    let place = at + 1;
    this.literal = true;
    for (;;) {
      while (IN_SINGLE_QUOTES[bytes[place] ?? 0] === 1) place++;
      const c = bytes[place] ?? 0;
      if (c === SINGLE) {
        if (place + 1 >= this.end) throw this.stop(place + 1);
        if (bytes[place + 1] !== SINGLE) break;
        this.literal = false;
        place += 2;
      } else {
        this.literal &&= c === BRACE;
        place = this.#afterOdd(place, parent);
      }
    }
    this.from = at + 1;
    this.to = place;
    return place + 1;
  }

  /** Inside quotes: past a brace that begins no template, a line break, or a character beyond ASCII. */
  #afterOdd(at: number, parent: number): number {
    const c = this.bytes[at] ?? 0;
    if (c === BRACE && this.bytes[at + 1] !== BRACE && at + 1 < this.end) return at + 1;
    if (c >= 0x80) return this.#afterHarmless(at);
    if (c === LF || c === CR) return this.#continued(at, parent);
    throw this.stop(at + 1);
  }

  /** Past the break at `at` and the blanks of the next line with content, which must stand deeper than `parent`. */
  #continued(at: number, parent: number): number {
    const { bytes } = this;
    for (let line = this.afterLine(at); ; ) {
      let place = line;
      while (bytes[place] === SPACE) place++;
      if (bytes[place] === LF) line = place + 1;
      else if (place >= this.end || place - line <= parent) throw this.stop(place);
      else return place;
    }
  }

  #blockScalar(at: number, parent: number): void {
    const { bytes } = this;
    let place = at + 1;
    if (bytes[place] === DASH || bytes[place] === PLUS) place++;
    if (bytes[place] !== LF && bytes[place] !== CR) throw this.stop(place);
    this.literal = false;
    let line = this.afterLine(place);
    while (bytes[line] === LF) line++;
    place = line;
    while (bytes[place] === SPACE) place++;
    const column = place - line;
    // An empty text, or one that begins with blanks.
    if (place >= this.end || column <= parent || PRINTABLE[bytes[place] ?? 0] !== 1) throw this.stop(place);
    for (;;) {
      line = this.#afterPrintableLine(place);
      place = line;
      while (bytes[place] === SPACE && place - line < column) place++;
      if (place >= this.end && !this.final) throw NEED_MORE;
      // Lines of spaces alone are part of the text, or of what follows it.
      let rest = place;
      while (bytes[rest] === SPACE) rest++;
      const isEmpty = bytes[rest] === LF;
      if (place - line < column && !isEmpty) break;
      if (place >= this.end) break;
      if (isEmpty) place = rest;
    }
    this.at = line;
  }

  #afterPrintableLine(at: number): number {
    let place = at;
    for (;;) {
      while (PRINTABLE[this.bytes[place] ?? 0] === 1 || this.bytes[place] === 0x09) place++;
      if ((this.bytes[place] ?? 0) < 0x80) return this.afterLine(place);
      place = this.#afterHarmless(place);
    }
  }
}

function isBlankOrBreak(c: number | undefined): boolean {
  return c === SPACE || c === LF || c === CR || c === 0x09;
}
