// Ordinary data to YAML that kubectl and every other reader take for exactly that data.
import { Document, isScalar, Scalar, visit } from 'yaml';
import { resolveScalar } from './resolve-scalar.ts';

const MAX_DEPTH = 100;

/** Texts without any character that could mean something to YAML. */
const HARMLESS = /^[A-Za-z_]([A-Za-z0-9_./-]*[A-Za-z0-9_])?$/;
/** Fields whose keys and values are free text and must be strings, so that quotes leave no doubt. */
const FREE_TEXT: ReadonlySet<unknown> = new Set(['labels', 'matchLabels', 'annotations', 'values', 'nodeSelector']);
/** Invisible, a line break to some reader, or refused by YAML: escaped inside of quotes. */
const INVISIBLE = /(?![ \n])[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether every YAML reader takes the bare text for this very string. */
function isPlain(text: string): boolean {
  return HARMLESS.test(text) && resolveScalar(text, '')?.type === 'string';
}

/** Half a surrogate pair is no character that a file could hold. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** The string's node: in double quotes unless it is plain and its place leaves no doubt. */
function styleOf(text: string, quoted: boolean): Scalar.Type {
  return isPlain(text) && !quoted ? Scalar.PLAIN : Scalar.QUOTE_DOUBLE;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function checkDepth(value: unknown, depth: number): void {
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new TypeError(`a ${typeof value} cannot be written as YAML`);
  }
  if (!isObject(value)) return;
  if (depth >= MAX_DEPTH) throw new RangeError(`a value nested more than ${MAX_DEPTH} deep cannot be written`);
  for (const item of Object.values(value)) checkDepth(item, depth + 1);
}

/**
 * YAML in block style, ending in a line break: objects, arrays, strings, numbers, bigints, booleans, null. Properties that are
 * undefined are left out. Strings are plain only where every YAML reader agrees that they are strings; label and annotation
 * keys and values are always in double quotes, and so are CIDRs, which a flow map would misread.
 * @throws RangeError if the value is nested more than 100 deep, as a cyclic one is; TypeError for a function or symbol
 */
export function writeYaml(value: unknown): string {
  checkDepth(value, 0);
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Scalar(key, node, path) {
      if (typeof node.value === 'number' && !Number.isFinite(node.value)) node.value = null;
      if (typeof node.value !== 'string') return;
      node.value = wellFormed(node.value);
      const pairs = path.flatMap((step) => ('key' in step && isScalar(step.key) ? [step.key.value] : []));
      // A key's own pair does not quote it; the field it stands under does.
      const holder = key === 'key' ? pairs.at(-2) : pairs.at(-1);
      node.type = styleOf(String(node.value), FREE_TEXT.has(holder) || (key !== 'key' && FREE_TEXT.has(pairs.at(-2))));
    },
  });
  return document
    .toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY })
    .replace(INVISIBLE, escaped);
}

/** One string as a YAML scalar on one line; `quoted` puts it in double quotes in any case. */
export function writeScalar(text: string, quoted = false): string {
  if (isPlain(text) && !quoted) return text;
  // JSON's escapes are YAML's.
  return JSON.stringify(wellFormed(text)).replace(INVISIBLE, escaped);
}
