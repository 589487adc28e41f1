// Texts to resources, file by file; a file whose text did not change is not read again.
import type { Diagnostic } from '../documents/diagnostic.ts';
import { type IgnoreComment, ignoreComments } from '../documents/ignore-comments.ts';
import { readDocuments } from '../documents/read-documents.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { BulkReading } from '../resources/bulk/bulk-reader.ts';
import type { ExcerptShift } from '../resources/bulk/excerpt-text.ts';
import { type DecodedResources, decodeDocuments } from '../resources/decode-documents.ts';
import { inPathOrder } from './path-order.ts';

/**
 * A file of the workspace. A large one comes without its text, as what was read from it; the objects in it that people
 * edit come as files of their own.
 */
export interface LoadedFile extends SourceFile {
  /** What was read from a large file. */
  readonly facts?: BulkReading;
  /** The large file that it was taken from, and the line where it stands there, from 1. */
  readonly excerptOf?: { readonly path: string; readonly line: number; readonly shift: ExcerptShift };
}

/** What one file says. */
export interface FileReading {
  readonly file: LoadedFile;
  readonly documents: number;
  readonly decoded: DecodedResources;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the text has some. */
  readonly ignores?: readonly IgnoreComment[];
}

/** Readings by path, for the texts read last. A cache changes how fast an answer comes, never the answer. */
export type ReadingCache = Map<string, FileReading>;

/** Reads one file. Never throws. */
function readFile(file: LoadedFile): FileReading {
  if (file.facts) return readingOf(file, file.facts);
  const { documents, diagnostics } = readDocuments(file);
  const decoded = decodeDocuments(documents);
  const ignores = ignoreComments(file.text, documents);
  return {
    file,
    documents: documents.length,
    decoded,
    diagnostics: [...diagnostics, ...decoded.diagnostics],
    ...(ignores.length > 0 ? { ignores } : {}),
  };
}

function readingOf(file: LoadedFile, { documents, resources, diagnostics, unused }: BulkReading): FileReading {
  return { file, documents, decoded: { resources, diagnostics: [], unused: unused.objects }, diagnostics };
}

/** Whether two files say the same. */
export function isSameFile(a: LoadedFile | undefined, b: LoadedFile): boolean {
  return a !== undefined && a.text === b.text && a.facts === b.facts;
}

/** What was read last with a cache: the same files, place by place, need not be looked up by their paths. */
const readLast = new WeakMap<
  ReadingCache,
  { readonly files: readonly LoadedFile[]; readonly readings: readonly FileReading[] }
>();

/** Readings of all files in path order. */
export function readWorkspace(files: readonly LoadedFile[], cache: ReadingCache = new Map()): readonly FileReading[] {
  const ordered = inPathOrder(files);
  const last = readLast.get(cache);
  if (last?.files === ordered) return last.readings;
  const readings = ordered.map((file, place) => {
    const same = last?.files[place] === file ? last.readings[place] : undefined;
    if (same) return same;
    const known = cache.get(file.path);
    if (known && isSameFile(known.file, file)) return known;
    const reading = readFile(file);
    cache.set(file.path, reading);
    return reading;
  });
  readLast.set(cache, { files: ordered, readings });
  return readings;
}
