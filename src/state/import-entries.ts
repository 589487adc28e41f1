// Reads what a person opened: texts by the importers, large files by the engine, piece by piece.
import type { EngineClient } from '../client/engine-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { ImportNotice } from '../importers/importer.ts';
import type { PageEntry } from './gather-entries.ts';
import { rememberBlob } from './large-blobs.ts';
import { LARGEST_TEXT } from './largest-text.ts';

const manifestName = /\.(ya?ml|json)$/i;
/** `dump.gz` tells nothing about what is inside; a text is worth a try. */
const packedName = /(?:\.(?:ya?ml|json)|(?:^|\/)[^./]+)\.gz$/i;

/** A file to be read for its facts. How large a gzip file is unpacked, its last four bytes say. */
async function isLarge({ file, size, path }: PageEntry): Promise<boolean> {
  if (!file) return false;
  if (manifestName.test(path)) return size > LARGEST_TEXT;
  if (!packedName.test(path)) return false;
  if (size > LARGEST_TEXT) return true;
  const trailer = await file
    .slice(-4)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return trailer.byteLength === 4 && new DataView(trailer).getUint32(0, true) > LARGEST_TEXT;
}

export interface ImportedEntries {
  readonly files: readonly SourceFile[];
  readonly notices: readonly ImportNotice[];
  /** True where the person stopped it. */
  readonly isCancelled: boolean;
}

/** How far a large file is read; false stops it. */
type Progress = (path: string, bytes: number, of: number) => boolean;

/** The importers are loaded when the first files come. */
export async function readEntries(
  entries: readonly PageEntry[],
  client: Pick<EngineClient, 'readLarge'>,
  progress: Progress,
): Promise<ImportedEntries> {
  const isRead = await Promise.all(entries.map(isLarge));
  const large = entries.filter((_, at) => isRead[at]);
  // Texts are read on this side while the worker reads what is large.
  const [imported, read] = await Promise.all([
    importTexts(entries.filter((_, at) => !isRead[at])),
    readLargeEntries(large, client, progress),
  ]);
  if (read.isCancelled) return read;
  const files = [...read.files, ...imported.files];
  return { files, notices: [...read.notices, ...imported.notices], isCancelled: false };
}

async function importTexts(entries: readonly PageEntry[]): Promise<Omit<ImportedEntries, 'isCancelled'>> {
  if (entries.length === 0) return { files: [], notices: [] };
  const { importFiles } = await import('../importers/import-entries.ts');
  return importFiles(entries);
}

async function readLargeEntries(
  entries: readonly PageEntry[],
  client: Pick<EngineClient, 'readLarge'>,
  progress: Progress,
): Promise<ImportedEntries> {
  const files: SourceFile[] = [];
  const notices: ImportNotice[] = [];
  const cancelled = { files: [], notices: [], isCancelled: true };
  for (const { path, file } of entries) {
    if (!file) continue;
    try {
      if (!progress(path, 0, file.size)) return cancelled;
      const read = await client.readLarge(path, file, (bytes) => progress(path, bytes, file.size));
      if (!read) return cancelled;
      for (const one of read) if (one.large) rememberBlob(one, file);
      files.push(...read);
    } catch (error) {
      const message = `could not be read: ${error instanceof Error ? error.message : String(error)}`;
      notices.push({ path, severity: 'error', message });
    }
  }
  return { files, notices, isCancelled: false };
}
