// Cuts a text into the chunks that kubectl parses one by one: its line rules for `---`, and its sniff for JSON.
import { CR, isUnicodeSpace, LF, utf8Length } from './characters.ts';
import type { Span } from './document-value.ts';
import { ReadingError } from './reading-error.ts';

/** kubectl looks at so many bytes to tell JSON from YAML, and its line reader works in blocks of this size. */
const BUFFER = 4096;

/** Whether the first character that is not white space, within the first 4096 bytes, is `{`. */
export function looksLikeJson(text: string): boolean {
  let at = 0;
  for (let bytes = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (!isUnicodeSpace(c)) return c === 0x7b && bytes < BUFFER;
    bytes += utf8Length(text, at, at + 1);
    if (bytes >= BUFFER) return false;
  }
  return false;
}

/** A chunk of lines, or a `---` line that kubectl refuses. */
export type StreamPart =
  | ({ readonly type: 'chunk' } & Span)
  | { readonly type: 'separator-error'; readonly error: ReadingError };

/**
 * The chunks of `text` from offset `from`. The text must end in LF, added or not (`length` is the one without).
 *
 * A line that begins with `---` ends the chunk before it, if there is one; otherwise the line begins the next chunk. kubectl
 * refuses such a line if anything but a comment follows on it, and stops, so that the chunk before it is lost too. What comes
 * here after the error is what a reader who goes on would see: that chunk, then one that begins with the line if its content is
 * set off by a blank.
 */
export function* splitStream(text: string, from: number, length: number): Generator<StreamPart> {
  const end = lengthRead(text, from, length);
  let chunk = from;
  let line = text.startsWith('---', from) ? from : nextSeparator(text, from);
  while (line < end) {
    const lineEnd = Math.min(text.indexOf('\n', line) + 1 || end, end);
    const content = separatorContent(text, line + 3, lineEnd);
    if (content !== undefined) {
      yield { type: 'separator-error', error: badSeparator(line, content) };
      if (chunk < line) yield { type: 'chunk', start: chunk, end: line };
      chunk = isUnicodeSpace(text.charCodeAt(line + 3)) ? line : lineEnd;
    } else if (chunk < line) {
      yield { type: 'chunk', start: chunk, end: line };
      chunk = lineEnd;
    }
    line = text.startsWith('---', lineEnd) ? lineEnd : nextSeparator(text, lineEnd);
  }
  if (chunk < end) yield { type: 'chunk', start: chunk, end };
}

/** Where kubectl stops: it loses a last line without LF whose bytes fill its line buffer exactly. */
function lengthRead(text: string, from: number, length: number): number {
  if (length <= from || text.charCodeAt(length - 1) === LF) return length;
  const lastLine = Math.max(text.lastIndexOf('\n', length - 1) + 1, from);
  const bytes = length - lastLine < BUFFER / 4 ? 1 : utf8Length(text, lastLine, length);
  return bytes % BUFFER === 0 ? lastLine : length + 1;
}

/** Offset of the next line after the one at `from` that begins with `---`. */
function nextSeparator(text: string, from: number): number {
  const at = text.indexOf('\n---', from);
  return at < 0 ? text.length : at + 1;
}

/** Where something other than white space or a comment stands in the rest of a separator line. */
function separatorContent(text: string, from: number, lineEnd: number): Span | undefined {
  let start = from;
  let end = lineEnd;
  while (start < end && isUnicodeSpace(text.charCodeAt(start))) start++;
  while (end > start && isUnicodeSpace(text.charCodeAt(end - 1))) end--;
  if (start === end || text.charCodeAt(start) === 0x23) return undefined;
  return { start, end };
}

function badSeparator(line: number, { start, end }: Span): ReadingError {
  const directAfter = start === line + 3;
  return new ReadingError({
    kind: 'separator',
    message: 'kubectl refuses anything but a comment after `---` on its line',
    advice: directAfter ? 'Put a line break after the `---`, or indent the line.' : 'Put the content on the next line.',
    start: directAfter ? line : start,
    end,
  });
}

/**
 * After JSON values, kubectl eats white space up to the first line break before it reads on as YAML. It looks at four bytes at
 * a time; undefined if fewer are left.
 */
export function yamlStartAfterJson(text: string, from: number): number | undefined {
  for (let at = from; ; ) {
    if (text.length - at < 4 && utf8Length(text, at, text.length) < 4) return undefined;
    const c = text.charCodeAt(at);
    if (c >= 0xdc80 && c <= 0xdcff) return undefined;
    if (!isUnicodeSpace(c)) return at;
    at++;
    if (c === LF) return at;
  }
}

/** JSON's own white space. */
export function skipJsonSpace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c !== 0x20 && c !== 0x09 && c !== LF && c !== CR) break;
  }
  return at;
}
