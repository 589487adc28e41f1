// Anchors, aliases and tags of YAML.
import { hexValue, isBlankOrEnd, isNameCharacter } from './characters.ts';
import { type ReadingError, syntaxError } from './reading-error.ts';
import type { TextCursor } from './text-cursor.ts';
import { type Token, token } from './yaml-token.ts';

const BANG = 0x21;
const PERCENT = 0x25;

/** Scans `&name` or `*name`. A `:` or `,` right after the name ends it. */
export function scanAnchor(cursor: TextCursor, type: 'anchor' | 'alias'): Token {
  const start = cursor.position;
  cursor.advanceTo(start + 1, 0);
  const name = scanName(cursor);
  const c = cursor.code();
  if (name === '' || !(isBlankOrEnd(c) || '?:,]}%@`'.includes(String.fromCharCode(c)))) {
    throw syntaxError(
      `${type === 'anchor' ? 'An anchor (`&name`)' : 'An alias (`*name`)'} takes letters, digits, \`-\` and \`_\` only`,
      `Quote the value if the \`${type === 'anchor' ? '&' : '*'}\` belongs to it.`,
      start,
      cursor.position + 1,
    );
  }
  return token(type, start, cursor.position, name);
}

export function scanName(cursor: TextCursor): string {
  const from = cursor.position;
  cursor.need(1);
  while (isNameCharacter(cursor.code())) {
    cursor.advanceTo(cursor.position + 1, 0);
    cursor.need(1);
  }
  return cursor.text.slice(from, cursor.position);
}

/** Scans `!<uri>`, `!suffix`, `!!suffix` or `!handle!suffix`. The token has the handle as value and the suffix as detail. */
export function scanTag(cursor: TextCursor): Token {
  const start = cursor.position;
  let handle = '';
  let suffix: string;
  cursor.need(2);
  if (cursor.code(1) === 0x3c) {
    cursor.advanceTo(start + 2, 0);
    suffix = scanUri(cursor, start, '');
    if (cursor.code() !== 0x3e) throw badTag(cursor, start, 'the tag `!<…>` is not closed by `>`');
    cursor.advanceTo(cursor.position + 1, 0);
  } else {
    handle = scanTagHandle(cursor);
    if (handle.length > 1 && handle.endsWith('!')) suffix = scanUri(cursor, start, '');
    else {
      suffix = scanUri(cursor, start, handle);
      handle = '!';
      if (suffix === '') [handle, suffix] = ['', '!'];
    }
  }
  cursor.need(1);
  if (!isBlankOrEnd(cursor.code())) throw badTag(cursor, start, 'a blank or the end of the line must follow it');
  return token('tag', start, cursor.position, handle, suffix);
}

/** Scans `!`, `!!` or `!name!`; without the second `!`, what stands there may be the beginning of a suffix. */
export function scanTagHandle(cursor: TextCursor): string {
  const from = cursor.position;
  cursor.need(1);
  if (cursor.code() !== BANG) throw badTag(cursor, from, 'a tag begins with `!`');
  cursor.advanceTo(from + 1, 0);
  scanName(cursor);
  if (cursor.code() === BANG) cursor.advanceTo(cursor.position + 1, 0);
  return cursor.text.slice(from, cursor.position);
}

/** Scans the characters a tag may have; `head` was scanned as a handle and belongs to it, without its `!`. */
export function scanUri(cursor: TextCursor, start: number, head: string): string {
  let uri = head.slice(1);
  let found = head !== '';
  cursor.need(1);
  for (;;) {
    const c = cursor.code();
    if (c === PERCENT) uri += scanUriEscape(cursor, start);
    else if (isUriCharacter(c)) {
      uri += String.fromCharCode(c);
      cursor.advanceTo(cursor.position + 1, 0);
    } else break;
    cursor.need(1);
    found = true;
  }
  if (!found) throw badTag(cursor, start, 'its name is missing');
  return uri;
}

function isUriCharacter(c: number): boolean {
  return isNameCharacter(c) || (c > 0x20 && c < 0x80 && ";/?:@&=+$,.!~*'()[]".includes(String.fromCharCode(c)));
}

/** One character as `%xx` for each of its UTF-8 bytes. */
function scanUriEscape(cursor: TextCursor, start: number): string {
  let bytesLeft = 1;
  let codePoint = 0;
  for (let first = true; bytesLeft > 0; first = false, bytesLeft--) {
    cursor.need(3);
    const high = hexValue(cursor.code(1));
    const low = hexValue(cursor.code(2));
    if (cursor.code() !== PERCENT || high < 0 || low < 0)
      throw badTag(cursor, start, '`%` needs two hexadecimal digits');
    const byte = high * 16 + low;
    if (first) {
      bytesLeft = byte < 0x80 ? 1 : byte >> 5 === 6 ? 2 : byte >> 4 === 14 ? 3 : byte >> 3 === 30 ? 4 : 0;
      if (bytesLeft === 0) throw badTag(cursor, start, 'its `%` escapes are not UTF-8');
      codePoint = bytesLeft === 1 ? byte : byte & (0xff >> (bytesLeft + 1));
    } else {
      if (byte >> 6 !== 2) throw badTag(cursor, start, 'its `%` escapes are not UTF-8');
      codePoint = codePoint * 64 + (byte & 0x3f);
    }
    cursor.advanceTo(cursor.position + 3, 0);
  }
  return codePoint > 0x10ffff ? '\ufffd' : String.fromCodePoint(codePoint);
}

function badTag(cursor: TextCursor, start: number, reason: string): ReadingError {
  return syntaxError(
    `This is not a tag: ${reason}`,
    'Quote the value if the `!` belongs to it.',
    start,
    cursor.position + 1,
  );
}
