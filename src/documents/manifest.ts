// The text behind a resource: where its fields are written, so that findings can point at them and fixes can change them.
import { type DocumentValue, entryOf, type SourceDocument, type Span } from './document-value.ts';
import { readDocuments } from './read-documents.ts';
import type { SourceFile, SourceRange } from './source-file.ts';

/** A value in a file, with the way to it. */
export interface Place {
  readonly file: SourceFile;
  readonly value: DocumentValue;
  /** Where its name is written, for the value of a map's entry. */
  readonly keySpan: Span | undefined;
  readonly parent: Place | undefined;
}

/** Names and positions from an object down to a value: `['spec', 'ingress', 0]`. A range stands for the item written there. */
export type Path = readonly (string | number | SourceRange)[];

const read = new WeakMap<SourceFile, readonly SourceDocument[]>();

/** Documents of a file, read once for each text. */
export function documentsOf(file: SourceFile): readonly SourceDocument[] {
  const known = read.get(file);
  if (known) return known;
  const { documents } = readDocuments(file);
  read.set(file, documents);
  return documents;
}

const isAt = (value: DocumentValue, { start, end }: Span): boolean => value.start === start && value.end === end;

/** The object written at `range`: a document, or an item of a list of objects. */
function objectAt(file: SourceFile, range: SourceRange): Place | undefined {
  const waiting = documentsOf(file)
    .filter(({ root }) => root.start <= range.start && range.end <= root.end)
    .map(({ root }): Place => ({ file, value: root, keySpan: undefined, parent: undefined }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isAt(next.value, range)) return next;
    const items = child(next, 'items');
    if (items?.value.kind !== 'list') continue;
    for (const value of items.value.items) waiting.push({ file, value, keySpan: undefined, parent: items });
  }
  return undefined;
}

/** What an alias stands for is written elsewhere, and is others' as well. */
const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

function child(place: Place, key: Path[number]): Place | undefined {
  const { file, value } = place;
  if (typeof key === 'string') {
    const entry = value.kind === 'map' ? entryOf(value, key) : undefined;
    if (!entry || !isWithin(entry.value, value)) return undefined;
    return { file, value: entry.value, keySpan: entry.keySpan, parent: place };
  }
  if (value.kind !== 'list') return undefined;
  const item = typeof key === 'number' ? value.items[key] : value.items.find((one) => isAt(one, key));
  return item && isWithin(item, value) ? { file, value: item, keySpan: undefined, parent: place } : undefined;
}

/** The places of the files of one snapshot. */
export class Manifests {
  readonly #list: Iterable<SourceFile>;
  #byPath: ReadonlyMap<string, SourceFile> | undefined;

  constructor(files: Iterable<SourceFile>) {
    this.#list = files;
  }

  get #files(): ReadonlyMap<string, SourceFile> {
    this.#byPath ??= new Map([...this.#list].map((file) => [file.path, file]));
    return this.#byPath;
  }

  /** The value at `path` in the object written at `range`; undefined where nothing is written there. */
  find(range: SourceRange, path: Path): Place | undefined {
    const file = this.#files.get(range.file);
    let place = file && objectAt(file, range);
    for (const key of path) place = place && child(place, key);
    return place;
  }

  /** Where the value at `path`, or its name, is written; undefined where it is not. */
  rangeOf(range: SourceRange, path: Path, part: 'value' | 'name' = 'value'): SourceRange | undefined {
    const place = this.find(range, path);
    const span = part === 'name' || place?.value.start === place?.value.end ? place?.keySpan : place?.value;
    return span && { file: range.file, start: span.start, end: span.end };
  }

  textOf(path: string): string {
    return this.#files.get(path)?.text ?? '';
  }
}
