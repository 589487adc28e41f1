// The keyboard's way through the picture.
import { describe, expect, it } from 'vitest';
import { drawEdge, drawInventory } from '../testing/sample-inventory.ts';
import { levelUp, type NavigationKey, navigate, type Trail } from './arrow-navigation.ts';
import { buildGraph } from './build-graph.ts';

const id = (name: string) => `workload:shop/Deployment/${name}`;
const graph = buildGraph(
  drawInventory('shop: web api!*2 db'),
  {
    edges: [
      drawEdge('internet', id('web')),
      drawEdge(id('web'), id('api')),
      drawEdge(id('web'), id('db')),
      drawEdge(id('web'), id('web')),
    ],
    leftOut: 0,
  },
  { collapsedNamespaces: new Set(), expandedWorkloads: new Set([id('api')]), hideSystem: false },
);

function walk(from: string, ...keys: NavigationKey[]): string | undefined {
  let at = from;
  let trail: Trail | undefined;
  for (const key of keys) {
    const step = navigate(graph, at, key, trail);
    if (!step) return undefined;
    at = step.to;
    trail = step.trail;
  }
  return at;
}

describe('navigate', () => {
  it.each<[string, NavigationKey[], string | undefined]>([
    ['internet', ['ArrowRight'], id('web')],
    [id('web'), ['ArrowLeft'], 'internet'],
    [id('web'), ['ArrowRight'], id('api')],
    [id('web'), ['ArrowRight', 'ArrowDown'], id('db')],
    [id('web'), ['ArrowRight', 'ArrowDown', 'ArrowDown'], id('api')],
    [id('db'), ['ArrowRight'], undefined],
    ['internet', ['ArrowLeft'], undefined],
    ['internet', ['ArrowDown'], 'namespace:shop'],
    ['namespace:shop', ['ArrowRight'], id('web')],
    [id('api'), ['ArrowDown'], 'pod:shop/api-0'],
    [id('api'), ['ArrowUp'], id('web')],
    ['internet', ['End'], id('db')],
    [id('db'), ['Home'], 'internet'],
    ['pod:shop/gone', ['ArrowDown'], 'internet'],
  ])('from %s by %s', (from, keys, to) => {
    expect(walk(from, ...keys)).toBe(to);
  });

  it('reaches every node by Down alone', () => {
    const seen = ['internet'];
    for (let at = walk('internet', 'ArrowDown'); at !== undefined; at = walk(at, 'ArrowDown')) seen.push(at);
    expect(seen).toEqual(graph.nodes.map((node) => node.id));
  });

  it('goes up from pod to workload to namespace', () => {
    expect([levelUp(graph, 'pod:shop/api-0'), levelUp(graph, id('api')), levelUp(graph, 'namespace:shop')]).toEqual([
      id('api'),
      'namespace:shop',
      undefined,
    ]);
  });
});
