// The large files of one engine: read piece by piece, kept as what was read, and put back in place of their empty texts.
import type { Result } from '../base/result.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { LargeFileReader } from '../engine/large-file.ts';
import type { LoadedFile } from '../engine/read-workspace.ts';
import { BulkGunzip } from '../importers/bulk-gunzip.ts';
import type { ReadingProgress } from './engine-client.ts';

/** Bytes read at once: few enough to answer in between, many enough to read at full speed. */
const PIECE = 8 * 1024 * 1024;
/** The same of a gzip file, which unpacks to some twenty times as much. */
const PACKED_PIECE = 512 * 1024;

export class LargeFiles {
  readonly #kept = new Map<string, LoadedFile>();

  /**
   * Reads a large file; one whose name ends in `.gz` is unpacked meanwhile. Gives it without its text and its facts, which stay here, and the objects in it that people edit as
   * files of their own; undefined where `progress` stopped it. Rejects where the file cannot be read.
   */
  async read(path: string, bytes: Blob, progress: ReadingProgress): Promise<readonly SourceFile[] | undefined> {
    const reader = new LargeFileReader(path);
    const gunzip = /\.gz$/i.test(path) ? new BulkGunzip((chunk) => reader.push(chunk)) : undefined;
    const size = gunzip ? PACKED_PIECE : PIECE;
    // The next piece is fetched while this one is read.
    let next = piece(bytes, 0, size);
    for (let at = 0; at < bytes.size; at += size) {
      const chunk = await next;
      next = piece(bytes, at + size, size);
      if (gunzip) takeGzip(gunzip.push(chunk));
      else reader.push(chunk);
      if (!(await progress(Math.min(bytes.size, at + size)))) return undefined;
    }
    if (gunzip) takeGzip(gunzip.finish());
    return reader.finish().map((file) => {
      const { facts, ...plain } = file;
      if (facts) this.#kept.set(path, file);
      return plain;
    });
  }

  /** The files with what was read from the large ones among them. */
  withFacts(files: readonly LoadedFile[]): readonly LoadedFile[] {
    return files.map((file) => (file.large && !file.facts ? (this.#kept.get(file.path) ?? file) : file));
  }

  /** Forgets all but what these files need. */
  keepOnly(files: Iterable<LoadedFile>): void {
    const needed = new Set([...files].filter(({ large }) => large).map(({ path }) => path));
    for (const path of [...this.#kept.keys()]) if (!needed.has(path)) this.#kept.delete(path);
  }
}

async function piece(bytes: Blob, from: number, size: number): Promise<Uint8Array> {
  return new Uint8Array(await bytes.slice(from, from + size).arrayBuffer());
}

function takeGzip(step: Result<undefined>): void {
  if (!step.ok) throw new Error(`gzip file ${step.error}`);
}
