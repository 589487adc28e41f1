// Reads a large file for its facts, chunk by chunk, in the process where it is called.
import { LargeFileReader } from '../engine/large-file.ts';
import type { LoadedFile } from '../engine/read-workspace.ts';

/** The file without its text, and the objects in it that people edit as files of their own. Rejects when reading does. */
export async function readLargeFile(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<readonly LoadedFile[]> {
  const reader = new LargeFileReader(path);
  for await (const chunk of chunks) reader.push(chunk);
  return reader.finish();
}
