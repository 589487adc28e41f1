// What the large files of a workspace were read from. A file is plain data, so this is kept beside it.
import type { SourceFile } from '../documents/source-file.ts';

const blobs = new WeakMap<SourceFile, Blob>();
const ids = new WeakMap<Blob, string>();

/** `id` is its name in storage, where it has one. */
export function rememberBlob(file: SourceFile, blob: Blob, id?: string): void {
  blobs.set(file, blob);
  if (id !== undefined) ids.set(blob, id);
}

export function blobOf(file: SourceFile): Blob | undefined {
  return blobs.get(file);
}

/** A name that no other content has. */
export function blobId(blob: Blob): string {
  const known = ids.get(blob);
  if (known !== undefined) return known;
  const id = `blob-${crypto.randomUUID()}`;
  ids.set(blob, id);
  return id;
}
