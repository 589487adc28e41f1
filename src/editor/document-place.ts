// What stands at an offset of a readable document: the path to it, and whether it is a key or a value.
import type { DocumentValue, MapValue, SourceDocument, Span } from '../documents/document-value.ts';

export interface DocumentPlace {
  /** Keys and list indexes from the object's root; within a List, from the item's root. */
  readonly path: readonly (string | number)[];
  readonly role: 'key' | 'value';
  readonly span: Span;
  /** The value, or the key's value. */
  readonly value: DocumentValue;
  /** The object's root. */
  readonly object: MapValue;
}

/** The innermost key or scalar that covers `offset`; undefined between them and in unreadable documents. */
export function documentPlaceAt(documents: readonly SourceDocument[], offset: number): DocumentPlace | undefined {
  const document = documents.find(({ span }) => covers(span, offset));
  if (document?.root.kind !== 'map') return undefined;
  let object = document.root;
  let path: (string | number)[] = [];
  let value: DocumentValue = object;
  for (;;) {
    const found = stepInto(value, offset);
    if (!found) return undefined;
    path.push(found.step);
    if (found.keySpan) return { path, role: 'key', span: found.keySpan, value: found.value, object };
    value = found.value;
    if (value.kind === 'map' && path.length === 2 && path[0] === 'items') {
      object = value;
      path = [];
    }
    if (value.kind !== 'map' && value.kind !== 'list') return { path, role: 'value', span: value, value, object };
  }
}

function stepInto(
  value: DocumentValue,
  offset: number,
): { step: string | number; value: DocumentValue; keySpan?: Span } | undefined {
  if (value.kind === 'list') {
    const index = value.items.findIndex((item) => covers(item, offset));
    const item = value.items[index];
    return item && { step: index, value: item };
  }
  if (value.kind !== 'map') return undefined;
  for (const entry of value.entries) {
    if (covers(entry.keySpan, offset)) return { step: entry.key, value: entry.value, keySpan: entry.keySpan };
    if (covers(entry.value, offset)) return { step: entry.key, value: entry.value };
  }
  return undefined;
}

function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
