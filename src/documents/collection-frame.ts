// A list or map that is being read: where its parser stands and what it has collected.
import type { AnchorRecord } from './anchors.ts';
import type { DocumentValue, Span } from './document-value.ts';
import type { MapBuilder, MapKey } from './map-builder.ts';

/** The states of go-yaml's parser that have an open collection; a `pair` is the one-pair map in `[a: 1]`. */
export type FrameState =
  | 'block-sequence'
  | 'indentless-sequence'
  | 'block-mapping-key'
  | 'block-mapping-value'
  | 'flow-sequence'
  | 'pair-key'
  | 'pair-value'
  | 'pair-end'
  | 'flow-mapping-key'
  | 'flow-mapping-value'
  | 'flow-mapping-empty-value';

export interface CollectionFrame {
  state: FrameState;
  /** Nothing has been read yet, so that no comma is due. */
  first: boolean;
  readonly start: number;
  /** End of the last child so far, or of the closing bracket. */
  end: number;
  readonly items: DocumentValue[];
  /** Of each item that is a map, its pairs; kept only where the list is the value of a merge. */
  readonly itemPairs: (MapBuilder | undefined)[] | undefined;
  /** Present in maps. */
  readonly pairs: MapBuilder | undefined;
  /** What the next node is. */
  awaits: 'item' | 'key' | 'value';
  /** The key that waits for its value; undefined after a refused key. */
  key: MapKey | undefined;
  /** The place of the `<<` that waits for its value. */
  merge: Span | undefined;
  readonly anchor: AnchorRecord | undefined;
  /** Values counted before this one, to know its size. */
  readonly countBefore: number;
  /** Nested collections below this one. */
  height: number;
}
