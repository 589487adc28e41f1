// Collects the pairs of one YAML map as go-yaml does: keys are typed, the last of equal keys wins, merges apply where they stand.
import type { DocumentValue, MapEntry, Span } from './document-value.ts';
import { keyText } from './key-text.ts';
import type { ReadingNotes } from './reading-notes.ts';
import type { ResolvedScalar } from './resolve-scalar.ts';

/** Maps this small are searched entry by entry. */
const SMALL = 8;

/** A key as written. */
export interface MapKey extends Span {
  readonly text: string;
  /** What the text resolved to; undefined where it is the text itself, as for nearly all keys. */
  readonly resolved: ResolvedScalar | undefined;
}

interface Slot {
  readonly key: MapKey;
  readonly value: DocumentValue;
  /** Came from a merge, not from the map itself. */
  readonly merged: boolean;
}

export class MapBuilder {
  /** Slots of overwritten keys become undefined, so that entries stand in the order of the winning ones. */
  readonly #slots: (Slot | undefined)[] = [];
  /** Identity of a key to its place in the slots; not kept while the map is small and all keys are strings. */
  #places: Map<string, number> | undefined;
  #hasTypedKeys = false;
  readonly #notes: ReadingNotes | undefined;

  constructor(notes: ReadingNotes | undefined) {
    this.#notes = notes;
  }

  set(key: MapKey, value: DocumentValue): void {
    this.#put({ key, value, merged: false }, undefined);
  }

  /** Sets every pair of a map that a `<<` at `at` merges here. */
  merge(source: MapBuilder, at: Span): void {
    for (const slot of source.#slots) {
      if (slot !== undefined) this.#put({ key: slot.key, value: slot.value, merged: true }, at);
    }
  }

  #put(slot: Slot, mergedAt: Span | undefined): void {
    const { key } = slot;
    if (key.resolved !== undefined) this.#hasTypedKeys = true;
    // NaN equals nothing, not even NaN.
    const place = isNotANumber(key) ? undefined : this.#find(key);
    if (place !== undefined) {
      const earlier = this.#slots[place];
      this.#slots[place] = undefined;
      if (earlier !== undefined) this.#noteOverride(earlier, slot, mergedAt);
    }
    this.#places?.set(identityOf(key), this.#slots.length);
    this.#slots.push(slot);
  }

  #find(key: MapKey): number | undefined {
    if (this.#places === undefined && (this.#hasTypedKeys || this.#slots.length > SMALL)) {
      this.#places = new Map();
      this.#slots.forEach((slot, place) => {
        if (slot !== undefined) this.#places?.set(identityOf(slot.key), place);
      });
    }
    if (this.#places !== undefined) return this.#places.get(identityOf(key));
    for (let place = 0; place < this.#slots.length; place++) {
      if (this.#slots[place]?.key.text === key.text) return place;
    }
    return undefined;
  }

  #noteOverride(earlier: Slot, later: Slot, mergedAt: Span | undefined): void {
    if (this.#notes === undefined) return;
    const key = spellingOf(later.key) ?? later.key.text;
    if (mergedAt === undefined) {
      if (!earlier.merged) this.#notes.duplicateKey(key, earlier.key, later.key);
    } else if (!earlier.merged) {
      this.#notes.mergeOverrides(key, earlier.key, mergedAt);
    }
  }

  /**
   * The entries under the spelling that JSON gives the keys.
   * `refused`: a key that kubectl refuses. `ambiguous`: two keys of one spelling, of which kubectl keeps either.
   */
  finish(): { entries: MapEntry[]; refused: MapKey | undefined; ambiguous: readonly [MapKey, MapKey] | undefined } {
    const entries: MapEntry[] = [];
    let refused: MapKey | undefined;
    let ambiguous: readonly [MapKey, MapKey] | undefined;
    const spellings = this.#hasTypedKeys ? new Map<string, MapKey>() : undefined;
    for (const slot of this.#slots) {
      if (slot === undefined) continue;
      const { key, value } = slot;
      const text = spellingOf(key);
      if (text === undefined) {
        refused ??= key;
        continue;
      }
      const other = spellings?.get(text);
      if (other !== undefined) ambiguous ??= [other, key];
      spellings?.set(text, key);
      entries.push({ key: text, keySpan: { start: key.start, end: key.end }, value });
    }
    return { entries, refused, ambiguous };
  }
}

/** Equal for keys that go-yaml takes for one: type and value. */
function identityOf({ text, resolved }: MapKey): string {
  if (resolved === undefined) return `s${text}`;
  switch (resolved.type) {
    case 'string':
      return `s${resolved.value}`;
    case 'null':
      return 'null';
    default:
      return `${resolved.type} ${resolved.value}`;
  }
}

function isNotANumber({ resolved }: MapKey): boolean {
  return resolved?.type === 'float' && Number.isNaN(resolved.value);
}

/** The key as JSON has it; undefined if kubectl refuses it. */
export function spellingOf({ text, resolved }: MapKey): string | undefined {
  return resolved === undefined ? text : keyText(resolved);
}
