// The part of a large file that is in memory: bytes not yet read, in one array that is used again and again.
import { LF } from '../characters.ts';
import { utf8Text } from './utf8-text.ts';

const FIRST_SIZE = 64 * 1024;
const LONGEST_LINE = 4096;

export class ByteWindow {
  /** What is at hand is `[start, end)`; the byte at `end` is 0, which stops every loop that reads on. */
  bytes: Uint8Array = new Uint8Array(FIRST_SIZE);
  start = 0;
  end = 0;
  /** True once nothing more will come. */
  final = false;
  /** Offset in the file of the first byte of the array. */
  #base = 0;
  /** Line breaks in the file before `#counted`. */
  #lines = 0;
  #counted = 0;

  get length(): number {
    return this.end - this.start;
  }

  append(chunk: Uint8Array): void {
    const needed = this.length + chunk.length + 1;
    if (this.end + chunk.length + 1 > this.bytes.length) this.#moveTo(needed);
    this.bytes.set(chunk, this.end);
    this.end += chunk.length;
    this.bytes[this.end] = 0;
  }

  /** Nothing before `at` is needed any more. */
  consume(at: number): void {
    this.start = at;
  }

  /** Forgets what came last, from `at` on. */
  dropFrom(at: number): void {
    this.end = at;
    this.bytes[at] = 0;
  }

  /** Offset in the file of a place in the array. */
  offsetOf(at: number): number {
    return this.#base + at;
  }

  /** The line of a place in the array that has not been consumed, from 1. Places must be asked for in ascending order. */
  lineOf(at: number): number {
    if (at > this.#counted) {
      this.#lines += countLineBreaks(this.bytes, this.#counted, at);
      this.#counted = at;
    }
    return this.#lines + 1;
  }

  /** Characters before a place in its line; 0 where that is not known any more, or the line is no line for people. */
  columnOf(at: number): number {
    const feed = at === 0 ? -1 : this.bytes.lastIndexOf(LF, at - 1);
    const line = feed < 0 && this.#base > 0 ? at : feed + 1;
    return at - line > LONGEST_LINE ? 0 : utf8Text(this.bytes, line, at).length;
  }

  #moveTo(needed: number): void {
    this.lineOf(this.start);
    const { bytes, start, end } = this;
    // Half of the array stays free, so that bytes are moved once in a while and not with every chunk.
    if (needed * 2 > bytes.length) {
      this.bytes = new Uint8Array(Math.max(bytes.length * 2, needed * 2));
      this.bytes.set(bytes.subarray(start, end));
    } else bytes.copyWithin(0, start, end);
    this.#base += start;
    this.#counted -= start;
    this.start = 0;
    this.end = end - start;
  }
}

/** Line feeds in `[start, end)`. */
function countLineBreaks(bytes: Uint8Array, start: number, end: number): number {
  const part = bytes.subarray(start, end);
  let count = 0;
  // Most runs end before a loop over bytes would be compiled.
  for (let at = part.indexOf(LF); at >= 0; at = part.indexOf(LF, at + 1)) count++;
  return count;
}
