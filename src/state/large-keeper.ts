// Which large files storage holds, and puts those there that it lacks.
import type { SourceFile } from '../documents/source-file.ts';
import { blobId, blobOf } from './large-blobs.ts';
import type { StoredWorkspace } from './workspace-record.ts';

export class LargeKeeper {
  readonly #put: (blob: Blob) => Promise<void>;
  readonly #stored = new Set<string>();
  /** On the way, or refused: not tried again. */
  readonly #tried = new Set<string>();

  constructor(put: (blob: Blob) => Promise<void>) {
    this.#put = put;
  }

  has(blob: Blob): boolean {
    return this.#stored.has(blobId(blob));
  }

  /** Another tab may have changed what is stored. */
  forget(): void {
    this.#stored.clear();
    this.#tried.clear();
  }

  /** What came from storage is there. */
  know(workspace: StoredWorkspace | undefined): void {
    for (const { kept } of workspace?.large ?? []) if (kept) this.#stored.add(kept.id);
  }

  /** Resolves to a sentence where the browser would not take a file; undefined where all are stored or were tried. */
  keep(files: readonly SourceFile[]): Promise<string | undefined> | undefined {
    const lacking = files.flatMap((file) => {
      const blob = blobOf(file);
      return blob && !this.has(blob) && !this.#tried.has(blobId(blob)) ? [{ path: file.path, blob }] : [];
    });
    for (const { blob } of lacking) this.#tried.add(blobId(blob));
    return lacking.length === 0 ? undefined : this.#putAll(lacking);
  }

  async #putAll(lacking: readonly { readonly path: string; readonly blob: Blob }[]): Promise<string | undefined> {
    let notice: string | undefined;
    for (const { path, blob } of lacking) {
      try {
        await this.#put(blob);
        this.#stored.add(blobId(blob));
      } catch (error) {
        const size = `${Math.ceil(blob.size / 1024 / 1024)} MiB`;
        notice = `${path} (${size}) is not kept in this browser: ${reasonOf(error)}. After a reload it must be opened again`;
      }
    }
    return notice;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'its storage has no room for it';
  return error instanceof Error ? error.message : String(error);
}
