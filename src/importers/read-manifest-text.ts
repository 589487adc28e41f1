// The bytes of one manifest file as a source file, or the notice why not.
import { decodeText } from './decode-text.ts';
import type { Imported } from './importer.ts';

export function readManifestText(path: string, bytes: Uint8Array): Imported {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { notices: [{ path, severity: 'error', message: `${decoded.error}; skipped` }] };
  const { text, note } = decoded.value;
  const file = { path, text };
  return note === undefined
    ? { files: [file] }
    : { files: [file], notices: [{ path, severity: 'warning', message: note }] };
}
