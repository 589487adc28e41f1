// Plain (unquoted) scalars of YAML, with the folding of their lines.
import { END, isBlankOrEnd, isBreak, isHighSurrogate, isLowSurrogate, SPACE, TAB } from './characters.ts';
import { syntaxError } from './reading-error.ts';
import type { TextCursor } from './text-cursor.ts';
import type { YamlScanner } from './yaml-scanner.ts';
import { type Token, token } from './yaml-token.ts';

/** Scans from the scalar's first character. Sets `keyAllowed` of the scanner if the scalar ended after a line break. */
export function scanPlainScalar(scanner: YamlScanner): Token {
  const cursor = scanner.cursor;
  const { text, position: start } = cursor;
  const indent = scanner.indent + 1;
  let end = start;
  /** The folded lines before the current one, and where the current one begins. */
  let value = '';
  let lineFrom = start;
  let fold = '';
  let afterBreak = false;
  for (;;) {
    cursor.need(4);
    if (cursor.column === 0 && (cursor.atDocumentMarker('---') || cursor.atDocumentMarker('...'))) break;
    if (cursor.code() === 0x23) break;
    const from = cursor.position;
    skipWord(cursor, scanner.inFlow);
    cursor.need(2);
    if (cursor.position > from) {
      if (afterBreak) {
        value += fold;
        lineFrom = from;
        afterBreak = false;
      }
      end = cursor.position;
    }
    const next = cursor.code();
    if (next !== SPACE && next !== TAB && !isBreak(next)) break;
    // Blanks inside a line belong to the value only if another word follows on it.
    if (next === SPACE || next === TAB) skipBlanks(cursor);
    if (!isBreak(cursor.code())) continue;
    if (!afterBreak) value += text.slice(lineFrom, end);
    fold = foldBreaks(cursor, indent);
    afterBreak = true;
    if (!scanner.inFlow && cursor.column < indent) break;
  }
  if (afterBreak) scanner.keyAllowed = true;
  else value = value === '' ? text.slice(lineFrom, end) : value + text.slice(lineFrom, end);
  return token('scalar', start, end, value, 'plain');
}

/** Moves past non-blank characters up to an indicator that ends the scalar. */
function skipWord(cursor: TextCursor, inFlow: boolean): void {
  const { text, end } = cursor;
  let at = cursor.position;
  let astral = 0;
  for (; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c <= SPACE ? isBlankOrEnd(c) : c >= 0x80 && isBreak(c)) break;
    if (c === 0x3a && isBlankOrEnd(at + 1 < end ? text.charCodeAt(at + 1) : END)) break;
    if (inFlow && (c === 0x2c || c === 0x3f || c === 0x5b || c === 0x5d || c === 0x7b || c === 0x7d)) break;
    if (isHighSurrogate(c) && at + 1 < end && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
      astral++;
    }
  }
  cursor.advanceTo(at, astral);
}

/** Moves past spaces and tabs on one line. */
function skipBlanks(cursor: TextCursor): void {
  const { text, end } = cursor;
  let at = cursor.position;
  while (at < end && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at++;
  cursor.advanceTo(at, 0);
  cursor.need(1);
}

/**
 * Moves past line breaks and the blanks of the lines after them, and returns what they mean: one break is a space, n breaks
 * are n - 1, LS and PS stay.
 */
function foldBreaks(cursor: TextCursor, indent: number): string {
  cursor.need(2);
  const first = cursor.readBreak();
  let others = '';
  for (;;) {
    cursor.need(1);
    const c = cursor.code();
    if (c === SPACE) cursor.advanceTo(cursor.position + 1, 0);
    else if (c === TAB) {
      if (cursor.column < indent) {
        throw syntaxError('A tab cannot indent a line', 'Replace the tab by spaces.', cursor.position);
      }
      cursor.advanceTo(cursor.position + 1, 0);
    } else if (isBreak(c)) {
      cursor.need(2);
      others += cursor.readBreak();
    } else break;
  }
  return first === '\n' ? others || ' ' : first + others;
}
