// A packed file comes out in pieces as it went in; damage and bombs are refused before they cost much.
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { timeFor } from '../testing/property-runs.ts';
import { BulkGunzip } from './bulk-gunzip.ts';

const words = Array.from({ length: 40_000 }, (_, at) => `name: web-${(at * 7919) % 65_537}\n`).join('');
const content = new TextEncoder().encode(words);
const packed = gzipSync(content, { filename: 'cluster.yaml' });

function gunzip(data: Uint8Array, piece: number, limits = { inflated: 1e9, ratio: 200 }) {
  const parts: Uint8Array[] = [];
  const stream = new BulkGunzip((bytes) => parts.push(bytes), limits);
  for (let at = 0; at < data.length; at += piece) {
    const pushed = stream.push(data.subarray(at, at + piece));
    if (!pushed.ok) return { error: pushed.error, text: '', parts };
  }
  const finished = stream.finish();
  return { error: finished.ok ? undefined : finished.error, text: Buffer.concat(parts).toString(), parts };
}

describe('BulkGunzip', () => {
  it.each([1, 7, 1000, 1_000_000])('unpacks pieces of %d bytes', (piece) => {
    const { error, text } = gunzip(packed, piece);
    expect(error).toBeUndefined();
    expect(text === words).toBe(true);
  });

  it('hands out content before the end has come', () => {
    const stream: Uint8Array[] = [];
    new BulkGunzip((bytes) => stream.push(bytes)).push(packed.subarray(0, packed.length / 2));
    expect(stream.length).toBeGreaterThan(0);
  });

  it.each([
    ['nothing', packed.subarray(0, 0), 'is not gzip, or is cut off'],
    ['another file', new TextEncoder().encode('kind: Pod\n'.repeat(10_000)), 'is not gzip'],
    ['the first half', packed.subarray(0, packed.length / 2), 'is cut off'],
    ['a trailing byte', Uint8Array.from([...packed, 0]), 'is damaged, cut off, or has something behind its end'],
    ['another checksum', packed.with(packed.length - 6, 0), 'is damaged, cut off, or has something behind its end'],
  ])('refuses %s', (_what, data, error) => {
    expect(gunzip(data, 1000).error).toBe(error);
  });

  it('stops a bomb soon after its limit', { timeout: timeFor(20) }, () => {
    const bomb = gzipSync(new Uint8Array(100 * 1024 * 1024));
    const { error, parts } = gunzip(bomb, 1000);
    expect(error).toBe('unpacks to more than 200 times its size, as no manifests do');
    expect(parts.reduce((sum, part) => sum + part.length, 0)).toBeLessThan(34 * 1024 * 1024);
    expect(gunzip(packed, 1000, { inflated: 100_000, ratio: 200 }).error).toBe('unpacks to more than 100000 bytes');
  });
});
