// What the YAML scanner says when a character cannot stand where it stands.
import { isBreak, TAB } from './characters.ts';
import { ReadingError, syntaxError } from './reading-error.ts';
import type { TextCursor } from './text-cursor.ts';

export function itemNotAllowed(at: number): ReadingError {
  return syntaxError(
    'A list item cannot start here',
    'Put the `- ` on a line of its own, below the key and indented at least as far.',
    at,
  );
}

export function keyNotAllowed(at: number): ReadingError {
  return syntaxError('A `?` key cannot start here', 'Start the key on a line of its own.', at);
}

export function valueNotAllowed(at: number): ReadingError {
  return syntaxError(
    'A `:` stands where no key can end: inside a plain value, or after a line that is already complete',
    'Quote the value if the colon belongs to it, or put the key on a line of its own at the right indentation.',
    at,
  );
}

/** A text stands where only a key may stand, from `start` to the end of its line. */
export function missingColon(cursor: TextCursor, start: number): ReadingError {
  const { text, end } = cursor;
  let stop = start;
  while (stop < end && !isBreak(text.charCodeAt(stop))) stop++;
  return syntaxError(
    'A key is expected here, but no `:` follows on the line',
    'Write `key: value`, with a blank after the colon; or indent the line deeper if it continues the value above.',
    start,
    stop,
  );
}

export function tooDeep(start: number, limit: number): ReadingError {
  return new ReadingError({
    kind: 'depth',
    message: `Lists and maps are nested more than ${limit} deep`,
    advice: 'No Kubernetes object needs that; check what wrote this text.',
    start,
    end: start + 1,
  });
}

/** The indicators `,[]{}#&*!|>'"%@` and the backtick; `-`, `?` and `:` are judged by what follows. */
export function cannotStartPlain(c: number): boolean {
  return c < 0x80 && ',[]{}#&*!|>\'"%@`'.includes(String.fromCharCode(c));
}

export function cannotStartToken(cursor: TextCursor, c: number): ReadingError {
  const at = cursor.position;
  if (c === TAB) return syntaxError('A tab cannot indent a line', 'Replace the tab by spaces.', at);
  return syntaxError(
    `A value cannot start with \`${String.fromCharCode(c)}\``,
    'Quote the value if the character belongs to it.',
    at,
  );
}
