// Literal (`|`) and folded (`>`) block scalars of YAML.
import { isBlank, isBreak, isBreakOrEnd, isDigit, SPACE, TAB } from './characters.ts';
import { syntaxError } from './reading-error.ts';
import type { TextCursor } from './text-cursor.ts';
import type { YamlScanner } from './yaml-scanner.ts';
import { type Token, token } from './yaml-token.ts';

const PLUS = 0x2b;
const MINUS = 0x2d;

interface Header {
  /** 0: not given. */
  readonly increment: number;
  readonly chomp: 'clip' | 'keep' | 'strip';
}

/** Scans from the `|` or `>`. */
export function scanBlockScalar(scanner: YamlScanner, literal: boolean): Token {
  const cursor = scanner.cursor;
  const start = cursor.position;
  const { increment, chomp } = scanHeader(scanner);
  const given = increment > 0 ? Math.max(scanner.indent, 0) + increment : 0;
  const lead = skipIndentation(cursor, given, scanner.indent);
  const indent = lead.indent;
  let { breaks, end } = lead;
  let value = '';
  let lineBreak = '';
  let afterBlank = false;
  cursor.need(1);
  while (cursor.column === indent && cursor.position < cursor.end) {
    const beginsBlank = isBlank(cursor.code());
    const folds = !literal && !afterBlank && !beginsBlank && lineBreak === '\n';
    if (!folds) value += lineBreak + breaks;
    else value += breaks === '' ? ' ' : breaks;
    afterBlank = beginsBlank;
    const from = cursor.position;
    cursor.skipToBreak();
    value += cursor.text.slice(from, cursor.position);
    cursor.need(2);
    lineBreak = cursor.readBreak();
    ({ breaks, end } = skipIndentation(cursor, indent, scanner.indent));
  }
  if (chomp !== 'strip') value += lineBreak;
  if (chomp === 'keep') value += breaks;
  return token('scalar', start, end, value, 'block');
}

function scanHeader(scanner: YamlScanner): Header {
  const cursor = scanner.cursor;
  cursor.advanceTo(cursor.position + 1, 0);
  cursor.need(1);
  let increment = 0;
  let sign = 0;
  for (let part = 0; part < 2; part++) {
    const c = cursor.code();
    if ((c === PLUS || c === MINUS) && sign === 0) sign = c;
    else if (isDigit(c) && increment === 0) increment = indentationDigit(cursor, c);
    else break;
    cursor.advanceTo(cursor.position + 1, 0);
    cursor.need(1);
  }
  while (isBlank(cursor.code())) {
    cursor.advanceTo(cursor.position + 1, 0);
    cursor.need(1);
  }
  if (cursor.code() === 0x23) scanner.skipComment();
  if (!isBreakOrEnd(cursor.code())) {
    throw syntaxError(
      'Only `+`, `-`, an indentation digit and a comment may follow `|` or `>` on their line',
      'Start the text on the next line, or quote the value.',
      cursor.position,
    );
  }
  if (isBreak(cursor.code())) {
    cursor.need(2);
    cursor.skipBreak();
  }
  return { increment, chomp: sign === PLUS ? 'keep' : sign === MINUS ? 'strip' : 'clip' };
}

function indentationDigit(cursor: TextCursor, c: number): number {
  if (c === 0x30) {
    throw syntaxError('The indentation of a block text cannot be 0', 'Use a digit from 1 to 9.', cursor.position);
  }
  return c - 0x30;
}

/**
 * Moves past empty lines and the indentation of the next line that is not. With `given` 0 the indentation is found: the
 * largest column reached, at least one more than the parent's and at least 1.
 */
function skipIndentation(
  cursor: TextCursor,
  given: number,
  parent: number,
): { indent: number; breaks: string; end: number } {
  let end = cursor.position;
  let breaks = '';
  let reached = 0;
  for (;;) {
    cursor.need(1);
    while ((given === 0 || cursor.column < given) && cursor.code() === SPACE) {
      cursor.advanceTo(cursor.position + 1, 0);
    }
    cursor.need(1);
    reached = Math.max(reached, cursor.column);
    if ((given === 0 || cursor.column < given) && cursor.code() === TAB) {
      throw syntaxError('A tab cannot indent a line', 'Replace the tab by spaces.', cursor.position);
    }
    if (!isBreak(cursor.code())) break;
    cursor.need(2);
    breaks += cursor.readBreak();
    end = cursor.position;
  }
  return { indent: given === 0 ? Math.max(reached, parent + 1, 1) : given, breaks, end };
}
