// What a YAML scalar is: the port of go-yaml v2 `resolve()`, as kubectl reads values and keys.
import { decodeBase64Text } from './decode-base64.ts';
import { isTimestamp } from './timestamp.ts';

export type ResolvedScalar =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'null' }
  /** In int64; `bigint` only beyond 2^53 - 1. */
  | { readonly type: 'int'; readonly value: number | bigint }
  /** Beyond int64 but in uint64. */
  | { readonly type: 'uint'; readonly value: bigint }
  /** May be NaN or infinite, which JSON cannot carry. */
  | { readonly type: 'float'; readonly value: number };

const PREFIX = 'tag:yaml.org,2002:';
const NULL: ResolvedScalar = { type: 'null' };
const TRUE: ResolvedScalar = { type: 'bool', value: true };
const FALSE: ResolvedScalar = { type: 'bool', value: false };
const INFINITY: ResolvedScalar = { type: 'float', value: Number.POSITIVE_INFINITY };

const WORDS = new Map<string, ResolvedScalar>();
for (const word of 'y Y yes Yes YES true True TRUE on On ON'.split(' ')) WORDS.set(word, TRUE);
for (const word of 'n N no No NO false False FALSE off Off OFF'.split(' ')) WORDS.set(word, FALSE);
for (const word of ['', '~', 'null', 'Null', 'NULL']) WORDS.set(word, NULL);
for (const word of ['.nan', '.NaN', '.NAN']) WORDS.set(word, { type: 'float', value: Number.NaN });
for (const word of ['inf', 'Inf', 'INF']) {
  WORDS.set(`.${word}`, INFINITY);
  WORDS.set(`+.${word}`, INFINITY);
  WORDS.set(`-.${word}`, { type: 'float', value: Number.NEGATIVE_INFINITY });
}
const LONGEST_WORD = 5;

const INT64_MAX = (1n << 63n) - 1n;
const INT64_MIN = -(1n << 63n);
const UINT64_MAX = (1n << 64n) - 1n;

const DECIMAL = /^[-+]?[1-9][0-9]{0,14}$/;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|(?:0[oO]([0-7]+))|(0[0-7]*)|([1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const DOT_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
const SIGNED_BINARY = /^0b([-+])([01]+)$/;

/** Whether plain text that begins with this character may be anything but a string. */
function hasHint(c: number): boolean {
  if (c >= 0x30 && c <= 0x39) return true;
  switch (c) {
    case 0x2b: // +
    case 0x2d: // -
    case 0x2e: // .
    case 0x7e: // ~
    case 0x79: // y Y n N t T f F o O
    case 0x59:
    case 0x6e:
    case 0x4e:
    case 0x74:
    case 0x54:
    case 0x66:
    case 0x46:
    case 0x6f:
    case 0x4f:
      return true;
    default:
      return false;
  }
}

/** Whether a plain scalar without a tag is surely a string, so that nothing need be resolved. */
export function isPlainString(text: string): boolean {
  return text !== '' && !hasHint(text.charCodeAt(0));
}

/**
 * What `text` is under `tag` (long form, or empty for a plain scalar without one; quoted and block scalars without a tag are
 * strings and need no resolving). Undefined: go-yaml refuses the text under that tag.
 */
export function resolveScalar(text: string, tag: string): ResolvedScalar | undefined {
  if (tag === '') return resolvePlain(text);
  if (!tag.startsWith(PREFIX)) return { type: 'string', value: text };
  const wanted = tag.slice(PREFIX.length);
  switch (wanted) {
    case 'binary': {
      const value = decodeBase64Text(text);
      return value === undefined ? undefined : { type: 'string', value };
    }
    case 'timestamp':
      return isTimestamp(text) ? { type: 'string', value: text } : undefined;
    case 'bool':
    case 'null':
    case 'int':
    case 'float': {
      const resolved = resolvePlain(text);
      if (resolved.type === wanted || (wanted === 'int' && resolved.type === 'uint')) return resolved;
      if (wanted === 'float' && resolved.type === 'int') return { type: 'float', value: Number(resolved.value) };
      return undefined;
    }
    default:
      return { type: 'string', value: text };
  }
}

/** The table of go-yaml: words, then numbers; dates stay strings. */
function resolvePlain(text: string): ResolvedScalar {
  if (isPlainString(text)) return { type: 'string', value: text };
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  const first = text.charCodeAt(0);
  if (first === 0x2e) return resolveDotFloat(text) ?? { type: 'string', value: text };
  const numeric = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d;
  return (numeric ? resolveNumber(text) : undefined) ?? { type: 'string', value: text };
}

/** Text that begins with a dot: underscores only between digits. */
function resolveDotFloat(text: string): ResolvedScalar | undefined {
  if (!DOT_FLOAT.test(text)) return undefined;
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? { type: 'float', value } : undefined;
}

/** Text that begins with a digit or a sign: underscores are dropped wherever they stand. */
function resolveNumber(text: string): ResolvedScalar | undefined {
  if (DECIMAL.test(text)) return { type: 'int', value: Number(text) };
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  const match = INTEGER.exec(digits);
  if (match !== null) {
    const integer = integerOf(magnitudeOf(match), match[1] ?? '');
    if (integer !== undefined) return integer;
  }
  if (FLOAT.test(digits)) {
    const value = Number(digits);
    if (Number.isFinite(value)) return { type: 'float', value };
  }
  const binary = SIGNED_BINARY.exec(digits);
  return binary === null ? undefined : integerOf(BigInt(`0b${binary[2]}`), binary[1] ?? '');
}

/** A leading 0 alone means octal. */
function magnitudeOf([, , hex, binary, octal, oldOctal, decimal]: RegExpExecArray): bigint {
  if (hex !== undefined) return BigInt(`0x${hex}`);
  if (binary !== undefined) return BigInt(`0b${binary}`);
  if (octal !== undefined) return BigInt(`0o${octal}`);
  if (oldOctal !== undefined) return BigInt(`0o0${oldOctal}`);
  return BigInt(decimal ?? '0');
}

function integerOf(magnitude: bigint, sign: string): ResolvedScalar | undefined {
  const value = sign === '-' ? -magnitude : magnitude;
  if (value >= INT64_MIN && value <= INT64_MAX) return { type: 'int', value: compactInteger(value) };
  return sign === '' && value <= UINT64_MAX ? { type: 'uint', value } : undefined;
}

/** A number where it is exact, otherwise the bigint. */
export function compactInteger(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** The integer that kubectl makes of a float on its way through JSON (`80.0` is 80), or undefined if it stays a float. */
export function integerOfFloat(value: number): number | bigint | undefined {
  if (!Number.isInteger(value)) return undefined;
  if (Number.isSafeInteger(value)) return value === 0 ? 0 : value;
  if (Math.abs(value) >= 1e21) return undefined;
  // The JSON text has the shortest digits, padded with zeros: not the float's exact value.
  const integer = BigInt(String(value));
  return integer >= INT64_MIN && integer <= INT64_MAX ? integer : undefined;
}
