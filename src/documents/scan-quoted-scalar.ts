// Single- and double-quoted scalars of YAML, with escapes and the folding of their lines.
import { hexValue, isBlank, isBreak, isHighSurrogate, isLowSurrogate, SPACE, TAB } from './characters.ts';
import { syntaxError } from './reading-error.ts';
import type { TextCursor } from './text-cursor.ts';
import { type Token, token } from './yaml-token.ts';

const SINGLE = 0x27;
const BACKSLASH = 0x5c;

/** Simple escapes of YAML 1.1 as go-yaml has them; `\/` and surrogate pairs are not among them. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const HEX_DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Scans from the opening quote, which is `quote` (`'` or `"`). */
export function scanQuotedScalar(cursor: TextCursor, quote: number): Token {
  const start = cursor.position;
  cursor.advanceTo(start + 1, 0);
  const simple = scanSimple(cursor, quote);
  if (simple !== undefined) return token('scalar', start, cursor.position, simple, 'quoted');
  let value = '';
  for (;;) {
    cursor.need(4);
    if (cursor.column === 0 && (cursor.atDocumentMarker('---') || cursor.atDocumentMarker('...'))) {
      throw syntaxError(
        'A document marker stands inside a quoted text',
        'Close the quote before it.',
        start,
        cursor.position + 3,
      );
    }
    if (cursor.position >= cursor.end) throw unclosed(cursor, start, quote);
    const part = scanPart(cursor, quote);
    value += part.text;
    cursor.need(1);
    if (cursor.code() === quote) break;
    value += foldBlanks(cursor, part.joinsLines);
  }
  cursor.advanceTo(cursor.position + 1, 0);
  return token('scalar', start, cursor.position, value, 'quoted');
}

/** The whole text, if it is ASCII on one line without escapes, as most are; otherwise the cursor stays. */
function scanSimple(cursor: TextCursor, quote: number): string | undefined {
  const { text, end, position } = cursor;
  for (let at = position; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c === quote) {
      if (quote === SINGLE && text.charCodeAt(at + 1) === SINGLE) return undefined;
      cursor.advanceTo(at + 1, 0);
      cursor.need(1);
      return text.slice(position, at);
    }
    if (c < SPACE || c >= 0x7f || (c === BACKSLASH && quote !== SINGLE)) return undefined;
  }
  return undefined;
}

/** Everything up to the closing quote or the next blank after which a line could end; `joinsLines`: stopped after `\` + break. */
function scanPart(cursor: TextCursor, quote: number): { text: string; joinsLines: boolean } {
  let value = '';
  for (;;) {
    value += skipOrdinary(cursor, quote);
    cursor.need(2);
    const c = cursor.code();
    if (quote === SINGLE && c === SINGLE && cursor.code(1) === SINGLE) {
      value += "'";
      cursor.advanceTo(cursor.position + 2, 0);
    } else if (quote !== SINGLE && c === BACKSLASH) {
      if (isBreak(cursor.code(1))) {
        cursor.need(3);
        cursor.advanceTo(cursor.position + 1, 0);
        cursor.skipBreak();
        return { text: value, joinsLines: true };
      }
      value += scanEscape(cursor);
    } else {
      return { text: value, joinsLines: false };
    }
  }
}

/** Moves past characters that stand for themselves, spaces and tabs that a word follows included. */
function skipOrdinary(cursor: TextCursor, quote: number): string {
  const { text, end, position } = cursor;
  let at = position;
  let astral = 0;
  for (; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c === quote || (c === BACKSLASH && quote !== SINGLE) || isBlank(c) || isBreak(c)) break;
    if (isHighSurrogate(c) && at + 1 < end && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
      astral++;
    }
  }
  cursor.advanceTo(at, astral);
  return text.slice(position, at);
}

function scanEscape(cursor: TextCursor): string {
  const at = cursor.position;
  const letter = cursor.text.charAt(at + 1);
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) {
    cursor.advanceTo(at + 2, 0);
    return simple;
  }
  const digits = HEX_DIGITS.get(letter);
  if (digits === undefined) {
    throw syntaxError(
      `\`\\${letter}\` is not an escape of YAML`,
      'Write `\\\\` for a backslash, or use single quotes, where nothing is escaped.',
      at,
      at + 2,
    );
  }
  cursor.advanceTo(at + 2, 0);
  cursor.need(digits);
  let code = 0;
  for (let i = 0; i < digits; i++) {
    const digit = hexValue(cursor.code(i));
    if (digit < 0) {
      throw syntaxError(`\`\\${letter}\` needs ${digits} hexadecimal digits`, 'Complete the escape.', at, at + 2 + i);
    }
    code = code * 16 + digit;
  }
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw syntaxError(
      `\`${cursor.text.slice(at, at + 2 + digits)}\` is not a character`,
      'Write characters beyond U+FFFF as one `\\U` with eight digits; YAML has no surrogate pairs.',
      at,
      at + 2 + digits,
    );
  }
  cursor.advanceTo(at + 2 + digits, 0);
  return String.fromCodePoint(code);
}

/** Moves past blanks and breaks and returns what they mean; after `\` + break, the first break is already gone. */
function foldBlanks(cursor: TextCursor, joinsLines: boolean): string {
  const { text } = cursor;
  const from = cursor.position;
  let broken = joinsLines;
  let first = '';
  let others = '';
  for (;;) {
    const c = cursor.code();
    if (c === SPACE || c === TAB) cursor.advanceTo(cursor.position + 1, 0);
    else if (isBreak(c)) {
      cursor.need(2);
      if (broken) others += cursor.readBreak();
      else first = cursor.readBreak();
      broken = true;
    } else break;
  }
  cursor.need(1);
  if (!broken) return text.slice(from, cursor.position);
  return first === '\n' ? others || ' ' : first + others;
}

function unclosed(cursor: TextCursor, start: number, quote: number): Error {
  let lineEnd = start;
  while (lineEnd < cursor.end && !isBreak(cursor.text.charCodeAt(lineEnd))) lineEnd++;
  const mark = String.fromCharCode(quote);
  return syntaxError(
    `The quote \`${mark}\` opened here is never closed`,
    `Add the missing \`${mark}\`, or remove this one.`,
    start,
    lineEnd,
  );
}
