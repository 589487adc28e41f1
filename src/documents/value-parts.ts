// Reads parts of a document's values tolerantly: what is missing or of another kind is simply not there.
import { type DocumentValue, entryOf, type MapEntry, type MapValue, type Span } from './document-value.ts';

export function textOf(value: DocumentValue | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}

export function textAt(map: MapValue | undefined, key: string): string | undefined {
  return map && textOf(entryOf(map, key)?.value);
}

export function mapAt(map: MapValue | undefined, key: string): MapValue | undefined {
  const value = map && entryOf(map, key)?.value;
  return value?.kind === 'map' ? value : undefined;
}

export function itemsAt(map: MapValue | undefined, key: string): readonly DocumentValue[] {
  const value = map && entryOf(map, key)?.value;
  return value?.kind === 'list' ? value.items : [];
}

/** The items that are maps. */
export function mapsAt(map: MapValue | undefined, key: string): readonly MapValue[] {
  return itemsAt(map, key).filter((item) => item.kind === 'map');
}

/** The entry under `key` that is not null. */
export function presentEntry(map: MapValue | undefined, key: string): MapEntry | undefined {
  const entry = map && entryOf(map, key);
  return entry && entry.value.kind !== 'null' ? entry : undefined;
}

/** An integer, or a text of digits. */
export function numberOf(value: DocumentValue | undefined): number | undefined {
  if (value?.kind === 'int') return Number(value.value);
  const text = textOf(value);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Where the last value written under `entry` ends; an alias counts as where it stands. */
export function writtenEnd(entry: MapEntry): number {
  let value = entry.value;
  for (;;) {
    const last: DocumentValue | undefined =
      value.kind === 'map' ? value.entries.at(-1)?.value : value.kind === 'list' ? value.items.at(-1) : undefined;
    if (!last || last.end < entry.keySpan.end) break;
    value = last;
  }
  return Math.max(value.end, entry.keySpan.end);
}

/** From a name to the end of its value; what an alias stands for is written elsewhere. */
export function entrySpan({ keySpan, value }: MapEntry): Span {
  return { start: keySpan.start, end: Math.max(keySpan.end, value.end) };
}

/** The objects of a document, those within a List included. */
export function objectsOf(root: DocumentValue): readonly MapValue[] {
  return root.kind === 'map' ? [root, ...mapsAt(root, 'items')] : [];
}
