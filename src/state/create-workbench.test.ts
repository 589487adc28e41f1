// The store with a fake engine: what is sent, what is painted, and what survives.
import { describe, expect, it, vi } from 'vitest';
import { createFakeEngine } from '../testing/fake-engine-client.ts';
import { createMemoryLocks, createMemoryStore } from '../testing/memory-storage.ts';
import { createBrowserStorage } from './browser-storage.ts';
import { createWorkbench } from './create-workbench.ts';
import type { KeyValueStore } from './record-store.ts';
import { TabOwnership } from './tab-ownership.ts';

const files = [
  { path: 'b.yaml', text: 'b' },
  { path: 'a.yaml', text: 'a' },
];

/** One tab: its store and its engine; scheduled tasks run when `tick` says so. */
function openTab(data: KeyValueStore = createMemoryStore(), locks: LockManager = createMemoryLocks()) {
  const engine = createFakeEngine();
  const tasks = new Set<() => void>();
  const store = createWorkbench(engine.client, createBrowserStorage(data, new TabOwnership(locks)), (task) => {
    tasks.add(task);
    return () => tasks.delete(task);
  });
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
  const tick = async () => {
    for (const task of [...tasks]) {
      tasks.delete(task);
      task();
    }
    await settle();
  };
  const textOf = (path: string) => store.getState().files.find((file) => file.path === path)?.text;
  const impact = () => store.getState().analysis?.impact.opened;
  const editCalls = () => engine.calls.filter((call) => /^(load|edit)/.test(call));
  return { store, engine, tick, settle, textOf, impact, editCalls, state: () => store.getState() };
}

async function openedTab(...shared: Parameters<typeof openTab>) {
  const tab = openTab(...shared);
  await tab.state().restore();
  await tab.state().openFiles('demo', files);
  await tab.settle();
  return tab;
}

describe('opening', () => {
  it('loads the files in path order and shows the workbench', async () => {
    const { state, engine } = await openedTab();
    expect(state().files.map((file) => file.path)).toEqual(['a.yaml', 'b.yaml']);
    expect(engine.calls[0]).toBe('load a.yaml b.yaml');
    expect(state()).toMatchObject({ screen: 'workbench', stale: false, saving: 'saved' });
    expect(state().picture?.snapshot).toBe(state().analysis?.report.snapshot);
  });
});

describe('a large file', () => {
  const largeEntry = (size: number) => {
    const file = new File(['x'.repeat(size)], 'cluster.json');
    return { path: file.name, size, file, bytes: () => Promise.reject(new Error('must not be read whole')) };
  };
  const open = async (data: ReturnType<typeof createMemoryStore>) => {
    const tab = openTab(data);
    await tab.state().restore();
    return tab;
  };
  const reopened = async (data: ReturnType<typeof createMemoryStore>) => {
    const first = await open(data);
    await first.state().importEntries([largeEntry(3 * 1024 * 1024)], 'new');
    await first.settle();
    await first.settle();
    return open(data);
  };

  it('is kept as it is, and read again after a reload', async () => {
    const data = createMemoryStore();
    const { state, engine } = await reopened(data);
    expect(engine.calls.slice(0, 2)).toEqual(['readLarge cluster.json', 'load cluster.json']);
    const kept = [{ path: 'cluster.json', text: '', large: { bytes: 3 * 1024 * 1024 } }];
    expect(state()).toMatchObject({ files: kept, baseline: kept, importNotices: [], reading: undefined });
    state().editFile('new.yaml', 'new');
    expect([...data.values.values()].filter((value) => value instanceof Blob)).toHaveLength(1);
  });

  it('is named where the browser had no room for it', async () => {
    const data = createMemoryStore();
    const { setMany } = data;
    data.setMany = async (entries) => {
      if (entries.some(([, value]) => value instanceof Blob)) throw new DOMException('full', 'QuotaExceededError');
      await setMany(entries);
    };
    const first = await open(data);
    await first.state().importEntries([largeEntry(3 * 1024 * 1024)], 'new');
    await first.settle();
    expect(first.state().storageNotice).toContain('cluster.json (3 MiB) is not kept in this browser');
    expect(first.state().saving).toBe('saved');
    const { state } = await open(data);
    expect(state().importNotices).toMatchObject([{ path: 'cluster.json', severity: 'error' }]);
  });
});

describe('an answer that takes long', () => {
  it('is asked for anew when typing pauses', async () => {
    const { state, engine, tick } = await openedTab();
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 100;
      return now;
    });
    state().setToggle('showUngoverned', true);
    await tick();
    state().editFile('a.yaml', 'typed');
    await tick();
    expect(engine.calls.slice(engine.calls.indexOf('edit a.yaml'))).not.toContain('picture all');
    await tick();
    expect(engine.calls.slice(engine.calls.indexOf('edit a.yaml'))).toContain('picture all');
    clock.mockRestore();
  });
});

describe('opening other files', () => {
  it('keeps edited work aside', async () => {
    const { state, textOf } = await openedTab();
    await state().openFiles('other', files);
    expect(state().keptAside).toEqual([]);
    state().editFile('a.yaml', 'mine');
    await state().openFiles('third', files);
    expect(state().keptAside).toMatchObject([{ name: 'other', readable: true }]);
    await state().openKeptAside(state().keptAside[0]?.id ?? '');
    expect(textOf('a.yaml')).toBe('mine');
  });
});

describe('editing', () => {
  it('sends only the latest of many keystrokes, after a pause', async () => {
    const { state, engine, tick, editCalls } = await openedTab();
    for (const text of ['x', 'xy', 'xyz']) state().editFile('a.yaml', text);
    expect(state().stale).toBe(true);
    expect(editCalls()).toHaveLength(1);
    await tick();
    expect(editCalls()).toEqual(['load a.yaml b.yaml', 'edit a.yaml']);
    expect(engine.texts.get('a.yaml')).toBe('xyz');
    expect(state().stale).toBe(false);
  });

  it('sends created and removed files', async () => {
    const { state, tick, editCalls } = await openedTab();
    state().createFile('c.yaml', 'c');
    state().removeFile('b.yaml');
    await tick();
    expect(editCalls().at(-1)).toBe('edit c.yaml -b.yaml');
    expect(state().activeFile).toBe('c.yaml');
  });

  it('drops an answer that a later one has overtaken', async () => {
    const { state, engine, tick, impact } = await openedTab();
    engine.hold();
    state().editFile('a.yaml', '1');
    await tick();
    state().editFile('a.yaml', '2');
    await tick();
    engine.flow();
    await tick();
    expect(impact()).toBe(3);
    expect(state().stale).toBe(false);
  });

  it('stays stale while a later edit is on its way', async () => {
    const { state, engine, tick, settle, impact } = await openedTab();
    engine.hold();
    state().editFile('a.yaml', '1');
    await tick();
    state().editFile('a.yaml', '2');
    engine.release();
    await settle();
    expect(impact()).toBe(2);
    expect(state().stale).toBe(true);
  });

  it('never paints a picture of another snapshot than the one on show', async () => {
    const { store, state, engine, tick } = await openedTab();
    const painted: (readonly [number | undefined, number | undefined])[] = [];
    store.subscribe((now, before) => {
      if (now.picture !== before.picture) painted.push([now.picture?.snapshot, now.analysis?.report.snapshot]);
    });
    engine.hold();
    state().setToggle('showUngoverned', true);
    state().editFile('a.yaml', '1');
    await tick();
    engine.flow();
    await tick();
    expect(painted.length).toBeGreaterThan(0);
    for (const [picture, shown] of painted) expect(picture).toBe(shown);
  });

  it('keeps the selection', async () => {
    const { state, tick } = await openedTab();
    state().select({ type: 'node', id: 'namespace:dev-app' });
    state().editFile('a.yaml', 'x');
    await tick();
    expect(state().selection).toEqual({ type: 'node', id: 'namespace:dev-app' });
    expect(state().nodeDetail).toMatchObject({ snapshot: state().analysis?.report.snapshot });
  });

  it('applies text edits of several files', async () => {
    const { state, textOf } = await openedTab();
    state().applyChange({
      label: 'Fix',
      edits: [
        { file: 'a.yaml', start: 0, end: 0, text: '# ' },
        { file: 'b.yaml', start: 1, end: 1, text: '!' },
        { file: 'gone.yaml', start: 0, end: 0, text: 'x' },
      ],
    });
    expect([textOf('a.yaml'), textOf('b.yaml')]).toEqual(['# a', 'b!']);
  });
});

describe('baseline', () => {
  it('accepts what is typed, not what was sent last', async () => {
    const { state, engine } = await openedTab();
    state().editFile('a.yaml', 'x');
    await state().acceptBaseline();
    expect(engine.calls.filter((call) => /edit|accept/.test(call))).toEqual(['edit a.yaml', 'acceptBaseline']);
    expect(state().baseline).toBe(state().files);
  });

  it('accepts what was there at the click, not what was typed while the engine was busy', async () => {
    const { state, engine, tick, editCalls } = await openedTab();
    state().editFile('a.yaml', 'accepted');
    engine.hold();
    const accepted = state().acceptBaseline();
    state().editFile('a.yaml', 'typed meanwhile');
    await tick();
    engine.flow();
    await accepted;
    expect(state().baseline.map((file) => file.text)).toEqual(['accepted', 'b']);
    expect(editCalls().slice(1)).toEqual(['edit a.yaml', 'edit a.yaml', 'load a.yaml b.yaml']);
    expect(engine.calls).not.toContain('acceptBaseline');
  });

  it('reverts one file or all, and undoes it', async () => {
    const { state, textOf, tick, engine } = await openedTab();
    state().editFile('a.yaml', 'x');
    state().editFile('b.yaml', 'y');
    state().createFile('c.yaml', 'c');
    state().revert('a.yaml');
    expect([textOf('a.yaml'), textOf('b.yaml')]).toEqual(['a', 'y']);
    state().undoRevert();
    expect(textOf('a.yaml')).toBe('x');
    state().revert();
    expect(state().files.map((file) => file.text)).toEqual(['a', 'b']);
    state().undoRevert();
    expect(state().files.map((file) => file.text)).toEqual(['x', 'y', 'c']);
    await tick();
    expect([...engine.texts.values()].sort()).toEqual(['c', 'x', 'y']);
  });

  it('does not undo a revert in another workspace', async () => {
    const { state, textOf } = await openedTab();
    state().editFile('a.yaml', 'mine');
    await state().openFiles('other', files);
    state().editFile('b.yaml', 'dropped');
    state().revert();
    await state().openKeptAside(state().keptAside[0]?.id ?? '');
    state().undoRevert();
    expect([textOf('a.yaml'), textOf('b.yaml')]).toEqual(['mine', 'b']);
  });

  it('does not undo a revert over newer typing', async () => {
    const { state, textOf } = await openedTab();
    state().editFile('a.yaml', 'x');
    state().revert();
    state().editFile('a.yaml', 'newer');
    expect(state().canUndoRevert).toBe(false);
    state().undoRevert();
    expect(textOf('a.yaml')).toBe('newer');
  });
});

describe('the engine fails', () => {
  it('keeps the text, and sends everything with the next edit', async () => {
    const { state, engine, tick, textOf, editCalls } = await openedTab();
    engine.hold();
    state().editFile('a.yaml', 'x');
    await tick();
    engine.release(new Error('out of memory'));
    await tick();
    expect(state().engine).toEqual({ state: 'failed', reason: 'out of memory' });
    expect(textOf('a.yaml')).toBe('x');
    engine.flow();
    state().editFile('a.yaml', 'xy');
    await tick();
    expect(editCalls().at(-1)).toBe('load a.yaml b.yaml');
    expect(state().engine.state).toBe('idle');
  });

  it('asks again for what is on show when a new engine answers with a number used before', async () => {
    const { state, engine, settle } = await openedTab();
    const before = state().analysis?.report.snapshot;
    engine.restart();
    await settle();
    expect(state().analysis?.report.snapshot).toBe(before);
    const shown = ['picture governed', 'lookup a.yaml', 'findings'];
    expect(engine.calls).toEqual(['load a.yaml b.yaml', ...shown, 'edit', ...shown]);
  });

  it('asks for a fresh analysis after a restart', async () => {
    const { state, engine, tick, editCalls, impact } = await openedTab();
    engine.status({ state: 'restarted', reason: 'no answer for 10 s' });
    await tick();
    expect(editCalls().at(-1)).toBe('edit');
    expect(impact()).toBe(2);
    expect(state().engineNotice).toBe('no answer for 10 s');
  });
});

describe('what is asked for', () => {
  it('is only what is on show, and what lints find', async () => {
    const { state, engine, settle } = await openedTab();
    expect(engine.calls).toEqual(['load a.yaml b.yaml', 'picture governed', 'lookup a.yaml', 'findings']);
    state().setMapView('table');
    state().setToggle('onlyChanges', true);
    await settle();
    expect(engine.calls.slice(4)).toEqual(['flows 200', 'flips 200']);
    expect(state().picture).toBeUndefined();
  });
});

describe('between visits', () => {
  it('brings everything back', async () => {
    const data = createMemoryStore();
    const first = await openedTab(data);
    first.state().editFile('a.yaml', 'x');
    first.state().selectFile('b.yaml');
    first.state().setMapView('table');
    await first.tick();
    const second = openTab(data);
    await second.state().restore();
    expect(second.state()).toMatchObject({ name: 'demo', activeFile: 'b.yaml', mapView: 'table', restored: true });
    expect(second.textOf('a.yaml')).toBe('x');
    expect(second.state().baseline[0]?.text).toBe('a');
    expect(second.state().analysis).toBeDefined();
  });

  it('says so and works on where storage is blocked', async () => {
    const broken = createMemoryStore();
    broken.setMany = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const { state, tick } = await openedTab(broken);
    expect(state().saving).toBe('blocked');
    state().editFile('a.yaml', 'x');
    await tick();
    expect(state()).toMatchObject({ saving: 'blocked', stale: false });
  });

  it('lets a second tab look, and take over without losing either work', async () => {
    const data = createMemoryStore();
    const locks = createMemoryLocks();
    const first = await openedTab(data, locks);
    const second = openTab(data, locks);
    await second.state().restore();
    expect(second.state()).toMatchObject({ name: 'demo', saving: 'other-tab' });
    second.state().editFile('a.yaml', 'second');
    await second.tick();
    first.state().editFile('a.yaml', 'first');
    await first.tick();
    expect(first.state().saving).toBe('saved');
    await second.state().takeOver();
    await vi.waitFor(() => expect(second.state().saving).toBe('saved'));
    expect(first.state().saving).toBe('other-tab');
    expect(second.textOf('a.yaml')).toBe('second');
    const [kept] = second.state().keptAside;
    await second.state().openKeptAside(kept?.id ?? '');
    expect(second.textOf('a.yaml')).toBe('first');
  });

  it('follows the other tab where it has no work of its own', async () => {
    const data = createMemoryStore();
    const locks = createMemoryLocks();
    const first = await openedTab(data, locks);
    const second = openTab(data, locks);
    await second.state().restore();
    first.state().editFile('a.yaml', 'first');
    await first.tick();
    await second.state().takeOver();
    await vi.waitFor(() => expect(second.textOf('a.yaml')).toBe('first'));
    expect(second.state().keptAside).toEqual([]);
    second.state().editFile('a.yaml', 'first, then second');
    await second.tick();
    expect(second.state().saving).toBe('saved');
  });
});
