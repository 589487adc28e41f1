// Imports a gzip file (RFC 1952) that holds one manifest text: `cluster.yaml.gz`.
import { fail, ok, type Result } from '../base/result.ts';
import { crc32 } from './crc32.ts';
import type { Importer, ImportLimits } from './importer.ts';
import { inflateCapped } from './inflate-capped.ts';

export const gzipFile: Importer = {
  opens: 'archive',
  recognise: (path) => /\.gz$/i.test(path) && !/\.tar\.gz$/i.test(path),
  read: async (entry, limits) => {
    const content = gunzip(await entry.bytes(), limits);
    if (!content.ok) {
      return { notices: [{ path: entry.path, severity: 'error', message: `gzip file ${content.error}; skipped` }] };
    }
    const bytes = content.value;
    const inner = entry.path.replace(/\.gz$/i, '');
    // `dump.gz` tells nothing about what is inside; a text is worth a try.
    const path = /\.[^/]*$/.test(inner) ? inner : `${inner}.yaml`;
    return { members: [{ path, size: bytes.length, bytes: async () => bytes }] };
  },
};

/** Flags of the header: an extra field, a name, a comment, a checksum of the header. */
const FEXTRA = 4;
const FNAME = 8;
const FCOMMENT = 16;
const FHCRC = 2;
const TRAILER = 8;

function gunzip(data: Uint8Array, limits: ImportLimits): Result<Uint8Array> {
  const start = headerEnd(data);
  if (start === undefined || data.length < start + TRAILER) return fail('is not gzip, or is cut off');
  const body = data.subarray(start, data.length - TRAILER);
  const content = inflateCapped(body, Math.min(limits.file, Math.max(1024 * 1024, body.length * limits.ratio)));
  if (!content.ok) return content;
  const trailer = new DataView(data.buffer, data.byteOffset + data.length - TRAILER, TRAILER);
  const good =
    trailer.getUint32(0, true) === crc32(content.value) && trailer.getUint32(4, true) === content.value.length;
  // The checksum is the last thing in a gzip file, so anything behind it shows here too.
  return good ? ok(content.value) : fail('is damaged, or has something behind its end');
}

/** Where the compressed data begin; undefined where the bytes are no gzip, or are cut off in the header. */
export function headerEnd(data: Uint8Array): number | undefined {
  if (data.length < 10 || data[0] !== 0x1f || data[1] !== 0x8b || data[2] !== 8) return undefined;
  const flags = data[3] ?? 0;
  let at = 10;
  if (flags & FEXTRA) at += 2 + (data[at] ?? 0) + 256 * (data[at + 1] ?? 0);
  for (const flag of [FNAME, FCOMMENT]) {
    if (!(flags & flag)) continue;
    const end = data.indexOf(0, at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  return flags & FHCRC ? at + 2 : at;
}
