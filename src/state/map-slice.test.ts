// Saved views: kept, applied, renamed, deleted; and stored with the workspace.
import { expect, it } from 'vitest';
import { createFakeEngine } from '../testing/fake-engine-client.ts';
import { createMemoryLocks, createMemoryStore } from '../testing/memory-storage.ts';
import { createBrowserStorage } from './browser-storage.ts';
import { createWorkbench } from './create-workbench.ts';
import { TabOwnership } from './tab-ownership.ts';

const workbench = () =>
  createWorkbench(
    createFakeEngine().client,
    createBrowserStorage(createMemoryStore(), new TabOwnership(createMemoryLocks())),
  );

it('keeps the map under a name and goes back to it', () => {
  const { getState } = workbench();
  getState().toggleNamespace('namespace:shop');
  getState().setHideExternal(true);
  getState().windowMoved({ x: 1, y: 2, zoom: 0.5 });
  getState().saveView('shop closed');
  getState().toggleNamespace('namespace:shop');
  getState().setHideExternal(false);
  getState().select({ type: 'node', id: 'internet' });
  getState().applyView('shop closed');
  expect(getState()).toMatchObject({
    ...{ collapsedNamespaces: ['namespace:shop'], hideExternal: true, selection: undefined, mapView: 'graph' },
    mapWindowWanted: { x: 1, y: 2, zoom: 0.5 },
  });
});

it('renames to what is free, replaces what has the name, and deletes', () => {
  const { getState } = workbench();
  const names = () => getState().savedViews.map(({ name }) => name);
  for (const name of ['a', 'b', 'a']) getState().saveView(name);
  expect(names()).toEqual(['b', 'a']);
  getState().renameView('a', 'b');
  getState().renameView('a', 'c');
  expect(names()).toEqual(['b', 'c']);
  getState().deleteView('b');
  expect(names()).toEqual(['c']);
});
