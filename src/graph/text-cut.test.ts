// Words are clipped only where they have no room.
import { expect, test } from 'vitest';
import type { ExternalNode } from './graph.ts';
import { externalSize } from './node-size.ts';
import { textCut } from './text-cut.ts';

const external = (name: string): ExternalNode => ({
  ...{ type: 'external', kind: 'cidr', id: `cidr:${name}`, name, label: name, coversPods: false, ranges: 0 },
});

test.each([
  ['10.0.0.1', 'none'],
  ['192.168.100.0/24', 'far'],
  ['partner-addresses-of-the-whole-northern-region', 'always'],
] as const)('a node as wide as it is made for %s is cut: %s', (name, cut) => {
  const node = external(name);
  expect(textCut(node, externalSize(node).width, '')).toBe(cut);
});

test('facts count as well', () => {
  expect(textCut(external('a'), 132, 'a network set of a great many ranges')).toBe('always');
});
