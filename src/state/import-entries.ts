// Reads what a person opened: texts by the importers, large files by the engine, piece by piece.
import type { EngineClient } from '../client/engine-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import type { ImportNotice } from '../importers/importer.ts';
import type { PageEntry } from './gather-entries.ts';
import { rememberBlob } from './large-blobs.ts';
import { LARGEST_TEXT } from './largest-text.ts';

const manifestName = /\.(ya?ml|json)$/i;

const isLarge = ({ file, size, path }: PageEntry): boolean =>
  file !== undefined && size > LARGEST_TEXT && manifestName.test(path);

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
  const files: SourceFile[] = [];
  const notices: ImportNotice[] = [];
  for (const { path, file } of entries.filter(isLarge)) {
    if (!file) continue;
    try {
      if (!progress(path, 0, file.size)) return { files: [], notices: [], isCancelled: true };
      const read = await client.readLarge(path, file, (bytes) => progress(path, bytes, file.size));
      if (!read) return { files: [], notices: [], isCancelled: true };
      for (const one of read) if (one.large) rememberBlob(one, file);
      files.push(...read);
    } catch (error) {
      const message = `could not be read: ${error instanceof Error ? error.message : String(error)}`;
      notices.push({ path, severity: 'error', message });
    }
  }
  const small = entries.filter((entry) => !isLarge(entry));
  if (small.length > 0) {
    const { importFiles } = await import('../importers/import-entries.ts');
    const imported = await importFiles(small);
    files.push(...imported.files);
    notices.push(...imported.notices);
  }
  return { files, notices, isCancelled: false };
}
