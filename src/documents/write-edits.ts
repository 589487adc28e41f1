// Builds the text edits of quick fixes from places in manifests: adds, replaces and renames, in the style the text is written in.
import type { QuickFix } from './diagnostic.ts';
import { type DocumentValue, entryOf, type Span } from './document-value.ts';
import type { Place } from './manifest.ts';
import type { TextEdit } from './text-edit.ts';
import { writeScalar } from './write-scalar.ts';

/** What a fix writes. */
export type NewValue = string | number | readonly NewValue[] | { readonly [key: string]: NewValue };

export const editAt = ({ file }: Place, { start, end }: Span, text: string): TextEdit => ({
  file: file.path,
  start,
  end,
  text,
});

const isList = (value: NewValue): value is readonly NewValue[] => Array.isArray(value);

/** On one line, in braces and brackets. */
export function flowText(value: NewValue, isJson: boolean): string {
  if (typeof value === 'string') return isJson ? JSON.stringify(value) : writeScalar(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return `[${value.map((item) => flowText(item, isJson)).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${isJson ? `"${key}"` : key}: ${flowText(item, isJson)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Lines of block style, without indentation before the first. */
function blockLines(value: NewValue): readonly string[] {
  if (typeof value !== 'object' || isList(value)) return [flowText(value, false)];
  return Object.entries(value).flatMap(([key, item]) => {
    const isShort = typeof item !== 'object' || isList(item) || Object.keys(item).length < 2;
    if (isShort) return [`${key}: ${flowText(item, false)}`];
    return [`${key}:`, ...blockLines(item).map((line) => `  ${line}`)];
  });
}

const textAt = ({ file }: Place, { start, end }: Span): string => file.text.slice(start, end);
export const isFlow = (place: Place): boolean => /^[[{]/.test(place.file.text.charAt(place.value.start));

export function isInFlow(place: Place): boolean {
  for (let at = place.parent; at; at = at.parent) if (isFlow(at)) return true;
  return false;
}

/** Whether the entries are named in double quotes, as JSON's are. */
export function isJson({ file, value, keySpan, parent }: Place): boolean {
  const key = value.kind === 'map' ? value.entries[0]?.keySpan : keySpan;
  if (key) return file.text.charAt(key.start) === '"';
  return parent !== undefined && isJson(parent);
}

export const lineBreakOf = ({ file }: Place): string => (file.text.includes('\r\n') ? '\r\n' : '\n');

/** The blanks that put a line in one column with what stands at `offset`; undefined where something else stands before it. */
export function indentAt({ file }: Place, offset: number): string | undefined {
  const before = file.text.slice(file.text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ -]*$/.test(before) ? ' '.repeat(before.length) : undefined;
}

/** The end of the line on which the value's last character stands. */
export function lineEndAfter({ file }: Place, { start, end }: Span): number {
  const last = start + file.text.slice(start, end).trimEnd().length;
  const found = file.text.indexOf('\n', last);
  if (found < 0) return file.text.length;
  return file.text.charAt(found - 1) === '\r' ? found - 1 : found;
}

/** Adds the entry `name: value` in front of a map's others; undefined where it is there already or there is no simple place. */
export function addEntry(map: Place | undefined, name: string, value: NewValue): TextEdit | undefined {
  if (map?.value.kind !== 'map' || entryOf(map.value, name)) return undefined;
  const first = map.value.entries[0];
  const json = isJson(map);
  const key = json ? `"${name}"` : name;
  if (isFlow(map)) {
    const at = first?.keySpan.start ?? map.value.start + 1;
    return editAt(map, { start: at, end: at }, `${key}: ${flowText(value, json)}${first ? ', ' : ''}`);
  }
  const indent = first && indentAt(map, first.keySpan.start);
  if (!first || indent === undefined) return undefined;
  const at = first.keySpan.start;
  const lines = blockLines({ [name]: value });
  return editAt(map, { start: at, end: at }, lines.map((line) => `${line}${lineBreakOf(map)}${indent}`).join(''));
}

/** Adds an item behind a list's others; undefined where there is no simple place. */
export function addItem(list: Place | undefined, value: NewValue): TextEdit | undefined {
  if (list?.value.kind !== 'list') return undefined;
  const last = list.value.items.at(-1);
  if (isFlow(list)) {
    const at = last ? last.end : list.value.start + 1;
    return editAt(list, { start: at, end: at }, `${last ? ', ' : ''}${flowText(value, isJson(list))}`);
  }
  const dash = list.value.start;
  const indent = indentAt(list, dash);
  if (!last || indent === undefined || list.file.text.charAt(dash) !== '-') return undefined;
  const at = lineEndAfter(list, last);
  const [head = '', ...rest] = blockLines(value);
  const lines = [`${indent}- ${head}`, ...rest.map((line) => `${indent}  ${line}`)];
  return editAt(list, { start: at, end: at }, lines.map((line) => `${lineBreakOf(list)}${line}`).join(''));
}

const CHARACTERS_OF_FLOW = /[,[\]{}]/;

/** A text that stays what it is without quotes in this place: it begins like a word and holds nothing that ends it. */
function isBare(text: string, place: Place): boolean {
  if (!/^[A-Za-z]/.test(text) || /: | #|:$|[\p{C}\p{Zl}\p{Zp}]|\s$/u.test(text)) return false;
  return text.includes(' ') ? !isInFlow(place) || !CHARACTERS_OF_FLOW.test(text) : writeScalar(text) === text;
}

function scalarText(text: string, place: Place): string {
  const quote = place.file.text.charAt(place.value.start);
  if (quote === "'" && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  if (quote === '"' || isJson(place) || !isBare(text, place)) return writeScalar(text, true);
  return text;
}

/** Writes another value in the place of a scalar, or of a list by a list in brackets. */
export function replaceValue(place: Place | undefined, value: NewValue): TextEdit | undefined {
  if (!place || /^[|>&*]/.test(textAt(place, place.value))) return undefined;
  const written = typeof value === 'string' ? scalarText(value, place) : flowText(value, isJson(place));
  const { start } = place.value;
  return editAt(place, { start, end: start + textAt(place, place.value).trimEnd().length }, written);
}

/** Gives an entry another name; undefined where that is taken. */
export function renameEntry(place: Place | undefined, name: string): TextEdit | undefined {
  if (!place?.keySpan || place.parent?.value.kind !== 'map' || entryOf(place.parent.value, name)) return undefined;
  return editAt(place, place.keySpan, isJson(place) ? `"${name}"` : name);
}

/** Takes an entry out of a map that has others; undefined where it shares its lines with something else. */
export function removeEntry(place: Place | undefined): TextEdit | undefined {
  const { keySpan, parent, value } = place ?? {};
  if (!place || !keySpan || !value || parent?.value.kind !== 'map' || parent.value.entries.length < 2) return undefined;
  const { entries } = parent.value;
  const at = entries.findIndex((entry) => entry.keySpan.start === keySpan.start);
  const [before, after] = [entries[at - 1], entries[at + 1]];
  if (isFlow(parent)) {
    if (after) return editAt(place, { start: keySpan.start, end: after.keySpan.start }, '');
    return editAt(place, { start: before?.value.end ?? keySpan.start, end: value.end }, '');
  }
  const { text } = place.file;
  const lineStart = text.lastIndexOf('\n', keySpan.start - 1) + 1;
  if (!/^ *$/.test(text.slice(lineStart, keySpan.start))) return undefined;
  const end = lineEndAfter(place, value);
  return editAt(place, { start: Math.max(0, lineStart - lineBreakOf(place).length), end }, '');
}

/** Takes an item out of a list that has others; undefined where it shares its lines with something else. */
export function removeItem(place: Place | undefined): TextEdit | undefined {
  const { parent, value } = place ?? {};
  if (!place || !value || parent?.value.kind !== 'list' || parent.value.items.length < 2) return undefined;
  const { items } = parent.value;
  const at = items.findIndex(({ start }) => start === value.start);
  if (isFlow(parent)) {
    const [before, after] = [items[at - 1], items[at + 1]];
    if (after) return editAt(place, { start: value.start, end: after.start }, '');
    return editAt(place, { start: before?.end ?? value.start, end: value.end }, '');
  }
  const { text } = place.file;
  const lineStart = text.lastIndexOf('\n', value.start - 1) + 1;
  if (!/^ *- +$/.test(text.slice(lineStart, value.start))) return undefined;
  const end = lineEndAfter(place, value);
  return editAt(place, { start: Math.max(0, lineStart - lineBreakOf(place).length), end }, '');
}

/** Adds an entry, or gives the one that is there another value. */
export function setEntry(map: Place | undefined, name: string, value: NewValue): TextEdit | undefined {
  const known: { readonly keySpan: Span; readonly value: DocumentValue } | undefined =
    map?.value.kind === 'map' ? entryOf(map.value, name) : undefined;
  if (!map || !known) return addEntry(map, name, value);
  return replaceValue({ file: map.file, value: known.value, keySpan: known.keySpan, parent: map }, value);
}

/** The same fix, known to leave the meaning of the manifests as it is. */
export const safely = (fixes: readonly QuickFix[]): readonly QuickFix[] =>
  fixes.map((fix) => ({ ...fix, safe: true as const }));

/** One fix of these edits; none where one of them cannot be made. */
export function fixOf(title: string, ...edits: readonly (TextEdit | undefined)[]): readonly QuickFix[] {
  const all = edits.filter((one) => one !== undefined);
  return all.length === edits.length && all.length > 0 ? [{ title, edits: all }] : [];
}
