// What kind of text the first bytes of a large file are.
import type { ByteWindow } from '../../documents/bulk/byte-window.ts';
import { utf8Text } from '../../documents/bulk/utf8-text.ts';
import { looksLikeJson } from '../../documents/split-stream.ts';

const UNREADABLE: readonly (readonly [mark: readonly number[], what: string])[] = [
  [[0xff, 0xfe], 'is UTF-16 or UTF-32'],
  [[0xfe, 0xff], 'is UTF-16'],
  [[0x00, 0x00, 0xfe, 0xff], 'is UTF-32'],
  [[0x1f, 0x8b], 'is compressed with gzip'],
  [[0x50, 0x4b, 0x03, 0x04], 'is a zip archive'],
];
const UTF8_MARK = [0xef, 0xbb, 0xbf];

/** kubectl looks at so many bytes to tell JSON from YAML. */
const SNIFFED = 4096;
const LONGEST_MARK = 4;

export type TextKind =
  | { readonly type: 'json' | 'yaml' /** Past a byte-order mark. */; readonly start: number }
  /** `what` follows "This file". */
  | { readonly type: 'unreadable'; readonly what: string };

/** What is at hand of the file's beginning; undefined where more must be seen. The same however the file is cut. */
export function sniffBytes({ bytes, start, end, final }: ByteWindow): TextKind | undefined {
  const seen = bytes.subarray(start, Math.min(end, start + SNIFFED + LONGEST_MARK));
  const isEnough = final || seen.length > SNIFFED || (seen.length >= LONGEST_MARK && seen.some(isVisibleAscii));
  if (!isEnough) return undefined;
  const known = UNREADABLE.find(([mark]) => mark.every((byte, at) => seen[at] === byte));
  if (known !== undefined) return { type: 'unreadable', what: known[1] };
  const mark = UTF8_MARK.every((byte, at) => seen[at] === byte) ? UTF8_MARK.length : 0;
  const isJson = looksLikeJson(utf8Text(seen, mark, Math.min(seen.length, mark + SNIFFED)));
  return { type: isJson ? 'json' : 'yaml', start: start + mark };
}

function isVisibleAscii(c: number): boolean {
  return c > 0x20 && c < 0x7f;
}

/**
 * Where reading goes on as YAML after JSON values: after white space up to the first line break. kubectl looks at four bytes at a
 * time; undefined if fewer are left (see `yamlStartAfterJson`). `end` is that of the file, or of what is at hand of it.
 */
export function yamlStart(bytes: Uint8Array, start: number, end: number): number | undefined {
  for (let at = start; end - at >= 4; at++) {
    const c = bytes[at] ?? 0;
    if (c === 0x0a) return at + 1;
    if (c !== 0x20 && (c < 0x09 || c > 0x0d)) return at;
  }
  return undefined;
}
