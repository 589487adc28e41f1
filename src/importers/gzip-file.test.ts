// Gzip files, honest and hostile.
import { gzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { entry } from '../testing/import-entry.ts';
import { gzipFile } from './gzip-file.ts';
import { importFiles } from './import-entries.ts';

const text = 'kind: Pod\n'.repeat(100);
const packed = gzipSync(new TextEncoder().encode(text), { filename: 'inner.yaml', mtime: 0 });
const open = async (path: string, bytes: Uint8Array) => {
  const { files, notices } = await importFiles([entry(path, bytes)]);
  return { files, notices: notices.map((notice) => `${notice.path}: ${notice.message}`) };
};

it.each([
  ['cluster.yaml.gz', 'cluster.yaml'],
  ['cluster.JSON.GZ', 'cluster.JSON'],
  ['cluster.gz', 'cluster.yaml'],
])('reads %s as %s', async (path, inner) =>
  expect(await open(path, packed)).toEqual({ files: [{ path: inner, text }], notices: [] }),
);

it('leaves tar archives to others', () => expect(gzipFile.recognise('a.tar.gz', new Set())).toBe(false));

it('says what is not a manifest inside', async () =>
  expect((await open('notes.txt.gz', packed)).notices).toEqual(['notes.txt: not YAML or JSON, skipped']));

it.each<[string, Uint8Array, string]>([
  ['data behind the end', Uint8Array.from([...packed, 1, 2, 3]), 'is damaged, or has something behind its end'],
  ['a cut', packed.subarray(0, packed.length - 12), 'is damaged, or has something behind its end'],
  [
    'a flipped byte',
    packed.map((byte, at) => (at === packed.length - 6 ? byte ^ 1 : byte)),
    'is damaged, or has something behind its end',
  ],
  ['no gzip at all', new TextEncoder().encode('kind: Pod'), 'is not gzip, or is cut off'],
  ['nothing', new Uint8Array(0), 'is not gzip, or is cut off'],
])('refuses %s', async (_, bytes, why) => {
  const { files, notices } = await open('a.yaml.gz', bytes);
  expect(files).toEqual([]);
  expect(notices.join()).toMatch(new RegExp(`^a.yaml.gz: gzip file (${why}|is damaged); skipped$`));
});

it('stops a bomb early', async () => {
  const bomb = gzipSync(new Uint8Array(64 * 1024 * 1024), { level: 9 });
  expect((await open('bomb.yaml.gz', bomb)).notices.join()).toMatch(/inflates to more than \d+ bytes; skipped$/);
});

it('opens no archive inside', async () =>
  expect((await open('a.yaml.gz.gz', gzipSync(packed))).notices).toEqual([
    'a.yaml.gz: an archive inside an archive is not opened; skipped',
  ]));
