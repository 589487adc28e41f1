// The workspace's history: what is one step, what the editor's own undo amounts to, and that it agrees with a plain list of states.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeEngine } from '../testing/fake-engine-client.ts';
import { createMemoryLocks, createMemoryStore } from '../testing/memory-storage.ts';
import { runs } from '../testing/property-runs.ts';
import { createBrowserStorage } from './browser-storage.ts';
import { createWorkbench } from './create-workbench.ts';
import { TabOwnership } from './tab-ownership.ts';
import type { WorkbenchState } from './workbench-state.ts';

const files = [
  { path: 'a.yaml', text: 'a' },
  { path: 'b.yaml', text: 'b' },
];

/** A workspace whose pauses pass when the test says so. */
async function workspace() {
  const pauses = new Set<() => void>();
  const storage = createBrowserStorage(createMemoryStore(), new TabOwnership(createMemoryLocks()));
  const store = createWorkbench(createFakeEngine().client, storage, (task) => {
    pauses.add(task);
    return () => pauses.delete(task);
  });
  await store.getState().openFiles('w', files);
  const state = () => store.getState();
  const shown = () => Object.fromEntries(state().files.map(({ path, text }) => [path, text]));
  const pause = () => {
    for (const task of [...pauses]) {
      pauses.delete(task);
      task();
    }
  };
  return { state, shown, pause, labels: () => state().undoSteps.map(({ label }) => label) };
}

const append = (path: string, at: number, text: string) => ({ file: path, start: at, end: at, text });

describe('steps', () => {
  it('are one for each gesture, and one for each run of typing in a file', async () => {
    const { state, shown, labels, pause } = await workspace();
    state().editFile('a.yaml', 'a1');
    state().editFile('a.yaml', 'a12');
    pause();
    state().editFile('a.yaml', 'a123');
    state().editFile('b.yaml', 'b1');
    state().applyChange({
      label: 'Move a before b',
      edits: [append('a.yaml', 4, '!'), append('b.yaml', 2, '!')],
      created: [{ path: 'a.yaml', text: 'new' }],
    });
    state().removeFile('b.yaml');
    expect(labels()).toEqual([
      ...['Typing in a.yaml', 'Typing in a.yaml', 'Typing in b.yaml'],
      ...['Move a before b', 'Remove b.yaml'],
    ]);
    const after = shown();
    state().undo();
    state().undo();
    expect(shown()).toEqual({ 'a.yaml': 'a123', 'b.yaml': 'b1' });
    state().undo();
    state().undo();
    expect(shown()).toEqual({ 'a.yaml': 'a12', 'b.yaml': 'b' });
    for (let steps = 0; steps < 9; steps++) state().redo();
    expect(shown()).toEqual(after);
  });

  it('show the file that they touch', async () => {
    const { state } = await workspace();
    state().applyChange({ label: 'Fix', edits: [append('b.yaml', 1, '!')] });
    state().selectFile('a.yaml');
    state().undo();
    expect(state().activeFile).toBe('b.yaml');
  });

  it('take facts back', async () => {
    const { state } = await workspace();
    void state().supplyFacts('Give the pod address range', { podCIDRs: ['10.0.0.0/8'] });
    state().editFile('a.yaml', 'x');
    state().undo();
    expect(state().options.podCIDRs).toEqual(['10.0.0.0/8']);
    state().undo();
    expect(state().options.podCIDRs).toEqual([]);
    state().redo();
    expect(state().options.podCIDRs).toEqual(['10.0.0.0/8']);
  });

  it('are forgotten with the workspace', async () => {
    const { state } = await workspace();
    state().editFile('a.yaml', 'x');
    await state().openFiles('other', files);
    expect([state().undoSteps, state().redoSteps]).toEqual([[], []]);
  });

  it('keep no more text than there is room for', async () => {
    const { state, pause } = await workspace();
    const large = 'x'.repeat(1024 * 1024);
    for (let at = 0; at < 40; at++) {
      state().editFile('a.yaml', large + at);
      pause();
    }
    expect(state().undoSteps.length).toBeLessThan(30);
    expect(state().undoSteps.length).toBeGreaterThan(10);
  });
});

describe('the editor’s own undo', () => {
  it('cuts typing in two, and redo goes on from there', async () => {
    const { state, shown, labels } = await workspace();
    state().editFile('a.yaml', 'one');
    state().editFile('a.yaml', 'one two');
    state().editFile('a.yaml', 'one', 'undo');
    expect([labels().length, state().redoSteps.length]).toEqual([1, 1]);
    state().editFile('a.yaml', 'a', 'undo');
    expect([labels().length, state().redoSteps.length]).toEqual([0, 2]);
    state().editFile('a.yaml', 'one', 'redo');
    state().redo();
    expect(shown()['a.yaml']).toBe('one two');
    state().editFile('a.yaml', 'one', 'undo');
    state().undo();
    expect(shown()['a.yaml']).toBe('a');
    state().redo();
    state().redo();
    expect([shown()['a.yaml'], state().redoSteps]).toEqual(['one two', []]);
  });

  it('takes back a whole gesture, in other files too', async () => {
    const { state, shown } = await workspace();
    state().applyChange({ label: 'Both', edits: [append('a.yaml', 1, '!'), append('b.yaml', 1, '!')] });
    state().editFile('a.yaml', 'a', 'undo');
    expect(shown()).toEqual({ 'a.yaml': 'a', 'b.yaml': 'b' });
    state().editFile('a.yaml', 'a!', 'redo');
    expect(shown()).toEqual({ 'a.yaml': 'a!', 'b.yaml': 'b!' });
  });

  it('is not meant by keys that happen to write the older text', async () => {
    const { state, shown } = await workspace();
    state().applyChange({ label: 'Both', edits: [append('a.yaml', 1, '!'), append('b.yaml', 1, '!')] });
    state().editFile('a.yaml', 'a');
    expect(shown()).toEqual({ 'a.yaml': 'a', 'b.yaml': 'b!' });
  });
});

const path = fc.constantFrom('a.yaml', 'b.yaml', 'c.yaml');
const text = fc.constantFrom('', 'x', 'y', 'xy');
const action = fc.oneof(
  fc.record({ do: fc.constant('type' as const), path, text }),
  fc.record({ do: fc.constant('change' as const), path, text }),
  fc.record({ do: fc.constantFrom('create' as const, 'remove' as const), path }),
  fc.record({ do: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const, 'revert' as const) }),
);
type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

function act(state: WorkbenchState, one: Action): void {
  if (one.do === 'type') state.editFile(one.path, one.text);
  else if (one.do === 'create') state.createFile(one.path, 'c');
  else if (one.do === 'remove') state.removeFile(one.path);
  else if (one.do === 'change') {
    const edits = [append('a.yaml', 0, one.text), append('b.yaml', 0, one.text)];
    state.applyChange({ label: 'change', edits, created: [{ path: one.path, text: one.text }] });
  } else state[one.do]();
}

describe('any edits, gestures, undos and redos', () => {
  it('agree with a plain list of states', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 30 }), async (actions) => {
        const { state, shown, pause } = await workspace();
        let states = [shown()];
        let at = 0;
        for (const one of actions) {
          const before = shown();
          act(state(), one);
          if (one.do === 'undo' || one.do === 'redo') {
            at = Math.max(0, Math.min(states.length - 1, at + (one.do === 'undo' ? -1 : 1)));
          } else {
            const now = shown();
            // Keys that write what stood there before a step of the same file go along the history.
            const isSame = (other: Record<string, string> | undefined) => JSON.stringify(other) === JSON.stringify(now);
            if (JSON.stringify(before) === JSON.stringify(now)) continue;
            if (one.do === 'type' && at > 0 && isSame(states[at - 1])) at -= 1;
            else if (one.do === 'type' && isSame(states[at + 1])) at += 1;
            else {
              states = [...states.slice(0, at + 1), now];
              at += 1;
            }
          }
          pause();
          expect(shown()).toEqual(states[at]);
          expect([state().undoSteps.length, state().redoSteps.length]).toEqual([at, states.length - 1 - at]);
        }
      }),
      runs(100),
    );
  });
});
