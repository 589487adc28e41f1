// A place in an object being decoded, and readers of its value that report a wrong type and go on.
import type { QuickFix } from '../documents/diagnostic.ts';
import type { DocumentValue, IntValue, Span } from '../documents/document-value.ts';
import type { DecodeContext, Problem } from './decode-context.ts';
import { replaceValue } from './quick-fixes.ts';
import { quoteText, whatItIs } from './value-words.ts';

/**
 * A value with the way to it. JSON decoding in Go: null for a field means that the field is absent (`MapFields.get` sees to
 * that); null as a list element or map value means the zero value, which is what the readers here return for it.
 */
export interface Field {
  readonly context: DecodeContext;
  readonly parent: Field | undefined;
  /** The name or position under the parent; empty for the object itself. */
  readonly key: string | number;
  readonly value: DocumentValue;
  /** Where the name is written, if the field has one. */
  readonly keySpan: Span | undefined;
}

/** The path as the API server writes it: `spec.ingress[0].from[0].ipBlock.cidr`. */
export function pathOf(field: Field): string {
  const parts: (string | number)[] = [];
  for (let at: Field | undefined = field; at?.parent; at = at.parent) parts.push(at.key);
  let path = '';
  for (const part of parts.reverse()) {
    if (typeof part === 'number') path += `[${part}]`;
    else path += path === '' ? part : `.${part}`;
  }
  return path;
}

/** The path of a field called `name` under `field`. */
export function pathUnder(field: Field, name: string): string {
  const path = pathOf(field);
  return path === '' ? name : `${path}.${name}`;
}

/** Where to point at a value; YAML writes null as nothing, and then it is the name, or that of the list it is in. */
function spanOf({ value, keySpan, parent }: Field): Span {
  if (value.end > value.start) return value;
  return keySpan ?? parent?.keySpan ?? value;
}

/** Where to point when something inside `field` is missing: at its name, or at the value if it has none. */
export function placeOf(field: Field): Span {
  return field.keySpan ?? spanOf(field);
}

export type Details = Pick<Problem, 'advice' | 'fixes'> & { readonly code?: string; readonly span?: Span };

/** Rejects the object: `<path>: <message>` at the value, or at `details.span`. */
export function rejectAt(field: Field, message: string, details: Details = {}): void {
  const { code = 'invalid-value', span = spanOf(field), advice, fixes } = details;
  field.context.reject({ span, code, message: `${pathOf(field)}: ${message}`, advice, fixes });
}

/** Rejects the object for a value out of range or out of syntax, in the API server's words. */
export function rejectValue(field: Field, shown: string | number, why: string, advice?: string): void {
  const value = typeof shown === 'number' ? String(shown) : quoteText(shown);
  rejectAt(field, `Invalid value: ${value}: ${why}`, { advice });
}

/** Rejects the object for a value outside a closed set, in the API server's words. */
export function rejectUnsupported(field: Field, value: string, supported: readonly string[]): void {
  const meant = supported.find((word) => word.toLowerCase() === value.trim().toLowerCase());
  const advice = meant ? `Write \`${meant}\`.` : `Write ${supported.map((word) => `\`${word}\``).join(' or ')}.`;
  const list = supported.map(quoteText).join(', ');
  const fixes = meant ? [replaceValue(field, meant)] : [];
  rejectAt(field, `Unsupported value: ${quoteText(value)}: supported values: ${list}`, { advice, fixes });
}

/** Rejects the object because `name` is missing under `field`. */
export function rejectMissing(
  field: Field,
  name: string,
  why = '',
  advice?: string,
  fixes?: readonly QuickFix[],
): void {
  const message = `${pathUnder(field, name)}: Required value${why === '' ? '' : `: ${why}`}`;
  field.context.reject({ span: placeOf(field), code: 'required-field', message, advice, fixes });
}

export function rejectType(field: Field, expected: string, advice?: string, fixes?: readonly QuickFix[]): void {
  rejectAt(field, `must be ${expected}, but ${whatItIs(field.value)}`, { code: 'wrong-type', advice, fixes });
}

export function readString(field: Field | undefined): string | undefined {
  if (!field) return undefined;
  const { value } = field;
  if (value.kind === 'string') return value.value;
  if (value.kind === 'null') return '';
  const text = 'text' in value ? value.text : undefined;
  const start = typeof field.key === 'number' ? '-' : `${field.key}:`;
  if (text === undefined) rejectType(field, 'a string');
  else
    rejectType(field, 'a string', `Quote it: \`${start} ${quoteText(text)}\`.`, [
      replaceValue(field, text, 'Quote it'),
    ]);
  return undefined;
}

export function readBool(field: Field | undefined): boolean | undefined {
  if (!field) return undefined;
  const { value } = field;
  if (value.kind === 'bool') return value.value;
  if (value.kind === 'null') return false;
  const meant = value.kind === 'string' && /^(true|false)$/i.test(value.value) ? value.value.toLowerCase() : undefined;
  rejectType(
    field,
    'true or false',
    meant && `Remove the quotes: \`${field.key}: ${meant}\`.`,
    meant ? [replaceValue(field, meant === 'true')] : [],
  );
  return undefined;
}

/** An int32, which is what ports and replicas are; larger numbers do not decode. */
export function readInt32(field: Field | undefined): number | undefined {
  if (!field) return undefined;
  const { value } = field;
  if (value.kind === 'null') return 0;
  if (value.kind === 'int') return int32Of(field, value);
  const digits = value.kind === 'string' && /^-?\d+$/.test(value.value);
  const advice = digits ? `Remove the quotes: \`${field.key}: ${value.value}\`.` : undefined;
  rejectType(field, 'a whole number', advice, digits ? [replaceValue(field, Number(value.value))] : []);
  return undefined;
}

function int32Of(field: Field, { value, text }: IntValue): number | undefined {
  if (value >= -0x80000000 && value <= 0x7fffffff) return Number(value);
  rejectAt(field, `\`${text}\` does not fit into 32 bits`, { code: 'wrong-type' });
  return undefined;
}

/** A number that may have a fraction. */
export function readNumber(field: Field | undefined): number | undefined {
  if (!field) return undefined;
  const { value } = field;
  if (value.kind === 'int' || value.kind === 'float') return Number(value.value);
  const digits = value.kind === 'string' && /^-?\d+(\.\d+)?$/.test(value.value) ? value.value : undefined;
  const advice = digits && `Remove the quotes: \`${field.key}: ${digits}\`.`;
  rejectType(
    field,
    'a number',
    advice ?? 'Write a number such as `100`.',
    digits === undefined ? [] : [replaceValue(field, { code: digits })],
  );
  return undefined;
}

/** A number or a name (`IntOrString` of the API). */
export function readIntOrString(field: Field | undefined): number | string | undefined {
  if (!field) return undefined;
  const { value } = field;
  if (value.kind === 'string') return value.value;
  if (value.kind === 'int') return int32Of(field, value);
  if (value.kind === 'null') return 0;
  rejectType(field, 'a whole number or a name');
  return undefined;
}

/** The elements; none where the field is absent or not a list (which is reported). */
export function readList(field: Field | undefined): readonly Field[] {
  if (!field) return [];
  const { value, context } = field;
  if (value.kind === 'list') {
    return value.items.map((item, key) => ({ context, parent: field, key, value: item, keySpan: undefined }));
  }
  if (value.kind !== 'null') {
    const scalar = value.kind !== 'map' && 'value' in value;
    if (scalar) {
      const text = String(value.value);
      rejectType(field, 'a list', `Write \`${field.key}: [${text}]\`.`, [
        replaceValue(field, value.kind === 'string' ? [text] : { code: `[${text}]` }),
      ]);
    } else rejectType(field, 'a list', 'Put `- ` before each item.');
  }
  return [];
}
