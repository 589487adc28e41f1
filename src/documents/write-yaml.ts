// Ordinary data to YAML that kubectl and every other reader take for exactly that data.
import { isHighSurrogate, isLowSurrogate } from './characters.ts';
import { resolveScalar } from './resolve-scalar.ts';

const MAX_DEPTH = 100;

/** Texts without any character that could mean something to YAML. */
const HARMLESS = /^[A-Za-z_][A-Za-z0-9_./-]*$/;
/** Fields whose keys and values are free text and must be strings, so that quotes leave no doubt. */
const FREE_TEXT: ReadonlySet<string> = new Set(['labels', 'matchLabels', 'annotations', 'values', 'nodeSelector']);
const SHORT_ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x00, '\\0'],
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
]);

/**
 * YAML in block style, ending in a line break: objects, arrays, strings, numbers, bigints, booleans, null. Properties that are
 * undefined are left out. Strings are plain only where every YAML reader agrees that they are strings; label and annotation
 * keys and values are always in double quotes, and so are CIDRs, which a flow map would misread.
 * @throws RangeError if the value is nested more than 100 deep, as a cyclic one is; TypeError for a function or symbol
 */
export function writeYaml(value: unknown): string {
  if (!isCollection(value) || isEmpty(value)) return `${inline(value, false)}\n`;
  const lines: string[] = [];
  writeBlock(value, 0, false, lines);
  return `${lines.join('\n')}\n`;
}

type Collection = readonly unknown[] | { readonly [key: string]: unknown };

function isCollection(value: unknown): value is Collection {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: Collection): boolean {
  return entriesOf(value).length === 0;
}

function entriesOf(value: Collection): [string, unknown][] {
  if (Array.isArray(value)) return value.map((item, i) => [String(i), item === undefined ? null : item]);
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

/** Writes a collection that is not empty, each line with its indentation. */
function writeBlock(value: Collection, depth: number, quoted: boolean, lines: string[]): void {
  if (depth >= MAX_DEPTH) throw new RangeError(`a value nested more than ${MAX_DEPTH} deep cannot be written`);
  const indent = '  '.repeat(depth);
  const isList = Array.isArray(value);
  for (const [key, item] of entriesOf(value)) {
    const head = isList ? '-' : `${text(key, quoted)}:`;
    const quotesInside = isList ? quoted : FREE_TEXT.has(key);
    if (!isCollection(item) || isEmpty(item)) {
      lines.push(`${indent}${head} ${inline(item, quoted || quotesInside)}`);
      continue;
    }
    const from = lines.length + (isList ? 0 : 1);
    if (!isList) lines.push(indent + head);
    writeBlock(item, depth + 1, quotesInside, lines);
    // The first line of a list item stands behind its dash.
    if (isList) lines[from] = `${indent}- ${(lines[from] ?? '').slice(indent.length + 2)}`;
  }
}

/** A scalar, or an empty collection. */
function inline(value: unknown, quoted: boolean): string {
  switch (typeof value) {
    case 'string':
      return text(value, quoted);
    case 'number':
      return Number.isFinite(value) ? String(value) : 'null';
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? '[]' : '{}';
    default:
      throw new TypeError(`a ${typeof value} cannot be written as YAML`);
  }
}

function text(value: string, quoted: boolean): string {
  const resolved = HARMLESS.test(value) ? resolveScalar(value, '') : undefined;
  return resolved?.type === 'string' && !quoted ? value : quote(value);
}

/** In double quotes, with everything escaped that is invisible, a line break to some reader, or refused by YAML. */
function quote(value: string): string {
  let result = '"';
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    const short = SHORT_ESCAPES.get(code);
    if (short !== undefined) result += short;
    else if (isHighSurrogate(code) || isLowSurrogate(code)) result += '\\ufffd';
    else if (isVisible(code, character)) result += character;
    else if (code <= 0xffff) result += `\\u${code.toString(16).padStart(4, '0')}`;
    else result += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return `${result}"`;
}

/** Not a control, format, separator (but the space), private, unassigned or zero-width character. */
function isVisible(code: number, character: string): boolean {
  return (
    code === 0x20 ||
    (code > 0x20 && code < 0x7f) ||
    (code > 0xa0 && !/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character))
  );
}
