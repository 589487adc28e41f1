// Builds quick fixes: the text edits that replace a value, rename a field or add one, in the style the text is written in.
import type { QuickFix } from '../documents/diagnostic.ts';
import type { DocumentValue, Span } from '../documents/document-value.ts';
import { resolveScalar } from '../documents/resolve-scalar.ts';
import type { TextEdit } from '../documents/text-edit.ts';
import { writeScalar } from '../documents/write-scalar.ts';
import type { Field } from './field.ts';
import { cutText } from './value-words.ts';

/** What a fix writes: a text becomes a scalar that reads as that text, several a list of such; code is written as it is. */
export type NewValue = string | number | boolean | readonly string[] | { readonly code: string };

/** Texts that need no quotes in block style, beside those of `writeScalar`: `10.0.0.0/8`, `app == 'web'`. */
const PLAIN_START = /^[A-Za-z0-9_(]/;
const PLAIN_BREAK = /: | #|:$|[\p{C}\p{Zl}\p{Zp}\t]|^\s|\s$/u;
const FLOW_BREAK = /[,[\]{}]/;

export function edit({ context }: Field, { start, end }: Span, text: string): TextEdit {
  return { file: context.object.file, start, end: Math.min(end, context.object.text.length), text };
}

/** Whether the map or list is written in braces or brackets. */
export function isFlow({ context, value }: Field): boolean {
  const first = context.object.text.charAt(value.start);
  return first === '{' || first === '[';
}

/** Whether the field stands inside of braces or brackets, at any depth. */
export function isInFlow(field: Field): boolean {
  for (let at = field.parent; at; at = at.parent) if (isFlow(at)) return true;
  return false;
}

/** Whether the names around the field are in double quotes, as JSON's are. */
export function isJson(field: Field): boolean {
  const { context, keySpan } = keyedField(field);
  return keySpan !== undefined && context.object.text.charAt(keySpan.start) === '"';
}

function keyedField(field: Field): Field {
  let at = field;
  while (!at.keySpan && at.parent) at = at.parent;
  return at;
}

/** `value` as a scalar for the place of `field`: quoted as the value there is, bare where that is safe. */
function scalarFor(field: Field, value: NewValue): string {
  if (typeof value !== 'string') return codeOf(value, isJson(field));
  const quote = field.context.object.text.charAt(field.value.start);
  if (quote === "'" && isOneLine(value)) return `'${value.replaceAll("'", "''")}'`;
  if (quote === '"' || isJson(field)) return writeScalar(value, true);
  if (isBare(value, isInFlow(field))) return value;
  if (value.includes('"') && !value.includes("'") && isOneLine(value)) return `'${value}'`;
  return writeScalar(value, true);
}

function codeOf(value: Exclude<NewValue, string>, quoted: boolean): string {
  if (typeof value !== 'object') return String(value);
  return 'code' in value ? value.code : `[${value.map((item) => writeScalar(item, quoted)).join(', ')}]`;
}

function isOneLine(text: string): boolean {
  return !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);
}

function isBare(text: string, inFlow: boolean): boolean {
  if (!PLAIN_START.test(text) || PLAIN_BREAK.test(text) || (inFlow && FLOW_BREAK.test(text))) return false;
  // Digits and colons are a number in base sixty to readers of YAML 1.1.
  if (/^[0-9:]+$/.test(text)) return false;
  const read = resolveScalar(text, '');
  return read?.type === 'string' && read.value === text;
}

/** Replaces the value of `field`. */
export function replaceValue(field: Field, value: NewValue, title = `Write \`${shown(value)}\``): QuickFix {
  return { title, edits: [valueEdit(field, value)] };
}

function valueEdit(field: Field, value: NewValue): TextEdit {
  const { text } = field.context.object;
  const isNode = field.value.kind === 'map' || field.value.kind === 'list';
  // What stands in a block on lines of its own goes behind the name.
  if (isNode && field.keySpan) {
    return edit(field, { start: field.keySpan.end, end: field.value.end }, `: ${entryScalar(field, value)}`);
  }
  // A block scalar ends behind its line break.
  const lineEnd = text.slice(field.value.start, field.value.end).match(/(\r?\n)\s*$/)?.[1] ?? '';
  const inBlockScalar = /^[|>]/.test(text.charAt(field.value.start));
  return edit(field, field.value, `${scalarFor(field, value)}${inBlockScalar ? lineEnd : ''}`);
}

function shown(value: NewValue): string {
  return cutText(typeof value === 'string' ? value : codeOf(value, false));
}

/** Renames `field`; nothing where a field of that name is there already. */
export function renameField(field: Field, name: string, title = `Write \`${name}\``): readonly QuickFix[] {
  const rename = renameEdit(field, name);
  return rename ? [{ title, edits: [rename] }] : [];
}

function renameEdit(field: Field, name: string): TextEdit | undefined {
  if (!field.keySpan || hasEntry(field.parent, name)) return undefined;
  return edit(field, field.keySpan, isJson(field) ? `"${name}"` : name);
}

export function hasEntry(map: Field | undefined, name: string): boolean {
  return map?.value.kind === 'map' && map.value.entries.some((entry) => entry.key === name);
}

/** Replaces name and value of `field` by an entry with a scalar; for values that are maps or lists, too. */
export function entryEdit(field: Field, name: string, value: NewValue): TextEdit | undefined {
  const { keySpan, parent } = field;
  if (!keySpan || (name !== field.key && hasEntry(parent, name))) return undefined;
  if (parent && !isFlow(parent) && indentOf(field.context.object.text, keySpan) === undefined) return undefined;
  const key = isJson(field) ? `"${name}"` : name;
  return edit(field, { start: keySpan.start, end: field.value.end }, `${key}: ${entryScalar(field, value)}`);
}

/** Replaces a map or list by a scalar. */
export function nodeEdit(field: Field, value: NewValue): TextEdit {
  return edit(field, field.value, entryScalar(field, value));
}

/** Replaces the entry of `field` by others, whose values are written as they are. */
export function replaceEntry(
  field: Field,
  entries: readonly (readonly [name: string, code: string])[],
): TextEdit | undefined {
  const { keySpan, parent, value, context } = field;
  if (!keySpan || !parent) return undefined;
  const quote = isJson(field) ? '"' : '';
  const indent = isFlow(parent) ? undefined : indentOf(context.object.text, keySpan);
  if (!isFlow(parent) && indent === undefined) return undefined;
  const separator = indent === undefined ? ', ' : `${lineBreak(context.object.text, keySpan.start)}${indent}`;
  const code = entries.map(([name, written]) => `${quote}${name}${quote}: ${written}`);
  return edit(field, { start: keySpan.start, end: value.end }, code.join(separator));
}

/** The blanks that put a line in one column with the name at `keySpan`; undefined where something else stands before it. */
function indentOf(text: string, keySpan: Span): string | undefined {
  const lineStart = text.lastIndexOf('\n', keySpan.start - 1) + 1;
  const before = text.slice(lineStart, keySpan.start);
  return /^[ -]*$/.test(before) ? ' '.repeat(before.length) : undefined;
}

/** A scalar for the place of a map or list, whose first character says nothing about quotes. */
function entryScalar(field: Field, value: NewValue): string {
  const { start } = field.keySpan ?? field.value;
  return scalarFor({ ...field, value: { kind: 'null', start, end: start } }, value);
}

/**
 * Adds the entry `name: value` to a map: behind the entry `after` where that is a scalar on one line or in braces, else in front. Undefined
 * where the map is written in a way that leaves no simple place.
 */
export function insertEdit(map: Field, name: string, value: NewValue, after?: string): TextEdit | undefined {
  if (map.value.kind !== 'map' || hasEntry(map, name)) return undefined;
  const first = map.value.entries[0];
  const { text } = map.context.object;
  const child: Field = { ...map, parent: map, keySpan: first?.keySpan, value: nothingAt(map.value.start + 1) };
  const json = first !== undefined && text.charAt(first.keySpan.start) === '"';
  const entry = `${json ? `"${name}"` : name}: ${json ? jsonScalar(value) : scalarFor(child, value)}`;
  if (isFlow(map)) {
    const before = map.value.entries.find((one) => one.key === after)?.value;
    if (before && before.end > before.start) return edit(map, { start: before.end, end: before.end }, `, ${entry}`);
    const at = first?.keySpan.start ?? map.value.start + 1;
    return edit(map, { start: at, end: at }, first ? `${entry}, ` : entry);
  }
  if (!first) return undefined;
  const indent = indentOf(text, first.keySpan);
  if (indent === undefined) return undefined;
  const place = map.value.entries.find((one) => one.key === after);
  if (place && isScalarOnLine(text, place.keySpan, place.value)) {
    const at = endOfLine(text, place.value.end);
    return edit(map, { start: at, end: at }, `${lineBreak(text, at)}${indent}${entry}`);
  }
  const at = first.keySpan.start;
  return edit(map, { start: at, end: at }, `${entry}${lineBreak(text, at)}${indent}`);
}

function jsonScalar(value: NewValue): string {
  return typeof value === 'string' ? JSON.stringify(value) : codeOf(value, true);
}

function nothingAt(at: number): DocumentValue {
  return { kind: 'null', start: at, end: at };
}

function isScalarOnLine(text: string, { start }: Span, value: DocumentValue): boolean {
  return value.kind !== 'map' && value.kind !== 'list' && !text.slice(start, value.end).includes('\n');
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  if (found < 0) return text.length;
  return text.charAt(found - 1) === '\r' ? found - 1 : found;
}

/** How the line at `at`, or the one before it, ends. */
function lineBreak(text: string, at: number): string {
  const next = text.indexOf('\n', at);
  const found = next < 0 ? text.lastIndexOf('\n', at) : next;
  return text.charAt(found - 1) === '\r' ? '\r\n' : '\n';
}

/** One fix of these edits; none where one of them is undefined. */
export function fixOf(title: string, ...edits: readonly (TextEdit | undefined)[]): readonly QuickFix[] {
  const all = edits.filter((one) => one !== undefined);
  return all.length === edits.length && all.length > 0 ? [{ title, edits: all }] : [];
}
