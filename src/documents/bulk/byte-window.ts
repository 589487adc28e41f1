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
    const from = Math.max(0, at - LONGEST_LINE);
    const feed = this.bytes.subarray(from, at).lastIndexOf(LF);
    // Without a line feed the line began further ahead, unless the file itself begins here.
    if (feed < 0 && (from > 0 || this.#base > 0)) return 0;
    return utf8Text(this.bytes, from + feed + 1, at).length;
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

const FOUR_FEEDS = LF * 0x01010101;

/** Line feeds in `[start, end)`, four bytes at a time where that is possible. */
function countLineBreaks(bytes: Uint8Array, start: number, end: number): number {
  const firstWord = Math.min(end, start + ((4 - ((bytes.byteOffset + start) & 3)) & 3));
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + firstWord, (end - firstWord) >> 2);
  let count = 0;
  for (let at = start; at < firstWord; at++) if (bytes[at] === LF) count++;
  for (let place = 0; place < words.length; place++) {
    const rest = (words[place] ?? 0) ^ FOUR_FEEDS;
    // The highest bit of a byte stays clear only where all bits of `rest` in it are.
    const others = ((rest & 0x7f7f7f7f) + 0x7f7f7f7f) | rest | 0x7f7f7f7f;
    if (others !== -1) count += Math.imul((~others >>> 7) & 0x01010101, 0x01010101) >>> 24;
  }
  for (let at = firstWord + words.length * 4; at < end; at++) if (bytes[at] === LF) count++;
  return count;
}
