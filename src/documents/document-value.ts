// The values of a YAML or JSON document as kubectl reads them, each with the range it was written at.

/** Offsets `[start, end)` into the text of the document's file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface StringValue extends Span {
  readonly kind: 'string';
  readonly value: string;
}
/** An integer in int64; `bigint` only beyond 2^53 - 1. */
export interface IntValue extends Span {
  readonly kind: 'int';
  readonly value: number | bigint;
  /** As written (`0120` for 80), for messages. */
  readonly text: string;
}
export interface FloatValue extends Span {
  readonly kind: 'float';
  readonly value: number;
  readonly text: string;
}
export interface BoolValue extends Span {
  readonly kind: 'bool';
  readonly value: boolean;
  readonly text: string;
}
export interface NullValue extends Span {
  readonly kind: 'null';
}
export interface MapEntry {
  /** The key as JSON sees it: a key `y` reads `"true"`. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: DocumentValue;
}
export interface MapValue extends Span {
  readonly kind: 'map';
  /** In document order; keys are unique (the last of duplicates wins; duplicates are reported). */
  readonly entries: readonly MapEntry[];
}
export interface ListValue extends Span {
  readonly kind: 'list';
  readonly items: readonly DocumentValue[];
}
/** An alias yields the very object of its anchor, so its span is the anchor's. */
export type DocumentValue = StringValue | IntValue | FloatValue | BoolValue | NullValue | MapValue | ListValue;

/** One document of a file. */
export interface SourceDocument {
  readonly file: string;
  /** The text of the whole file, which all spans are offsets into. */
  readonly text: string;
  /** Position in the file, from 0, counting only documents that kubectl delivers. */
  readonly index: number;
  /** From the first to the last character of the document's chunk, comments included. */
  readonly span: Span;
  readonly root: DocumentValue;
}

/** The entry of `map` under `key`, if any. */
export function entryOf(map: MapValue, key: string): MapEntry | undefined {
  for (const entry of map.entries) if (entry.key === key) return entry;
  return undefined;
}
