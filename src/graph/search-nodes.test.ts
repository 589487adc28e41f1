// Search by name in the map.
import { expect, it } from 'vitest';
import { drawInventory } from '../testing/sample-inventory.ts';
import { searchNodes } from './search-nodes.ts';

const inventory = drawInventory('shop: web my-web\nweb-tools: probe', ['internet', 'cidr:10.0.0.0/8']);
const found = (text: string) => searchNodes(inventory, text).map(({ name }) => name);

it('finds by any part, names that begin with it first', () => {
  expect(found('WEB')).toEqual(['web', 'web-tools', 'my-web', 'probe']);
  expect(found('web shop')).toEqual(['web', 'my-web']);
  expect(found('10.0')).toEqual(['10.0.0.0/8']);
  expect(found('  ')).toEqual([]);
});

it('says which namespace to open', () => {
  expect(searchNodes(inventory, 'my-web')[0]?.within).toBe('namespace:shop');
});
