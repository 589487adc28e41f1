// Files to decoded resources, for evaluators in tests that take resources.
import { readDocuments } from '../documents/read-documents.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { decodeDocuments } from '../resources/decode-documents.ts';
import type { Resource } from '../resources/resource.ts';

/** All resources of all files. Throws where something was left out, so that a fixture cannot lose an object unnoticed. */
export function decodeFiles(files: readonly SourceFile[]): Resource[] {
  return files.flatMap((file) => {
    const { documents, diagnostics } = readDocuments(file);
    const decoded = decodeDocuments(documents);
    for (const { gap, message, range } of [...diagnostics, ...decoded.diagnostics]) {
      if (gap) throw new Error(`${file.path}: ${message}: ${file.text.slice(range.start, range.end)}`);
    }
    return [...decoded.resources];
  });
}
