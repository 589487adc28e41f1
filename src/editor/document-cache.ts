// The documents of the file being edited, read again only when its text changed.
import type { SourceDocument } from '../documents/document-value.ts';
import { LineIndex } from '../documents/line-index.ts';
import { readDocuments } from '../documents/read-documents.ts';
import type { SourceFile } from '../documents/source-file.ts';

export interface ReadFile {
  readonly file: SourceFile;
  readonly documents: readonly SourceDocument[];
  readonly lines: LineIndex;
}

/** Code units; reading a larger file would be felt while typing, so it gets no hovers and hints. */
const LARGEST_READ = 512 * 1024;

let latest: ReadFile | undefined;

/** Remembers the file asked for last: the one being edited. */
export function readFileOnce(file: SourceFile): ReadFile {
  if (latest?.file.path === file.path && latest.file.text === file.text) return latest;
  const documents = file.text.length > LARGEST_READ ? [] : readDocuments(file).documents;
  latest = { file, documents, lines: new LineIndex(file.text) };
  return latest;
}
