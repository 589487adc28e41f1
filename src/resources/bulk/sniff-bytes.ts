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

/** Why the bytes are not UTF-8 text, to follow "This file"; undefined where they may be. */
export function unreadableEncoding(bytes: Uint8Array): string | undefined {
  const known = UNREADABLE.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return known[1];
  return bytes.subarray(0, 8192).includes(0) ? 'is no text (it holds NUL characters)' : undefined;
}

/** Whether the first character that is not white space is `{`. */
export function looksLikeJsonBytes(bytes: Uint8Array): boolean {
  return looksLikeJson(utf8Text(bytes, 0, bytes.length));
}

/** Where reading goes on as YAML after JSON values: after white space up to the first line break (see `yamlStartAfterJson`). */
export function yamlStart({ bytes, start, end }: ByteWindow): number {
  for (let at = start; at < end; at++) {
    const c = bytes[at] ?? 0;
    if (c === 0x0a) return at + 1;
    if (c !== 0x20 && (c < 0x09 || c > 0x0d)) return at;
  }
  return end;
}
