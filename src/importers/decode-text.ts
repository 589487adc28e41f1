// Bytes of a manifest to text, as kubectl reads a file (`kubectl -f`): by byte-order mark, otherwise UTF-8.
import { fail, ok, type Result } from '../base/result.ts';

export interface DecodedText {
  readonly text: string;
  /** What a reader should know about the bytes, a sentence. */
  readonly note?: string;
}

/** How far binary content is looked for: a text has no NUL at all, and a binary file shows one early. */
const BINARY_PROBE = 8192;

/**
 * A byte-order mark FF FE, FE FF or EF BB BF picks UTF-16LE, UTF-16BE or UTF-8 and is dropped. Bytes that are not valid become
 * U+FFFD, which kubectl accepts; the note says so. UTF-32 and binary content are refused.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    return fail('is UTF-32, which kubectl does not read; save it as UTF-8');
  }
  const { encoding, skip } = encodingOf(bytes);
  const content = bytes.subarray(skip);
  // `ignoreBOM` keeps a second mark, which is content.
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(content);
  const nul = text.slice(0, BINARY_PROBE).indexOf('\0');
  if (nul >= 0) return fail(`is not text (a NUL character at position ${nul})`);
  if (encoding !== 'utf-8') return ok({ text, note: `is ${encoding.toUpperCase()}, read as kubectl reads it` });
  if (isValid(content)) return ok({ text });
  return ok({ text, note: 'is not valid UTF-8; the bytes in question are read as U+FFFD, as kubectl does' });
}

function encodingOf(bytes: Uint8Array): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; skip: number } {
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', skip: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', skip: 2 };
  return { encoding: 'utf-8', skip: startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0 };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
