// Entries for the importers' tests, drawn from texts and bytes.
import type { ImportEntry } from '../importers/importer.ts';

/** `entry('a.yaml', 'kind: Pod')`; bytes may be given as they are. */
export function entry(path: string, content: string | Uint8Array): ImportEntry {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, size: bytes.length, bytes: async () => bytes };
}
