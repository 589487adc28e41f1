// Which rows stand behind an edge of the picture.
import { expect, it } from 'vitest';
import { nodesOf } from '../../state/selectors.ts';
import { emptyReport } from '../../testing/fake-engine-client.ts';
import { drawInventory } from '../../testing/sample-inventory.ts';
import { isWithin } from './is-within.ts';

const nodes = nodesOf({ ...emptyReport(1), ...drawInventory('shop: web!*2:80\nbank: db') });
const web = 'workload:shop/Deployment/web';

it.each([
  [web, web, true],
  [web, 'namespace:shop', true],
  [web, 'pod:shop/web-1', true],
  [web, 'namespace:bank', false],
  ['internet', 'internet', true],
  ['internet', 'namespace:shop', false],
])('%s within %s: %s', (row, shown, expected) => expect(isWithin(nodes, row, shown)).toBe(expected));
