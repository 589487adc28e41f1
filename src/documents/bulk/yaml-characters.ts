// Which bytes may stand where in plain block YAML. What is not allowed here is for the full reader to judge.
import { hexValue } from '../characters.ts';

const letters = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

function tableOf(characters: readonly number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const c of characters) table[c] = 1;
  return table;
}

const printable = Array.from({ length: 0x7f - 0x20 }, (_, i) => 0x20 + i);
const alphanumeric = letters('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');
const without = (excluded: string): number[] => printable.filter((c) => !letters(excluded).includes(c));

/** In plain scalars: all printable ASCII but `:` (may end a key), `#` (may begin a comment) and `{` (may begin a template). */
export const IN_PLAIN: Uint8Array = tableOf(without(':#{'));
/** The first character of a plain scalar. `-`, `?` and `:` must not be followed by a blank, which is not seen here. */
export const STARTS_PLAIN: Uint8Array = tableOf(without(' :,[]{}#&*!|>\'"%@`?'));
/** In comments, where `{` may begin a template. */
export const IN_COMMENT: Uint8Array = tableOf(without('{'));
/** In block scalars. */
export const PRINTABLE: Uint8Array = tableOf(printable);
export const IN_DOUBLE_QUOTES: Uint8Array = tableOf(without('"\\{'));
export const IN_SINGLE_QUOTES: Uint8Array = tableOf(without("'{"));
/** In plain keys: no blanks, and `{` may begin a template. Kubernetes names fields in keys like `k:{"name":"main"}`. */
export const IN_KEY: Uint8Array = tableOf(without(' :#{'));
export const STARTS_KEY: Uint8Array = tableOf([...alphanumeric, ...letters('_./$')]);
/** In unquoted keys and values inside brackets. */
export const IN_FLOW_WORD: Uint8Array = tableOf([...alphanumeric, ...letters('_./-')]);
export const STARTS_FLOW_WORD: Uint8Array = tableOf([...alphanumeric, ...letters('_./')]);

/** Code points that YAML refuses or takes for line breaks, or that nobody sees, in ranges; a few harmless ones among them. */
const DOUBTFUL: readonly (readonly [number, number])[] = [
  [0x80, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xffff],
  [0xe0000, 0x10ffff],
];

/** Length of the well-formed UTF-8 sequence of a harmless character beyond ASCII, or 0. */
export function harmlessLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  let codePoint = first & (0xff >> (length + 1));
  for (let k = 1; k < length; k++) {
    const next = bytes[at + k] ?? 0;
    if (next >> 6 !== 2) return 0;
    codePoint = codePoint * 64 + (next & 0x3f);
  }
  if (length > 2 && codePoint < (length === 3 ? 0x800 : 0x10000)) return 0;
  return DOUBTFUL.some(([from, to]) => codePoint >= from && codePoint <= to) ? 0 : length;
}

const SIMPLE_ESCAPES = tableOf(letters('0abtnvfre "\'\\N_LP'));
const HEX_DIGITS: ReadonlyMap<number, number> = new Map([
  [0x78, 2],
  [0x75, 4],
  [0x55, 8],
]);

/** Length of the escape whose backslash is at `at`; 0 where it is none of YAML 1.1, or no character. */
export function escapeLength(bytes: Uint8Array, at: number): number {
  const letter = bytes[at + 1] ?? 0;
  if (SIMPLE_ESCAPES[letter] === 1) return 2;
  const digits = HEX_DIGITS.get(letter);
  if (digits === undefined) return 0;
  let code = 0;
  for (let i = 0; i < digits; i++) {
    const digit = hexValue(bytes[at + 2 + i] ?? 0);
    if (digit < 0) return 0;
    code = code * 16 + digit;
  }
  return (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff ? 0 : 2 + digits;
}
