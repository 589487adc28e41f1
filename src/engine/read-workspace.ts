// Texts to resources, file by file; a file whose text did not change is not read again.
import { compareText } from '../base/compare-text.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { readDocuments } from '../documents/read-documents.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { type DecodedResources, decodeDocuments } from '../resources/decode-documents.ts';

/** What one file says. */
export interface FileReading {
  readonly file: SourceFile;
  readonly documents: number;
  readonly decoded: DecodedResources;
  readonly diagnostics: readonly Diagnostic[];
}

/** Readings by path, for the texts read last. A cache changes how fast an answer comes, never the answer. */
export type ReadingCache = Map<string, FileReading>;

/** Reads one file. Never throws. */
function readFile(file: SourceFile): FileReading {
  const { documents, diagnostics } = readDocuments(file);
  const decoded = decodeDocuments(documents);
  return { file, documents: documents.length, decoded, diagnostics: [...diagnostics, ...decoded.diagnostics] };
}

/** Readings of all files in path order. */
export function readWorkspace(files: readonly SourceFile[], cache: ReadingCache = new Map()): FileReading[] {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path));
  return sorted.map((file) => {
    const known = cache.get(file.path);
    if (known && known.file.text === file.text) return known;
    const reading = readFile(file);
    cache.set(file.path, reading);
    return reading;
  });
}
