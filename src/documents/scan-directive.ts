// The directives `%YAML` and `%TAG`.
import { isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isDigit } from './characters.ts';
import { type ReadingError, syntaxError } from './reading-error.ts';
import { scanName, scanTagHandle, scanUri } from './scan-tag.ts';
import type { TextCursor } from './text-cursor.ts';
import { type Token, token } from './yaml-token.ts';

/** Scans from the `%` at column 0 to the start of the next line. */
export function scanDirective(cursor: TextCursor): Token {
  const start = cursor.position;
  cursor.advanceTo(start + 1, 0);
  const name = scanName(cursor);
  if (name === '' || !isBlankOrEnd(cursor.code())) throw badDirective(cursor, start);
  let found: Token;
  if (name === 'YAML') {
    skipBlanks(cursor);
    const major = scanNumber(cursor, start);
    if (cursor.code() !== 0x2e) throw badDirective(cursor, start);
    cursor.advanceTo(cursor.position + 1, 0);
    const minor = scanNumber(cursor, start);
    found = token('version-directive', start, cursor.position, `${major}.${minor}`);
  } else if (name === 'TAG') {
    found = scanTagDirective(cursor, start);
  } else {
    throw badDirective(cursor, start);
  }
  skipBlanks(cursor);
  if (cursor.code() === 0x23) cursor.skipToBreak();
  if (!isBreakOrEnd(cursor.code())) throw badDirective(cursor, start);
  if (isBreak(cursor.code())) {
    cursor.need(2);
    cursor.skipBreak();
  }
  return found;
}

function scanTagDirective(cursor: TextCursor, start: number): Token {
  skipBlanks(cursor);
  const handle = scanTagHandle(cursor);
  if (handle !== '!' && !handle.endsWith('!')) throw badDirective(cursor, start);
  cursor.need(1);
  if (!isBlank(cursor.code())) throw badDirective(cursor, start);
  skipBlanks(cursor);
  const prefix = scanUri(cursor, start, '');
  if (!isBlankOrEnd(cursor.code())) throw badDirective(cursor, start);
  return token('tag-directive', start, cursor.position, handle, prefix);
}

/** At most nine digits, as go-yaml has it. */
function scanNumber(cursor: TextCursor, start: number): number {
  let value = 0;
  let digits = 0;
  cursor.need(1);
  for (let c = cursor.code(); isDigit(c); c = cursor.code()) {
    digits++;
    if (digits > 9) throw badDirective(cursor, start);
    value = value * 10 + (c - 0x30);
    cursor.advanceTo(cursor.position + 1, 0);
    cursor.need(1);
  }
  if (digits === 0) throw badDirective(cursor, start);
  return value;
}

function skipBlanks(cursor: TextCursor): void {
  cursor.need(1);
  while (isBlank(cursor.code())) {
    cursor.advanceTo(cursor.position + 1, 0);
    cursor.need(1);
  }
}

function badDirective(cursor: TextCursor, start: number): ReadingError {
  return syntaxError(
    'A line that begins with `%` is a YAML directive, and this one is not understood',
    'Remove the line; Kubernetes manifests need no directives.',
    start,
    Math.max(cursor.position, start + 1),
  );
}
