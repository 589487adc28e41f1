// What the page does with findings: help for one, letting one pass, all safe fixes as one step.
import { expect, it } from 'vitest';
import { createInProcessClient } from '../client/in-process-client.ts';
import { createMemoryLocks, createMemoryStore } from '../testing/memory-storage.ts';
import { createBrowserStorage } from './browser-storage.ts';
import { createWorkbench } from './create-workbench.ts';
import { selectPassed, selectProblems, selectSafeFixes } from './shown-problems.ts';
import { TabOwnership } from './tab-ownership.ts';

const policy = (name: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  selector: all()\n  ingress: [{ action: Allow }]\n`;
const files = ['a', 'b'].map((name) => ({ path: `${name}.yaml`, text: policy(name) }));

async function opened() {
  const storage = createBrowserStorage(createMemoryStore(), new TabOwnership(createMemoryLocks()));
  const store = createWorkbench(createInProcessClient(), storage);
  const state = () => store.getState();
  await state().restore();
  await state().openFiles('demo', files);
  const codes = () => selectProblems(state()).map(({ code, location }) => `${location.file} ${code}`);
  const settled = () =>
    expect.poll(() => !state().stale && state().findings?.snapshot === state().analysis?.report.snapshot).toBe(true);
  await settled();
  return { state, codes, settled };
}

it('shows the page of a code, and says that there is none', async () => {
  const { state } = await opened();
  state().showFindingHelp('types-implicit');
  await expect.poll(() => state().findingHelp).toMatchObject({ code: 'types-implicit', quickFix: 'safe' });
  state().showFindingHelp('nothing');
  await expect.poll(() => state().findingHelp).toBeNull();
  state().showFindingHelp(undefined);
  expect(state()).toMatchObject({ helpCode: undefined, findingHelp: undefined });
});

it('lets one pass by a comment, as a step that can be undone', async () => {
  const { state, codes, settled } = await opened();
  const [first] = selectProblems(state()).filter(({ code }) => code === 'types-implicit');
  if (!first) throw new Error('there is no such finding');
  expect(state().letPass(first, ' ', 'line')).toBe(false);
  expect(state().letPass(first, 'on purpose', 'object')).toBe(true);
  await settled();
  expect(codes()).not.toContain('a.yaml types-implicit');
  expect(codes()).toContain('b.yaml types-implicit');
  expect(selectPassed(state())).toMatchObject([{ reason: 'on purpose', by: { file: 'a.yaml', line: 1 } }]);
  state().undo();
  await settled();
  expect(codes()).toContain('a.yaml types-implicit');
});

it('writes all safe fixes at once', async () => {
  const { state, codes, settled } = await opened();
  expect(selectSafeFixes(state())).toHaveLength(2);
  state().fixAllSafe();
  await settled();
  expect(codes().filter((one) => one.endsWith('types-implicit'))).toEqual([]);
  expect(state().undoSteps.map(({ label }) => label)).toEqual(['Apply 2 safe fixes']);
  state().undo();
  expect(state().files.map(({ text }) => text)).toEqual(files.map(({ text }) => text));
});

it('lists the findings of one object in a pane that is shown', async () => {
  const { state } = await opened();
  state().showPane('list', false);
  state().showFindings({ object: 'a.yaml NetworkPolicy shop/a' });
  expect(state()).toMatchObject({
    hiddenPanes: [],
    sideList: 'problems',
    findingFilter: { object: 'a.yaml NetworkPolicy shop/a' },
  });
});
