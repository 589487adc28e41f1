// Lists of files: order, and what leads from one to another.
import { expect, it } from 'vitest';
import { changesBetween, sameLargeFiles, withFile, without, withText } from './file-list.ts';

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

it('takes a large file in place of another, and tells that large files changed', () => {
  const large = { path: 'b.yaml', text: '', large: { bytes: 9 } };
  const after = withFile(files, large);
  expect(after[1]).toBe(large);
  expect(sameLargeFiles(files, after)).toBe(false);
  expect(sameLargeFiles(after, withText(after, 'a.yaml', 'A'))).toBe(true);
  expect(withFile(after, { path: 'b.yaml', text: 'small again' })[1]).toEqual({ path: 'b.yaml', text: 'small again' });
});
