// Damage and newer versions in storage: nothing is lost, the previous record is used.
import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../engine/engine-options.ts';
import { createMemoryLocks, createMemoryStore } from '../testing/memory-storage.ts';
import { createBrowserStorage } from './browser-storage.ts';
import { TabOwnership } from './tab-ownership.ts';
import type { StoredWorkspace } from './workspace-record.ts';

function workspace(text: string): StoredWorkspace {
  const files = [{ path: 'a.yaml', text }];
  return { name: 'w', files, baseline: [], activeFile: undefined, options: defaultOptions, view: {} };
}

async function stored(...texts: readonly string[]) {
  const data = createMemoryStore();
  const storage = createBrowserStorage(data, new TabOwnership(createMemoryLocks()));
  for (const text of texts) expect(await storage.save(workspace(text))).toBe('saved');
  return { data, reopen: () => createBrowserStorage(data, new TabOwnership(createMemoryLocks())) };
}

const newestSlot = 'slot:1';

describe('stored workspaces', () => {
  it('come back as the newest save', async () => {
    const { reopen } = await stored('1', '2', '3');
    const { workspace: restored, notice, keptAside } = await reopen().restore();
    expect(restored).toEqual(workspace('3'));
    expect([notice, keptAside]).toEqual([undefined, []]);
  });

  it('keep only the texts of the last two saves', async () => {
    const { data } = await stored('1', '2', '3', '4');
    expect([...data.values.keys()].filter((key) => key.startsWith('text:'))).toHaveLength(2);
  });

  it.each([
    ['corrupt', (record: object) => ({ ...record, name: 'changed' })],
    ['corrupt', () => 'garbage'],
    ['newer version', (record: object) => ({ ...record, version: 2 })],
  ])('fall back to the previous save when the newest is %s, and keep it aside', async (fault, damage) => {
    const { data, reopen } = await stored('1', '2', '3');
    const newest = data.values.get(newestSlot);
    data.values.set(newestSlot, damage(typeof newest === 'object' && newest !== null ? newest : {}));
    const storage = reopen();
    const { workspace: restored, notice, keptAside } = await storage.restore();
    expect(restored).toEqual(workspace('2'));
    expect(notice).toContain(fault);
    expect(keptAside).toMatchObject([{ readable: false }]);
    expect(await storage.save(workspace('4'))).toBe('saved');
    expect(await storage.save(workspace('5'))).toBe('saved');
    expect(await storage.readKeptAside(keptAside[0]?.id ?? '')).not.toBe('');
  });

  it('fall back when a text is missing', async () => {
    const { data, reopen } = await stored('1', '22');
    for (const key of data.values.keys()) if (key.startsWith('text:2-')) data.values.delete(key);
    expect((await reopen().restore()).workspace).toEqual(workspace('1'));
  });

  it('are written whole again after the site data was cleared', async () => {
    const data = createMemoryStore();
    const storage = createBrowserStorage(data, new TabOwnership(createMemoryLocks()));
    for (const name of ['a', 'b', 'c']) await storage.save({ ...workspace('same'), name });
    data.values.clear();
    await storage.save({ ...workspace('same'), name: 'd' });
    expect((await storage.restore()).workspace).toMatchObject({ name: 'd', files: [{ text: 'same' }] });
  });
});
