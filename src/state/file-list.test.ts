// Lists of files: order, and what leads from one to another.
import { expect, it } from 'vitest';
import { changesBetween, freePath, sameLargeFiles, withEdits, withFile, without, withText } from './file-list.ts';

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

it('makes edits file by file, and leaves out those of files that are not there', () => {
  const edit = (file: string, text: string) => ({ file, start: 0, end: 1, text });
  const after = withEdits(files, [edit('a.yaml', 'A'), edit('gone.yaml', 'G')]);
  expect(after).toEqual([
    { path: 'a.yaml', text: 'A' },
    { path: 'b.yaml', text: 'b' },
  ]);
});

it('finds a path that is free', () => {
  expect(freePath(files, 'c.yaml')).toBe('c.yaml');
  expect(freePath(withText(files, 'a-2.yaml', ''), 'a.yaml')).toBe('a-3.yaml');
  expect(freePath(withText(files, 'x.d/y', ''), 'x.d/y')).toBe('x.d/y-2');
});
