// Prefixes of labels, and calls that are replaced in the text of a selector.
import { expect, it } from 'vitest';
import { parseCalicoSelector } from '../../resources/calico-selector.ts';
import type { CalicoSelector } from '../../resources/calico-selector-syntax.ts';
import { prefixKeys, replaceAllCall, replaceGlobalCall } from './rewrite-selector.ts';

function treeOf(text: string): CalicoSelector {
  const parsed = parseCalicoSelector(text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed.tree;
}

/** Without places. */
const bare = (tree: CalicoSelector): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'start' || key === 'end' ? undefined : value)));

it.each([
  ["a == 'a' && !(has(b) || c not in {'c'})", "p.a == 'a' && !(has(p.b) || p.c not in {'c'})"],
  ["a starts with 'a' || all() || global()", "p.a starts with 'a' || all() || global()"],
])('prefixes labels: %s', (text, expected) => {
  expect(bare(prefixKeys(treeOf(text), 'p.'))).toEqual(bare(treeOf(expected)));
});

it.each([
  ['!all() || all( ) && has(all)', '!has(k) || has(k) && has(all)'],
  ["a == 'all()' && b in {'xall()all()', 'all( )'}", "a == 'has(k)' && b in {'xhas(k)has(k)', 'all( )'}"],
  ["global() && a contains 'global()'", "global() && a contains 'global()'"],
])('replaces all(), in strings too: %s', (text, expected) => {
  expect(bare(replaceAllCall(treeOf(text), 'k'))).toEqual(bare(treeOf(expected)));
});

it.each([
  ['global()', '!has(k)'],
  ["all() && (global() || a != 'global()')", "all() && (!has(k) || a != '!has(k)')"],
])('replaces global(): %s', (text, expected) => {
  expect(bare(replaceGlobalCall(treeOf(text), 'k'))).toEqual(bare(treeOf(expected)));
});
