// Puts a new item into a list of a manifest, where its place among the others counts, in the style the text is written in.
import { type DocumentValue, entryOf } from './document-value.ts';
import type { Place } from './manifest.ts';
import type { TextEdit } from './text-edit.ts';
import { blockLines } from './write-block.ts';
import {
  addItem,
  editAt,
  flowText,
  indentAt,
  isFlow,
  isInFlow,
  isJson,
  lineBreakOf,
  lineEndAfter,
  type NewValue,
} from './write-edits.ts';

/** `lines`, each on a line of its own behind the line that ends at `at`. */
function linesBehind(place: Place, at: number, indent: string, lines: readonly string[]): TextEdit {
  const text = lines.map((line) => `${lineBreakOf(place)}${indent}${line}`).join('');
  return editAt(place, { start: at, end: at }, text);
}

function inFlow(list: Place, items: readonly DocumentValue[], index: number, value: NewValue): TextEdit | undefined {
  const next = items[index];
  if (!next) return addItem(list, value);
  return editAt(list, { start: next.start, end: next.start }, `${flowText(value, isJson(list))}, `);
}

/** `ingress: []` in block style becomes a list of lines. */
function fillEmpty(list: Place, value: NewValue): TextEdit | undefined {
  const indent = list.keySpan && indentAt(list, list.keySpan.start);
  if (indent === undefined) return undefined;
  const lines = blockLines([value]).map((line) => `${lineBreakOf(list)}${indent}  ${line}`);
  // The blank in front of the brackets goes with them.
  const start = list.value.start - (list.file.text.charAt(list.value.start - 1) === ' ' ? 1 : 0);
  return editAt(list, { start, end: list.value.end }, lines.join(''));
}

/** Inserts an item in front of the one at `index` (from 0), or behind the last; undefined where there is no simple place. */
function insertItem(list: Place | undefined, index: number | undefined, value: NewValue): TextEdit | undefined {
  if (list?.value.kind !== 'list') return undefined;
  const { items } = list.value;
  const at = Math.min(index ?? items.length, items.length);
  if (isFlow(list)) {
    const isPlain = items.length === 0 && !isInFlow(list) && !isJson(list);
    return (isPlain ? fillEmpty(list, value) : undefined) ?? inFlow(list, items, at, value);
  }
  const indent = indentAt(list, list.value.start);
  if (indent === undefined || list.file.text.charAt(list.value.start) !== '-') return undefined;
  const before = items[at - 1] ?? list.keySpan;
  if (!before) return undefined;
  return linesBehind(list, lineEndAfter(list, before), indent, blockLines([value]));
}

/** Adds the entry `name: value` behind a map's others; undefined where it is there already or there is no simple place. */
export function appendEntry(map: Place | undefined, name: string, value: NewValue): TextEdit | undefined {
  if (map?.value.kind !== 'map' || entryOf(map.value, name)) return undefined;
  const { entries } = map.value;
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return undefined;
  if (isFlow(map)) {
    const json = isJson(map);
    const at = last.value.end;
    return editAt(map, { start: at, end: at }, `, ${json ? `"${name}"` : name}: ${flowText(value, json)}`);
  }
  const indent = indentAt(map, first.keySpan.start);
  if (indent === undefined) return undefined;
  const end = last.value.end > last.value.start ? last.value : last.keySpan;
  return linesBehind(map, lineEndAfter(map, end), indent, blockLines({ [name]: value }));
}

/** Inserts an item into the list `name` of a map, which may be empty, written without a value, or missing. */
export function insertInto(
  map: Place | undefined,
  name: string,
  index: number | undefined,
  value: NewValue,
): TextEdit | undefined {
  const known = map?.value.kind === 'map' ? entryOf(map.value, name) : undefined;
  if (!map || !known) return appendEntry(map, name, [value]);
  const place: Place = { file: map.file, value: known.value, keySpan: known.keySpan, parent: map };
  if (known.value.kind !== 'null') return insertItem(place, index, value);
  const indent = indentAt(place, known.keySpan.start);
  if (indent === undefined || known.value.end > known.value.start) return undefined;
  return linesBehind(place, lineEndAfter(place, known.keySpan), `${indent}  `, blockLines([value]));
}
