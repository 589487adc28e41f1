// Objects find each other by what they are called.
import { expect, it } from 'vitest';
import { readWorkspace } from '../read-workspace.ts';
import { pairDocuments } from './pair-documents.ts';

const policy = (name: string, rest = '', version = 'networking.k8s.io/v1') =>
  `apiVersion: ${version}\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\n${rest}spec:\n  podSelector: {}\n`;

/** What differs between two sets of files: `a`, `+b`, `-c`. */
function differing(base: Record<string, string>, head: Record<string, string>): string[] {
  const read = (files: Record<string, string>) =>
    readWorkspace(Object.entries(files).map(([path, text]) => ({ path, text })));
  const { objects } = pairDocuments(read(base), read(head));
  return objects.map(
    ({ id, base: old, head: now }) => `${old && now ? '' : now ? '+' : '-'}${id.replace(/^.*NetworkPolicy\//, '')}`,
  );
}

it.each([
  ['the same file', { 'a.yaml': policy('a') }, { 'a.yaml': policy('a') }, []],
  ['another path', { 'a.yaml': policy('a') }, { 'x/b.yaml': policy('a') }, []],
  ['another path and a comment', { 'a.yaml': policy('a') }, { 'b.yaml': `# moved\n${policy('a')}` }, []],
  [
    'two files in one',
    { 'a.yaml': policy('a'), 'b.yaml': policy('b') },
    { 'c.yaml': `${policy('b')}---\n${policy('a')}` },
    [],
  ],
  [
    'a namespace that was meant',
    { 'a.yaml': policy('a') },
    { 'a.yaml': policy('a', '  namespace: default\n') },
    ['default/a'],
  ],
  [
    'another namespace',
    { 'a.yaml': policy('a') },
    { 'a.yaml': policy('a', '  namespace: x\n') },
    ['-default/a', '+x/a'],
  ],
  [
    'another version',
    { 'a.yaml': policy('a') },
    { 'a.yaml': policy('a', '', 'networking.k8s.io/v1beta1') },
    ['+/a', '-default/a'],
  ],
  [
    'one more of a name',
    { 'a.yaml': policy('a') },
    { 'a.yaml': policy('a'), 'b.yaml': `${policy('a')}# ` },
    ['+default/a'],
  ],
] as const)('%s', (_, base, head, found) => expect(differing(base, head)).toEqual(found));

it('takes items of a list for objects', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- ${policy('a').trim().replaceAll('\n', '\n  ')}\n`;
  expect(differing({ 'a.yaml': policy('a') }, { 'a.yaml': list })).toEqual([]);
});
