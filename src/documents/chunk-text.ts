// From one chunk of a stream to the characters the YAML scanner sees: byte-order mark, UTF-16, refused characters.
import { BlockGate, nextDoubtfulCharacter } from './character-gate.ts';
import { BAD_BYTE, BYTE_ORDER_MARK, utf8Length } from './characters.ts';
import { TextCursor } from './text-cursor.ts';

/** A cursor over `[start, end)` of the text. One byte-order mark at the start is dropped, as go-yaml does for every chunk. */
export function openChunk(text: string, start: number, end: number): TextCursor {
  const first = text.charCodeAt(start);
  const from = first === BYTE_ORDER_MARK ? start + 1 : start;
  if (nextDoubtfulCharacter(text, from, end) === end) return new TextCursor(text, from, end);
  return new TextCursor(text, from, end, new BlockGate(text, from, end, from === start ? 0 : 3));
}

/** The same for a text that still stands for raw bytes, where a chunk may be UTF-16; offsets are then not those of the text. */
export function openRawChunk(text: string, start: number, end: number): TextCursor {
  const first = text.charCodeAt(start);
  const marked = first === BAD_BYTE + 0xff || first === BAD_BYTE + 0xfe;
  const decoded = marked ? decodeUtf16(text.slice(start, end)) : undefined;
  if (decoded === undefined) return openChunk(text, start, end);
  return new TextCursor(decoded, 0, decoded.length, new BlockGate(decoded, 0, decoded.length, 2, 2));
}

/**
 * The text of a chunk whose bytes FF FE or FE FF, kept as bad bytes, are a UTF-16 mark; undefined if they are not. An odd last
 * byte stays a bad byte.
 */
function decodeUtf16(chunk: string): string | undefined {
  const bytes = bytesOf(chunk);
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!little && !(bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined;
  let text = '';
  for (let i = 2; i < bytes.length; i += 2) {
    const [a = 0, b] = [bytes[i], bytes[i + 1]];
    if (b === undefined) text += String.fromCharCode(BAD_BYTE + 0x80 + (a & 0x7f));
    else text += String.fromCharCode(little ? b * 256 + a : a * 256 + b);
  }
  return text;
}

function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const length = utf8Length(character, 0, character.length);
    if (length === 1) {
      bytes.push(codePoint < 0x80 ? codePoint : codePoint - BAD_BYTE);
      continue;
    }
    const lead = length === 2 ? 0xc0 : length === 3 ? 0xe0 : 0xf0;
    bytes.push(lead | (codePoint >> (6 * (length - 1))));
    for (let shift = 6 * (length - 2); shift >= 0; shift -= 6) bytes.push(0x80 | ((codePoint >> shift) & 0x3f));
  }
  return bytes;
}
