// Tiers from names and ports; everything else as declared.
import { describe, expect, it } from 'vitest';
import { drawInventory } from '../testing/sample-inventory.ts';
import { inTierOrder, tierRank } from './inventory-order.ts';

const workloads = (line: string) =>
  drawInventory(`shop: ${line}`).namespaces.flatMap((namespace) => namespace.workloads);

describe('tierRank', () => {
  it.each([
    ['frontend:8080', 0],
    ['shop-web:3000', 0],
    ['landing:80', 0],
    ['cart:7070', 1],
    ['webhook:9000', 1],
    ['orders-db:80', 2],
    ['postgres', 2],
    ['ledger:5432', 2],
  ])('%s: %s', (drawn, rank) => {
    expect(workloads(drawn).map(tierRank)).toEqual([rank]);
  });
});

describe('inTierOrder', () => {
  it('keeps the order of the manifests within a tier', () => {
    const place = { column: 1, endLine: 1, endColumn: 1, start: 0, end: 0 };
    const declared = workloads('zeta:7000 redis alpha:7001 web').map((workload, line) => ({
      ...workload,
      location: { ...place, file: 'app.yaml', line },
    }));
    expect(inTierOrder([...declared].reverse()).map(({ name }) => name)).toEqual(['web', 'zeta', 'alpha', 'redis']);
  });
});
