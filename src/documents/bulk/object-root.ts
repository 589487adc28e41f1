// The outermost map of an object while it is read: what it is decides which of its fields are wanted.
import type { MapEntry } from '../document-value.ts';
import { NOT_PLAIN } from './read-signal.ts';
import type { WantedPart } from './wanted-part.ts';

/** What apiVersion and kind an object has, or takes from the list it is in. */
export interface ObjectType {
  readonly apiVersion: string;
  readonly kind: string;
}

export const NO_TYPE: ObjectType = { apiVersion: '', kind: '' };

/** @throws NOT_PLAIN where objects of the type are for the full reader. */
export type PartsOf = (type: ObjectType) => WantedPart;

export class ObjectRoot {
  readonly entries: MapEntry[] = [];
  readonly #head: WantedPart;
  readonly #partsOf: PartsOf;
  readonly #inherited: ObjectType;
  #part: WantedPart | undefined;
  #type: ObjectType;

  /** @param head the fields that are the same for every kind, `apiVersion` and `kind` among them */
  constructor(head: WantedPart, partsOf: PartsOf, inherited: ObjectType) {
    this.#head = head;
    this.#partsOf = partsOf;
    this.#inherited = inherited;
    this.#type = inherited;
    if (inherited.kind !== '') this.#part = partsOf(inherited);
  }

  get type(): ObjectType {
    return this.#type;
  }

  /** The part whose field this is; undefined where that must wait until the kind is known. */
  partFor(bytes: Uint8Array, start: number, end: number): WantedPart | undefined {
    if (this.#part !== undefined) return this.#part;
    return this.#head.fields.find(bytes, start, end) === undefined ? undefined : this.#head;
  }

  /** To be called when a field has been taken. */
  look(): void {
    const apiVersion = this.#text('apiVersion') || this.#inherited.apiVersion;
    const kind = this.#text('kind') || this.#inherited.kind;
    if (apiVersion === this.#type.apiVersion && kind === this.#type.kind) return;
    this.#type = { apiVersion, kind };
    // An item that is of another kind than its list says has been read by the wrong parts.
    if (this.#part !== undefined) throw NOT_PLAIN;
    if (apiVersion !== '' && kind !== '') this.#part = this.#partsOf(this.#type);
  }

  /** The part, once all fields have been seen. */
  get part(): WantedPart {
    if (this.#part === undefined) throw NOT_PLAIN;
    return this.#part;
  }

  #text(key: string): string {
    for (const entry of this.entries) {
      if (entry.key !== key) continue;
      if (entry.value.kind !== 'string') throw NOT_PLAIN;
      return entry.value.value;
    }
    return '';
  }
}
