// Zip archives, honest and hostile. Hostile ones are honest ones with bytes changed.
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { entry } from '../testing/import-entry.ts';
import { importFiles } from './import-entries.ts';
import { defaultImportLimits } from './importer.ts';
import { zipArchive } from './zip-archive.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const pod = bytesOf('kind: Pod\n');
const zip = (members: Zippable) => zipSync(members, { mtime: '2026-01-01' });
const open = async (bytes: Uint8Array, limits = defaultImportLimits) => {
  const { files, notices } = await importFiles([entry('a.zip', bytes)], limits);
  return {
    paths: files.map((file) => file.path),
    notices: notices.map((notice) => `${notice.path}: ${notice.message}`),
  };
};

/** Where the central directory's record of the `number`th member (from 0) begins. */
function record(bytes: Uint8Array, number: number): number {
  let at = -1;
  for (let seen = -1; seen < number; seen++) {
    do at++;
    while (!(bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2));
  }
  return at;
}

function changed(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

it('reads manifests in folders, stored and deflated', async () => {
  const bytes = zip({
    'b.json': [bytesOf('{}'), { level: 0 }],
    app: { 'a.yaml': bytesOf('kind: Pod\n'.repeat(50)), 'é.yml': pod },
  });
  const { files, notices } = await importFiles([entry('a.zip', bytes)]);
  expect(files.map((file) => [file.path, file.text.length])).toEqual([
    ['app/a.yaml', 500],
    ['app/é.yml', 10],
    ['b.json', 2],
  ]);
  expect(notices).toEqual([]);
});

it('recognises only .zip', () =>
  expect(['a.ZIP', 'a.zip.yaml'].map((path) => zipArchive.recognise(path, new Set()))).toEqual([true, false]));

it('names what else is inside', async () => {
  const { paths, notices } = await open(zip({ 'a.yaml': pod, 'README.md': pod, 'inner.zip': zip({ 'b.yaml': pod }) }));
  expect(paths).toEqual(['a.yaml']);
  expect(notices).toEqual([
    'README.md: not YAML or JSON, skipped',
    'inner.zip: an archive inside an archive is not opened; skipped',
  ]);
});

describe('refuses', () => {
  it.each([['../evil.yaml'], ['a/../../evil.yaml'], ['/etc/evil.yaml'], ['..\\evil.yaml'], ['C:\\evil.yaml']])(
    'the name %s',
    async (name) => {
      const { paths, notices } = await open(zip({ [name]: pod, 'good.yaml': pod }));
      expect(paths).toEqual(['good.yaml']);
      expect(notices).toEqual([
        `a.zip: ${name.replaceAll('\\', '/')}: has a name that leads out of the archive; skipped`,
      ]);
    },
  );

  it('a name that is there twice', async () => {
    const bytes = zip({ 'a.yaml': pod, 'b.yaml': bytesOf('kind: Job\n') });
    const local = bytes.findIndex((byte, at) => byte === 0x62 && bytes[at + 1] === 0x2e);
    const twice = changed(changed(bytes, local, [0x61]), record(bytes, 1) + 46, [0x61]);
    expect(await open(twice)).toEqual({
      paths: [],
      notices: Array(2).fill('a.zip: a.yaml: is in the archive twice; skipped'),
    });
  });

  it('an encrypted member', async () => {
    const bytes = zip({ 'a.yaml': pod });
    expect((await open(changed(bytes, record(bytes, 0) + 8, [1]))).notices).toEqual([
      'a.zip: a.yaml: is encrypted; skipped',
    ]);
  });

  it('a symbolic link', async () => {
    const bytes = zip({ 'a.yaml': [pod, { os: 3, attrs: 0o120777 << 16 }] });
    expect((await open(bytes)).notices).toEqual(['a.zip: a.yaml: is a symbolic link, which is not followed; skipped']);
  });

  it('a member whose two descriptions differ', async () => {
    const bytes = zip({ 'a.yaml': pod });
    const { notices } = await open(changed(bytes, record(bytes, 0) + 46, [0x62]));
    expect(notices).toEqual([
      'b.yaml: is described in two ways by the archive, so readers would disagree about it; skipped',
    ]);
  });

  it('a member whose content is not what its checksum says', async () => {
    const bytes = zip({ 'a.yaml': [pod, { level: 0 }] });
    expect((await open(changed(bytes, 30 + 'a.yaml'.length, [0x4b]))).notices).toEqual(['a.yaml: is damaged; skipped']);
  });

  it('a bomb that admits it', async () => {
    const { notices } = await open(zip({ 'a.yaml': new Uint8Array(16 * 1024 * 1024) }));
    expect(notices).toEqual([
      'a.zip: a.yaml: would inflate to more than 200 times its size, as archive bombs do; skipped',
    ]);
  });

  it('a bomb that lies about its size', async () => {
    const bytes = zip({ 'a.yaml': new Uint8Array(16 * 1024 * 1024) });
    const lying = changed(changed(bytes, record(bytes, 0) + 24, [9, 0, 0, 0]), 22, [9, 0, 0, 0]);
    expect((await open(lying)).notices).toEqual(['a.yaml: inflates to more than 9 bytes; skipped']);
  });

  it('members that share their bytes', async () => {
    const bytes = zip({ 'a.yaml': pod, 'b.yaml': pod });
    const { notices } = await open(changed(bytes, record(bytes, 1) + 42, [0, 0, 0, 0]));
    expect(notices).toEqual(['a.zip: has members that share bytes, as archive bombs do; skipped']);
  });

  it('too many members, and too much in all', async () => {
    const bytes = zip({ 'a.yaml': pod, 'b.yaml': pod });
    expect((await open(bytes, { ...defaultImportLimits, members: 1 })).notices).toEqual([
      'a.zip: has 2 members, more than 1; skipped',
    ]);
    expect((await open(bytes, { ...defaultImportLimits, inflated: 19 })).notices).toEqual([
      'a.zip: would inflate to 20 bytes, more than 19; skipped',
    ]);
  });

  it('what is no zip', async () => {
    expect((await open(pod)).notices).toEqual(['a.zip: is not a zip file, or is cut off; skipped']);
    const bytes = zip({ 'a.yaml': pod });
    expect((await open(bytes.subarray(0, bytes.length - 1))).notices).toHaveLength(1);
    expect((await open(changed(bytes, record(bytes, 0), [0]))).notices).toEqual([
      'a.zip: has a damaged directory; skipped',
    ]);
  });

  it('any archive with one byte changed, or reads it; never throws', async () => {
    const bytes = zip({ 'a.yaml': bytesOf('kind: Pod\n'.repeat(9)), 'b.yaml': pod });
    for (let at = 0; at < bytes.length; at++) {
      for (const value of [0, 0xff, (bytes[at] ?? 0) ^ 0x80]) await open(changed(bytes, at, [value]));
    }
  });
});
