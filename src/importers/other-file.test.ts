// Everything else is named, and archives of other kinds as something that may hold policy.
import { expect, it } from 'vitest';
import { entry } from '../testing/import-entry.ts';
import { importFiles } from './import-entries.ts';

it.each([
  ['notes.txt', 'info'],
  ['bin/tool', 'info'],
  ['cluster.tar.gz', 'error'],
  ['cluster.tgz', 'error'],
])('skips %s: %s', async (path, severity) => {
  const { files, notices } = await importFiles([entry(path, 'x')]);
  expect(files).toEqual([]);
  expect(notices.map((notice) => notice.severity)).toEqual([severity]);
});
