// What the fast readers make of wanted bytes: texts and values, shared where equal, and a log of fields they did not expect.
import type { DocumentValue, MapEntry, NullValue, Span } from '../document-value.ts';
import { asciiText, ByteCache, TextCache } from './byte-cache.ts';
import { NOT_PLAIN } from './read-signal.ts';
import { SKIP, type WantedPart } from './wanted-part.ts';

/** Values read the fast way have no places: where one is needed, the full reader reads the object again. */
export const NOWHERE: Span = { start: 0, end: 0 };
export const NOTHING: NullValue = { kind: 'null', ...NOWHERE };

/** Longer values are hardly ever the same. */
const LONGEST_SHARED = 2048;
/** A part learns so many fields to skip; an honest one has fewer. */
const MOST_LEARNT = 512;

export class TakenValues {
  readonly texts = new TextCache(1 << 16);
  readonly #shared = new ByteCache<DocumentValue>(1 << 14);
  readonly #goodKeys = new ByteCache<true>(1 << 10);
  readonly #isGoodKey: (key: string) => boolean;
  #unexpected: { readonly part: WantedPart; readonly key: string }[] = [];

  /** @param isGoodKey whether a key of a `texts` part is beyond reproach */
  constructor(isGoodKey: (key: string) => boolean) {
    this.#isGoodKey = isGoodKey;
  }

  /** Begins another object. */
  begin(): void {
    if (this.#unexpected.length > 0) this.#unexpected = [];
  }

  /** The field is not among those of `part`: it is taken as null, so that whoever decodes the map sees its name. */
  unexpected(part: WantedPart, key: string): MapEntry {
    this.#unexpected.push({ part, key });
    return { key, keySpan: NOWHERE, value: NOTHING };
  }

  /** The field is not among those of an open part: it can be skipped from now on. */
  learnOpen(part: WantedPart, key: string): void {
    if (part.fields.size < MOST_LEARNT) part.fields.add({ key, part: SKIP });
  }

  /** Nothing was wrong with the object, so fields that were not expected can be skipped from now on. */
  learn(): void {
    for (const { part, key } of this.#unexpected) {
      const bytes = Uint8Array.from(key, (character) => character.charCodeAt(0));
      const known = part.fields.size >= MOST_LEARNT || part.fields.find(bytes, 0, bytes.length) !== undefined;
      if (!known) part.fields.add({ key, part: SKIP });
    }
  }

  /** @throws NOT_PLAIN where the key of a `texts` part is not good. */
  checkKey(bytes: Uint8Array, start: number, end: number): void {
    if (this.#goodKeys.find(bytes, start, end)) return;
    if (!this.#isGoodKey(asciiText(bytes, start, end))) throw NOT_PLAIN;
    this.#goodKeys.keep(bytes, start, end, true);
  }

  findShared(bytes: Uint8Array, start: number, end: number): DocumentValue | undefined {
    return end - start > LONGEST_SHARED ? undefined : this.#shared.find(bytes, start, end);
  }

  share(bytes: Uint8Array, start: number, end: number, value: DocumentValue): DocumentValue {
    if (end - start <= LONGEST_SHARED) this.#shared.keep(bytes, start, end, value);
    return value;
  }
}

/** Adds an entry. @throws NOT_PLAIN where the map has the key already. */
export function addEntry(entries: MapEntry[], key: string, value: DocumentValue): void {
  for (const entry of entries) if (entry.key === key) throw NOT_PLAIN;
  entries.push({ key, keySpan: NOWHERE, value });
}
