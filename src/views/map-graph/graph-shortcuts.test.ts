// What the keys of the graph are said to be is what they are.
import { expect, it } from 'vitest';
import { allActions } from '../actions/all-actions.ts';
import { graphKeysDescription, graphShortcuts } from './graph-shortcuts.ts';
import { commands } from './use-graph-keyboard.ts';

const listed = graphShortcuts.map(({ keys }) => keys);
const keysOfPage = allActions.flatMap(({ keys }) => keys ?? []);

it('lists every letter that acts on the graph, and none that does not', () => {
  expect([...commands].filter((key) => !listed.includes(key) && !keysOfPage.includes(key))).toEqual([]);
  expect(listed.filter((keys) => /^[a-z]$/.test(keys) && !commands.has(keys))).toEqual([]);
});

it('says each of them in the description', () => {
  for (const { does } of graphShortcuts) expect(graphKeysDescription).toContain(does.toLowerCase());
});
