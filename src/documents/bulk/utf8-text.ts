// Bytes of UTF-8 to text as browsers and Node decode them (WHATWG Encoding), where the platform's own decoder must not be used.
import { asciiText } from './byte-cache.ts';

/** So many characters are made at a time. */
const PIECE = 4096;

/** `[start, end)` as text; each longest beginning of a sequence that is not UTF-8 becomes one U+FFFD. A byte-order mark stays. */
export function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  const pieces: string[] = [];
  let codes: number[] = [];
  for (let at = start; at < end; ) {
    const ascii = asciiEnd(bytes, at, Math.min(end, at + PIECE));
    if (ascii > at) {
      pieces.push(asciiText(bytes, at, ascii));
      at = ascii;
      continue;
    }
    while (at < end && codes.length < PIECE && (bytes[at] ?? 0) >= 0x80) {
      const length = sequenceLength(bytes, at, end);
      codes.push(length > 0 ? codePointAt(bytes, at, length) : 0xfffd);
      at += Math.abs(length);
    }
    pieces.push(String.fromCodePoint(...codes));
    codes = [];
  }
  return pieces.join('');
}

/** Offset of the first byte that is not UTF-8, or -1. */
export function firstBadByte(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; ) {
    if ((bytes[at] ?? 0) < 0x80) at++;
    else {
      const length = sequenceLength(bytes, at, end);
      if (length < 0) return at;
      at += length;
    }
  }
  return -1;
}

function asciiEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] ?? 0) < 0x80) at++;
  return at;
}

/** Length of the well-formed sequence at `at` (Unicode, table 3-7); negative: of what is the beginning of none. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0) return -1;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let k = 1; k < length; k++) {
    const next = at + k < end ? (bytes[at + k] ?? 0) : 0;
    if (next < (k === 1 ? lowest : 0x80) || next > (k === 1 ? highest : 0xbf)) return -k;
  }
  return length;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  let codePoint = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let k = 1; k < length; k++) codePoint = codePoint * 64 + ((bytes[at + k] ?? 0) & 0x3f);
  return codePoint;
}
