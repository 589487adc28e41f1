// What a person opened, small and large.
import { expect, it } from 'vitest';
import type { PageEntry } from './gather-entries.ts';
import { readEntries } from './import-entries.ts';

const text = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
const small: PageEntry = { path: 'a.yaml', size: text.length, bytes: async () => new TextEncoder().encode(text) };

/** A file that claims a size: the engine that reads it is not the real one. */
function largeEntry(path: string): PageEntry {
  const file = Object.assign(new File([''], path), {});
  Object.defineProperty(file, 'size', { value: 9 * 1024 * 1024 });
  return { path, size: file.size, file, bytes: () => Promise.reject(new Error('must not be read whole')) };
}

const engine = (answer: 'read' | 'stopped' | 'failed') => ({
  async readLarge(path: string, bytes: Blob, progress: (bytes: number) => boolean | Promise<boolean>) {
    if (answer === 'failed') throw new Error('gone');
    if (!(await progress(bytes.size / 2)) || answer === 'stopped') return undefined;
    return [{ path, text: '', large: { bytes: bytes.size } }];
  },
});

it('reads large files by the engine and the others as texts', async () => {
  const told: number[] = [];
  const read = await readEntries([largeEntry('big.json'), small], engine('read'), (_, bytes) => told.push(bytes) > 0);
  expect(read).toEqual({
    files: [
      { path: 'big.json', text: '', large: { bytes: 9437184 } },
      { path: 'a.yaml', text },
    ],
    notices: [],
    isCancelled: false,
  });
  expect(told).toEqual([0, 4718592]);
});

it('opens nothing when stopped', async () => {
  const read = await readEntries([small, largeEntry('big.json')], engine('stopped'), () => true);
  expect(read).toEqual({ files: [], notices: [], isCancelled: true });
});

it('says which file could not be read, and opens the rest', async () => {
  const { files, notices } = await readEntries([largeEntry('big.yaml'), small], engine('failed'), () => true);
  expect(files.map((file) => file.path)).toEqual(['a.yaml']);
  expect(notices).toEqual([{ path: 'big.yaml', severity: 'error', message: 'could not be read: gone' }]);
});

it('leaves large files that are no manifests to the importers', async () => {
  const archive = { ...largeEntry('big.txt'), bytes: async () => new Uint8Array() };
  const { notices } = await readEntries([archive], engine('failed'), () => true);
  expect(notices.map((notice) => notice.path)).toEqual(['big.txt']);
});

it('reads a gzip file by the engine where it says that it is large inside', async () => {
  const packed = (path: string, inside: number): PageEntry => {
    const file = new File([new Uint8Array([1, 2, 3]), new Uint32Array([inside])], path);
    return { path, size: file.size, file, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
  };
  const read = await readEntries([packed('big.json.gz', 1 << 26)], engine('read'), () => true);
  expect(read.files).toEqual([{ path: 'big.json.gz', text: '', large: { bytes: 7 } }]);
  const small = await readEntries([packed('small.json.gz', 10)], engine('failed'), () => true);
  expect(small.notices).toMatchObject([{ path: 'small.json.gz', message: expect.stringContaining('gzip') }]);
});
