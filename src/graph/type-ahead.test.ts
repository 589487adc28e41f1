// Letters lead to names.
import { expect, it } from 'vitest';
import type { GraphNode } from './graph.ts';
import { typeAhead } from './type-ahead.ts';

const nodes = ['api', 'db', 'api-gateway', 'orders-db'].map(
  (name): GraphNode => ({
    ...{ type: 'external', kind: 'cidr', id: name, name, label: name, coversPods: false, ranges: 0 },
  }),
);

it.each([
  ['a', undefined, 'api'],
  ['a', 'api', 'api-gateway'],
  ['aa', 'api-gateway', 'api'],
  ['api-', 'api', 'api-gateway'],
  ['api', 'api', 'api'],
  ['ord', 'api', 'orders-db'],
  ['gate', 'api', 'api-gateway'],
  ['D', 'api', 'db'],
  ['x', 'api', undefined],
])('%s from %s goes to %s', (typed, at, to) => {
  expect(typeAhead({ nodes }, at, typed)).toBe(to);
});
