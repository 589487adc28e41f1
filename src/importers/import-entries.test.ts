// What comes of a set of opened files as a whole: order, names, limits.
import { expect, it } from 'vitest';
import { entry } from '../testing/import-entry.ts';
import { importFiles } from './import-entries.ts';
import { defaultImportLimits } from './importer.ts';

it('gives files in path order, whatever the order of the entries', async () => {
  const entries = [entry('b.yaml', 'b'), entry('a/z.json', '{}'), entry('a/b.yml', 'c')];
  const { files, notices } = await importFiles(entries);
  expect(files.map((file) => file.path)).toEqual(['a/b.yml', 'a/z.json', 'b.yaml']);
  expect(await importFiles(entries.toReversed())).toEqual({ files, notices });
});

it('spells paths one way and tells equal ones apart', async () => {
  const { files } = await importFiles([entry('a\\b.yaml', '1'), entry('./a//b.yaml', '2'), entry('a/b.yaml', '3')]);
  expect(files).toEqual([
    { path: 'a/b (2).yaml', text: '2' },
    { path: 'a/b (3).yaml', text: '3' },
    { path: 'a/b.yaml', text: '1' },
  ]);
});

it('keeps a hostile path as a text', async () => {
  const { files } = await importFiles([entry('a/../../b.yaml', '1')]);
  expect(files).toEqual([{ path: 'a/../../b.yaml', text: '1' }]);
});

it('names what it skips, and sums up what is alike', async () => {
  const many = Array.from({ length: 30 }, (_, number) => entry(`pictures/${String(number).padStart(2, '0')}.png`, 'x'));
  const { files, notices } = await importFiles([entry('notes.txt', 'hello'), entry('a.yaml', 'a: 1'), ...many]);
  expect(files).toHaveLength(1);
  expect(notices[0]).toEqual({ path: 'notes.txt', severity: 'info', message: 'not YAML or JSON, skipped' });
  expect(notices).toHaveLength(21);
  expect(notices.at(-1)).toEqual({ path: '11 more files', severity: 'info', message: 'not YAML or JSON, skipped' });
});

it('reads a file that was named outright whatever its name', async () => {
  const { files } = await importFiles([{ ...entry('policies.txt', 'a: 1'), named: true }]);
  expect(files).toEqual([{ path: 'policies.txt', text: 'a: 1' }]);
});

it('turns a file that cannot be read into a notice and reads the others', async () => {
  const broken = { path: 'gone.yaml', size: 1, bytes: () => Promise.reject(new Error('permission denied')) };
  const { files, notices } = await importFiles([broken, entry('a.yaml', 'a: 1')]);
  expect(files.map((file) => file.path)).toEqual(['a.yaml']);
  expect(notices).toEqual([{ path: 'gone.yaml', severity: 'error', message: 'permission denied; skipped' }]);
});

it('refuses a file over the limit before reading it', async () => {
  const huge = { path: 'huge.yaml', size: 21 * 1024 * 1024, bytes: () => Promise.reject(new Error('was read')) };
  const { notices } = await importFiles([huge]);
  expect(notices.map((notice) => notice.message)).toEqual([
    '21 MiB, more than the limit of 20 MiB for one file; skipped',
  ]);
});

it('leaves out what does not fit the limit for all files together', async () => {
  const limits = { ...defaultImportLimits, workspace: 10 };
  const entries = [entry('a.yaml', 'a: 1'), entry('b.yaml', 'b: 12345'), entry('c.yaml', 'c: 1')];
  const { files, notices } = await importFiles(entries, limits);
  expect(files.map((file) => file.path)).toEqual(['a.yaml', 'c.yaml']);
  expect(notices.map((notice) => [notice.path, notice.severity])).toEqual([['b.yaml', 'error']]);
});
