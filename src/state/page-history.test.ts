// Back and forward: one entry a step, and only places in it.
import { expect, it } from 'vitest';
import { createFakeEngine } from '../testing/fake-engine-client.ts';
import { createMemoryLocks, createMemoryStore } from '../testing/memory-storage.ts';
import { createBrowserStorage } from './browser-storage.ts';
import { createWorkbench } from './create-workbench.ts';
import { followPageHistory } from './page-history.ts';
import { TabOwnership } from './tab-ownership.ts';

const files = [{ path: 'a.yaml', text: 'secret manifest' }];

async function opened() {
  const storage = createBrowserStorage(createMemoryStore(), new TabOwnership(createMemoryLocks()));
  const store = createWorkbench(createFakeEngine().client, storage, () => () => undefined);
  const entries: unknown[] = [];
  let at = 0;
  let listener: (event: { readonly state: unknown }) => void = () => undefined;
  const write = (entry: unknown, place: number) => {
    entries.splice(place, entries.length, structuredClone(entry));
    at = place;
  };
  followPageHistory(
    store,
    {
      history: {
        state: null,
        pushState: (entry: unknown) => write(entry, at + 1),
        replaceState: (entry: unknown) => write(entry, at),
      },
      addEventListener: (_, to) => {
        listener = to;
      },
    },
    (task) => task(),
  );
  await store.getState().restore();
  await store.getState().openFiles('w', files);
  const go = (steps: number) => {
    at += steps;
    listener({ state: entries[at] });
  };
  return { state: () => store.getState(), entries, go };
}

it('goes back through views and selections to the start page, and forward again', async () => {
  const { state, entries, go } = await opened();
  state().setMapView('matrix');
  state().select({ type: 'node', id: 'internet' });
  state().setToggle('hideSystem', true);
  expect(entries).toHaveLength(4);
  go(-1);
  expect(state()).toMatchObject({ mapView: 'matrix', selection: undefined, hideSystem: true });
  go(-2);
  expect(state()).toMatchObject({ screen: 'start' });
  go(3);
  expect(state()).toMatchObject({ screen: 'workbench', selection: { id: 'internet' } });
  expect(entries).toHaveLength(4);
});

it('holds no manifest', async () => {
  const { entries } = await opened();
  expect(JSON.stringify(entries)).not.toContain('secret');
});

it('keeps the selection where the entry is of another workspace', async () => {
  const { state, go } = await opened();
  state().select({ type: 'node', id: 'internet' });
  await state().openFiles('other', files);
  state().select({ type: 'node', id: 'namespace:x' });
  go(-2);
  expect(state().selection).toEqual({ type: 'node', id: 'internet' });
});

it.each([null, 1, { sluice: {} }, { sluice: { screen: 'moon', mapView: 'graph' } }])(
  'minds no entry of others: %j',
  async (entry) => {
    const { state, entries, go } = await opened();
    entries.push(entry);
    go(1);
    expect(state().screen).toBe('workbench');
  },
);
