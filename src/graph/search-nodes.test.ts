// Search by name in the map.
import { expect, it } from 'vitest';
import { drawInventory } from '../testing/sample-inventory.ts';
import { searchNodes } from './search-nodes.ts';

const outside = ['internet', 'cidr:10.0.0.0/8', 'set:shop/partners'];
const inventory = drawInventory('shop: web my-web\nweb-tools: probe', outside, ['node-1']);
const found = (text: string) => searchNodes(inventory, text).map(({ name }) => name);

it('finds by any part, names that begin with it first', () => {
  expect(found('WEB')).toEqual(['web', 'web-tools', 'my-web', 'probe']);
  expect(found('web shop')).toEqual(['web', 'my-web']);
  expect(found('10.0')).toEqual(['10.0.0.0/8']);
  expect(found('  ')).toEqual([]);
  expect(found('network set')).toEqual(['shop/partners']);
  expect(found('host endpoint')).toEqual(['node-1']);
});

it('says which namespace to open', () => {
  expect(searchNodes(inventory, 'my-web')[0]?.within).toBe('namespace:shop');
});
