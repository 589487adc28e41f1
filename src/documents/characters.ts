// Character classes of YAML 1.1 as go-yaml tests them, on UTF-16 code units. `END` stands for the end of the text.

/** What the cursor reads past the last character. A NUL never gets this far: it is refused before scanning. */
export const END = 0;

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const NEL = 0x85;
export const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;
export const BYTE_ORDER_MARK = 0xfeff;

export function isBreak(c: number): boolean {
  return c === LF || c === CR || c === NEL || c === LINE_SEPARATOR || c === PARAGRAPH_SEPARATOR;
}

export function isBlank(c: number): boolean {
  return c === SPACE || c === TAB;
}

export function isBreakOrEnd(c: number): boolean {
  return c === END || isBreak(c);
}

export function isBlankOrEnd(c: number): boolean {
  return c === SPACE || c === LF || c === END || c === TAB || isBreak(c);
}

/** The letters of anchors, tag handles and directive names: `[0-9A-Za-z_-]`. */
export function isNameCharacter(c: number): boolean {
  return (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || c === 0x5f || c === 0x2d;
}

export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

/** The value of a hexadecimal digit, or -1. */
export function hexValue(c: number): number {
  if (c >= 0x30 && c <= 0x39) return c - 0x30;
  if (c >= 0x41 && c <= 0x46) return c - 0x37;
  if (c >= 0x61 && c <= 0x66) return c - 0x57;
  return -1;
}

export function isHighSurrogate(c: number): boolean {
  return c >= 0xd800 && c <= 0xdbff;
}

export function isLowSurrogate(c: number): boolean {
  return c >= 0xdc00 && c <= 0xdfff;
}

/** White space as Go's `unicode.IsSpace` has it, which trims separator lines and looks for a leading `{`. */
export function isUnicodeSpace(c: number): boolean {
  if (c < 0x80) return c === SPACE || (c >= 0x09 && c <= 0x0d);
  return (
    c === NEL ||
    c === 0xa0 ||
    c === 0x1680 ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === LINE_SEPARATOR ||
    c === PARAGRAPH_SEPARATOR ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000
  );
}

/**
 * A byte of invalid UTF-8 is carried through as this unit plus the byte (U+DC80–U+DCFF), so that one string can stand for
 * any bytes. No valid text holds lone surrogates.
 */
export const BAD_BYTE = 0xdc00;

/** Length in UTF-8 of `text` between two offsets; a lone U+DC80–U+DCFF is one byte, other lone surrogates three (U+FFFD). */
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) bytes += 1;
    else if (c < 0x800) bytes += 2;
    else if (isHighSurrogate(c) && i + 1 < end && isLowSurrogate(text.charCodeAt(i + 1))) {
      bytes += 4;
      i++;
    } else if (c >= BAD_BYTE + 0x80 && c <= BAD_BYTE + 0xff) bytes += 1;
    else bytes += 3;
  }
  return bytes;
}

/** `U+202E`, as messages name characters nobody can see. */
export function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
