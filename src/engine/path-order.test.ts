// Lists of files in path order, held to sorting them anew.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distinctFiles, inPathOrder, withChanged } from './path-order.ts';

const path = fc.constantFrom<string>('', 'a', 'a/b', 'b', 'bb', 'c', 'd', 'é', 'zz');
const file = fc.record({ path, text: fc.string({ maxLength: 2 }) });
const changes = fc.array(fc.tuple(path, fc.option(fc.string())));

it('keeps order and one file a path, whatever is changed', () => {
  fc.assert(
    fc.property(fc.array(file), changes, (files, script) => {
      const texts = new Map(files.map(({ path, text }) => [path, text]));
      let list = distinctFiles(files);
      for (const [path, text] of script) {
        if (text === null) texts.delete(path);
        else texts.set(path, text);
        list = withChanged(list, [path], () => (text === null ? undefined : { path, text }));
        expect(inPathOrder(list)).toBe(list);
      }
      expect(list).toEqual(inPathOrder([...texts].map(([path, text]) => ({ path, text }))));
    }),
  );
});

it('gives a change what stands at the path', () => {
  const seen: unknown[] = [];
  withChanged([{ path: 'b' }, { path: 'a' }], ['a', 'c'], (_, before) => {
    seen.push(before);
    return before;
  });
  expect(seen).toEqual([{ path: 'a' }, undefined]);
});
