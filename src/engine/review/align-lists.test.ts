// Lists side by side: an item that comes in front changes no other.
import { expect, it } from 'vitest';
import { readValue } from '../../testing/read-value.ts';
import { alignLists } from './align-lists.ts';

function aligned(before: string, after: string): string {
  const [a, b] = [readValue(before), readValue(after)];
  if (a.kind !== 'list' || b.kind !== 'list') throw new Error('lists only');
  return alignLists(a.items, b.items)
    .map((item) => `${item.before ?? ''}>${item.after ?? ''}`)
    .join(' ');
}

it.each([
  ['[a, b]', '[a, b]', '0>0 1>1'],
  ['[b]', '[a, b]', '>0 0>1'],
  ['[a, b, c]', '[a, c]', '0>0 1> 2>1'],
  ['[a, b]', '[a, c]', '0>0 1>1'],
  ['[a, b]', '[c, d]', '0> 1> >0 >1'],
  ['[]', '[a]', '>0'],
  ['[{p: 1, q: x}, {p: 2, q: y}]', '[{p: 3, q: z}, {p: 1, q: x}, {p: 2, q: w}]', '>0 0>1 1>2'],
  ['[{p: 1, q: x}]', '[{r: 5}, {p: 1, q: w}]', '>0 0>1'],
  ['[{p: 1}]', '[{r: 5}]', '0>0'],
])('%s to %s', (before, after, pairs) => expect(aligned(before, after)).toBe(pairs));

it('goes place by place where lists are very long', () => {
  const list = (length: number) => `[${Array.from({ length }, (_, at) => at).join(', ')}]`;
  expect(aligned(list(1100), list(1099)).split(' ').at(-1)).toBe('1099>');
});
