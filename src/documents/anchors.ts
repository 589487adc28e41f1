// The anchors of one document. They take effect where their node starts; later ones replace earlier ones of the same name.
import type { DocumentValue } from './document-value.ts';
import type { MapBuilder } from './map-builder.ts';
import { ReadingError } from './reading-error.ts';

/** A scalar as written: what it is worth as a key depends on more than its value. */
export interface ScalarSource {
  readonly text: string;
  /** Neither quoted nor a block scalar. */
  readonly plain: boolean;
  /** Long form; empty without a tag. */
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

export interface AnchorRecord {
  /** Undefined while the node is being read: an alias to it would contain itself. */
  value: DocumentValue | undefined;
  /** Present if the node is a scalar. */
  scalar: ScalarSource | undefined;
  /** Present if the node is a map: a merge needs the keys as typed. */
  pairs: MapBuilder | undefined;
  /** Values go-yaml decodes for the node, and collections nested in it, itself included. */
  size: number;
  height: number;
}

export class Anchors {
  readonly #records = new Map<string, AnchorRecord>();
  readonly #limit: number;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  define(name: string, start: number, end: number): AnchorRecord {
    this.#count++;
    if (this.#count > this.#limit) {
      throw new ReadingError({
        kind: 'over-budget',
        message: `This document has more than ${this.#limit} anchors`,
        advice: 'Split the document, or write the values out.',
        start,
        end,
      });
    }
    const record: AnchorRecord = { value: undefined, scalar: undefined, pairs: undefined, size: 1, height: 0 };
    this.#records.set(name, record);
    return record;
  }

  resolve(name: string, start: number, end: number): AnchorRecord {
    const record = this.#records.get(name);
    if (record !== undefined) return record;
    throw new ReadingError({
      kind: 'alias',
      message: `The alias \`*${name}\` has no anchor \`&${name}\` above it in this document`,
      advice: 'Define the anchor first, in the same document; or quote the value if the `*` belongs to it.',
      start,
      end,
    });
  }
}
