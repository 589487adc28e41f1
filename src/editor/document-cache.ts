// The documents of a file as the editor needs them, read again only when its text changed.
import type { SourceDocument } from '../documents/document-value.ts';
import { LineIndex } from '../documents/line-index.ts';
import { readDocuments } from '../documents/read-documents.ts';
import type { SourceFile } from '../documents/source-file.ts';

export interface ReadFile {
  readonly documents: readonly SourceDocument[];
  readonly lines: LineIndex;
}

/** Code units; reading a larger file would be felt while typing, so it gets no hovers and hints. */
const LARGEST_READ = 512 * 1024;

/** A file with another text is another object. */
const known = new WeakMap<SourceFile, ReadFile>();

export function readFileOnce(file: SourceFile): ReadFile {
  const found = known.get(file);
  if (found) return found;
  const documents = file.text.length > LARGEST_READ ? [] : readDocuments(file).documents;
  const read = { documents, lines: new LineIndex(file.text) };
  known.set(file, read);
  return read;
}
