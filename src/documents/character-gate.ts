// Which characters of a chunk go-yaml refuses, and when it sees them: it reads 512 bytes at a time, as the scanner needs them.
import {
  BAD_BYTE,
  BYTE_ORDER_MARK,
  CR,
  codePointName,
  isHighSurrogate,
  isLowSurrogate,
  LF,
  NEL,
  TAB,
  utf8Length,
} from './characters.ts';
import { ReadingError } from './reading-error.ts';
import type { CharacterGate } from './text-cursor.ts';

const BLOCK = 512;

/** Whether the character of this code unit is refused by YAML, in comments and quoted texts too. */
function isRefused(c: number): boolean {
  if (c < 0x20) return c !== TAB && c !== LF && c !== CR;
  return (c >= 0x7f && c <= 0x9f && c !== NEL) || c === 0xfffe || c === 0xffff;
}

/** Offset of the first refused character, lone surrogate or byte-order mark in `[start, end)`; `end` if there is none. */
export function nextDoubtfulCharacter(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x20 && c < 0x7f) continue;
    if (isRefused(c) || c === BYTE_ORDER_MARK || isLowSurrogate(c)) return i;
    if (isHighSurrogate(c)) {
      if (i + 1 >= end || !isLowSurrogate(text.charCodeAt(i + 1))) return i;
      i++;
    }
  }
  return end;
}

export class BlockGate implements CharacterGate {
  readonly #text: string;
  readonly #end: number;
  readonly #unitBytes: number | undefined;
  /** Characters before this offset have been read; `#bytes` counts them, and `#blockEnd` is where the raw block ends. */
  #loaded: number;
  #bytes: number;
  #blockEnd = BLOCK;
  /** Offset of the first character in go-yaml's buffer, which alone it looks at to find a byte-order mark. */
  #bufferStart: number;

  /**
   * @param start offset of the first character after the chunk's byte-order mark, which took `skippedBytes`
   * @param unitBytes 2 if the chunk is UTF-16
   */
  constructor(text: string, start: number, end: number, skippedBytes: number, unitBytes?: 2) {
    this.#text = text;
    this.#end = end;
    this.#unitBytes = unitBytes;
    this.#loaded = start;
    this.#bufferStart = start;
    this.#bytes = skippedBytes;
  }

  get skipsLineStart(): boolean {
    return this.#text.charCodeAt(this.#bufferStart) === BYTE_ORDER_MARK;
  }

  need(position: number, count: number): void {
    let wanted = position;
    for (let i = 0; i < count && wanted < this.#end; i++) wanted += this.#width(wanted);
    if (position + count > this.#end) wanted = this.#end + 1;
    if (wanted <= this.#loaded) return;
    this.#bufferStart = Math.max(position, Math.min(this.#loaded, this.#end));
    while (this.#loaded < Math.min(wanted, this.#end)) this.#loadBlock();
  }

  #width(at: number): number {
    const isPair = isHighSurrogate(this.#text.charCodeAt(at)) && isLowSurrogate(this.#text.charCodeAt(at + 1));
    return isPair ? 2 : 1;
  }

  #loadBlock(): void {
    for (;;) {
      if (this.#loaded >= this.#end) return;
      const width = this.#width(this.#loaded);
      const length = this.#byteLength(this.#loaded, width);
      if (this.#bytes + length > this.#blockEnd) break;
      this.#check(this.#loaded, width);
      this.#bytes += length;
      this.#loaded += width;
    }
    this.#blockEnd = this.#bytes + BLOCK;
  }

  /** The CR of a CR LF counts nothing: kubectl's line reader has dropped it. */
  #byteLength(at: number, width: number): number {
    if (this.#unitBytes !== undefined) return width * this.#unitBytes;
    if (this.#text.charCodeAt(at) === CR && this.#text.charCodeAt(at + 1) === LF) return 0;
    return utf8Length(this.#text, at, at + width);
  }

  #check(at: number, width: number): void {
    if (width === 2) return;
    const c = this.#text.charCodeAt(at);
    const problem = { start: at, end: at + 1 };
    if (c >= BAD_BYTE + 0x80 && c <= BAD_BYTE + 0xff) {
      throw new ReadingError({
        ...problem,
        kind: 'encoding',
        message: `The byte 0x${(c - BAD_BYTE).toString(16).toUpperCase()} is not UTF-8`,
        advice: 'Save the file as UTF-8.',
      });
    }
    if (this.#unitBytes !== undefined && (isHighSurrogate(c) || isLowSurrogate(c))) {
      throw new ReadingError({
        ...problem,
        kind: 'encoding',
        message: `Half of a UTF-16 pair (${codePointName(c)}) stands alone`,
        advice: 'Save the file as UTF-8.',
      });
    }
    if (this.#unitBytes !== undefined && (isHighSurrogate(c) || isLowSurrogate(c))) {
      throw new ReadingError({
        ...problem,
        kind: 'encoding',
        message: `Half of a UTF-16 pair (${codePointName(c)}) stands alone`,
        advice: 'Save the file as UTF-8.',
      });
    }
    if (isRefused(c) || isHighSurrogate(c) || isLowSurrogate(c)) {
      throw new ReadingError({
        ...problem,
        kind: 'character',
        message: `YAML does not allow the character ${codePointName(c)}`,
        advice: 'Remove the character; inside double quotes it can be written as an escape.',
      });
    }
  }
}
