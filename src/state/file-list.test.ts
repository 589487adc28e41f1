// Lists of files: order, and what leads from one to another.
import { expect, it } from 'vitest';
import { changesBetween, without, withText } from './file-list.ts';

const files = withText(withText([], 'b.yaml', 'b'), 'a.yaml', 'a');

it('stays in path order', () => expect(files.map((file) => file.path)).toEqual(['a.yaml', 'b.yaml']));

it('is the same list where nothing changes', () => expect(withText(files, 'a.yaml', 'a')).toBe(files));

it('finds changed, added and removed files, and nothing in equal lists', () => {
  const after = withText(withText(without(files, 'b.yaml'), 'a.yaml', 'A'), 'c.yaml', 'c');
  expect(changesBetween(files, after)).toEqual([
    { path: 'a.yaml', text: 'A' },
    { path: 'c.yaml', text: 'c' },
    { path: 'b.yaml', text: null },
  ]);
  expect(changesBetween(files, [...files])).toEqual([]);
  expect(changesBetween(files, structuredClone([...files]))).toEqual([]);
});
