// Strings and numbers of JSON, as Go's `encoding/json` takes them.
import { hexValue, isDigit, isHighSurrogate, isLowSurrogate } from './characters.ts';
import { ReadingError } from './reading-error.ts';
import { compactInteger } from './resolve-scalar.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export function jsonError(text: string, at: number, expected: string): ReadingError {
  const found = at >= text.length ? 'the text ends' : `\`${String.fromCodePoint(text.codePointAt(at) ?? 0)}\` follows`;
  return new ReadingError({
    kind: 'json-syntax',
    message: `This text begins like JSON; ${expected} is expected here, but ${found}`,
    advice: 'Correct the JSON. (A text that is to be YAML must not begin with `{`.)',
    start: Math.min(at, text.length),
    end: Math.min(at, text.length) + 1,
  });
}

/** The string whose opening quote is at `start`, and the offset after its closing quote. */
export function scanJsonString(text: string, start: number): { value: string; end: number } {
  let value = '';
  let from = start + 1;
  for (let at = from; ; at++) {
    const c = text.charCodeAt(at);
    if (c === QUOTE) return { value: value + text.slice(from, at), end: at + 1 };
    if (c === BACKSLASH) {
      const escaped = scanEscape(text, at);
      value += text.slice(from, at) + escaped.value;
      at = escaped.end - 1;
      from = escaped.end;
    } else if (!(c >= 0x20)) {
      throw jsonError(text, at, 'the closing quote of a string');
    } else if (isHighSurrogate(c) && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
    } else if (isHighSurrogate(c) || isLowSurrogate(c)) {
      value += `${text.slice(from, at)}\ufffd`;
      from = at + 1;
    }
  }
}

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function scanEscape(text: string, at: number): { value: string; end: number } {
  const letter = text.charAt(at + 1);
  const simple = SIMPLE.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  if (letter !== 'u') throw jsonError(text, at + 1, 'an escape of JSON');
  const unit = hexUnit(text, at + 2);
  if (unit < 0) throw jsonError(text, at + 2, 'an escape with four hexadecimal digits');
  if (isHighSurrogate(unit) && text.startsWith('\\u', at + 6)) {
    const low = hexUnit(text, at + 8);
    if (isLowSurrogate(low)) return { value: String.fromCharCode(unit, low), end: at + 12 };
  }
  const lone = isHighSurrogate(unit) || isLowSurrogate(unit);
  return { value: lone ? '\ufffd' : String.fromCharCode(unit), end: at + 6 };
}

/** Four hexadecimal digits, or -1. */
function hexUnit(text: string, at: number): number {
  let unit = 0;
  for (let i = 0; i < 4; i++) {
    const digit = hexValue(text.charCodeAt(at + i));
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

/** End of the number at `start`. */
export function scanJsonNumber(text: string, start: number): number {
  let at = text.charCodeAt(start) === 0x2d ? start + 1 : start;
  if (text.charCodeAt(at) === 0x30) at++;
  else at = skipDigits(text, at);
  if (text.charCodeAt(at) === 0x2e) at = skipDigits(text, at + 1);
  const c = text.charCodeAt(at);
  if (c === 0x65 || c === 0x45) {
    const sign = text.charCodeAt(at + 1);
    at = skipDigits(text, sign === 0x2b || sign === 0x2d ? at + 2 : at + 1);
  }
  return at;
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at === from) throw jsonError(text, at, 'a digit');
  return at;
}

const INTEGER = /^-?[0-9]+$/;
const INT64_LIMIT = 1n << 63n;

/** An integer literal in int64 stays an integer, every other one is a float64; undefined beyond that. */
export function jsonNumber(
  literal: string,
): { kind: 'int'; value: number | bigint } | { kind: 'float'; value: number } | undefined {
  const value = Number(literal);
  if (INTEGER.test(literal)) {
    if (Number.isSafeInteger(value)) return { kind: 'int', value: value === 0 ? 0 : value };
    const integer = BigInt(literal);
    if (integer >= -INT64_LIMIT && integer < INT64_LIMIT) return { kind: 'int', value: compactInteger(integer) };
  }
  return Number.isFinite(value) ? { kind: 'float', value } : undefined;
}
