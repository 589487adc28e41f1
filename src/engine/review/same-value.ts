// Whether two values of documents say the same, wherever and however they are written, and how alike they are where not.
import { compareText } from '../../base/compare-text.ts';
import type { DocumentValue, MapValue } from '../../documents/document-value.ts';

const entriesOf = ({ entries }: MapValue): ReadonlyMap<string, DocumentValue> =>
  new Map(entries.map(({ key, value }) => [key, value]));

/** Order counts in lists and not in maps. The API reads `80` and `80.0` alike, but a manifest that says one does not say the other. */
export function isSameValue(a: DocumentValue, b: DocumentValue): boolean {
  if (a === b) return true;
  if (a.kind === 'map') {
    if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
    const others = entriesOf(b);
    return a.entries.every(({ key, value }) => {
      const other = others.get(key);
      return other !== undefined && isSameValue(value, other);
    });
  }
  if (a.kind === 'list') {
    if (b.kind !== 'list' || a.items.length !== b.items.length) return false;
    return a.items.every((item, at) => {
      const other = b.items[at];
      return other !== undefined && isSameValue(item, other);
    });
  }
  if (a.kind === 'null') return b.kind === 'null';
  return a.kind === b.kind && Object.is(a.value, b.value);
}

/** The same text for values that say the same. */
export function valueText(value: DocumentValue | undefined): string {
  if (value === undefined) return '';
  if (value.kind === 'list') return `[${value.items.map(valueText).join()}]`;
  if (value.kind === 'null') return 'null';
  if (value.kind !== 'map') return value.kind === 'string' ? JSON.stringify(value.value) : String(value.value);
  const parts = value.entries.map((entry) => `${JSON.stringify(entry.key)}:${valueText(entry.value)}`);
  return `{${parts.sort(compareText).join()}}`;
}

/** Scalars by the way to them; `*` stands for any place of a list. */
function leavesOf(value: DocumentValue, path: string, leaves: Map<string, string[]>): void {
  if (value.kind === 'map') for (const entry of value.entries) leavesOf(entry.value, `${path}.${entry.key}`, leaves);
  else if (value.kind === 'list') for (const item of value.items) leavesOf(item, `${path}.*`, leaves);
  else leaves.set(path, [...(leaves.get(path) ?? []), valueText(value)]);
}

/** Of two scalars at one place that differ. */
const SAME_PLACE = 0.4;

/** From 0, nothing in common, to 1, all: the share of scalars that stand in both, those that differ at one place counted in part. */
export function likeness(a: DocumentValue, b: DocumentValue): number {
  const [own, others] = [new Map<string, string[]>(), new Map<string, string[]>()];
  leavesOf(a, '', own);
  leavesOf(b, '', others);
  let [common, size] = [0, 0];
  for (const [path, texts] of own) {
    const rest = [...(others.get(path) ?? [])];
    let alike = 0;
    for (const text of texts) {
      const at = rest.indexOf(text);
      if (at < 0) continue;
      rest.splice(at, 1);
      alike++;
    }
    common += alike + SAME_PLACE * Math.min(texts.length - alike, rest.length);
    size += texts.length;
  }
  for (const texts of others.values()) size += texts.length;
  return size === 0 ? 1 : (2 * common) / size;
}
