// Hiding what does not belong to the selection, and what does not change.
import { describe, expect, it } from 'vitest';
import { drawEdge, drawInventory } from '../testing/sample-inventory.ts';
import { buildGraph } from './build-graph.ts';
import { filterGraph, type GraphFilter, relatedTo } from './filter-graph.ts';

const id = (name: string) => `workload:shop/Deployment/${name}`;
const graph = buildGraph(
  drawInventory(`shop: web api!*2 db\nops: probe`),
  {
    edges: [
      drawEdge('internet', id('web')),
      drawEdge(id('web'), id('api')),
      drawEdge(id('api'), id('db'), { impact: { opened: 1, closed: 0, unknown: 0 } }),
    ],
    leftOut: 0,
  },
  { collapsedNamespaces: new Set(), expandedWorkloads: new Set([id('api')]), hideSystem: false },
);
const all: GraphFilter = { selection: undefined, hideUnrelated: false, onlyChanges: false };
const names = (filter: Partial<GraphFilter>) => {
  const { nodes, edges } = filterGraph(graph, { ...all, ...filter });
  return [nodes.map(({ name }) => name).join(' '), edges.length];
};

describe('filterGraph', () => {
  it('keeps a node, its neighbours, their groups and their pods', () => {
    expect(names({ selection: { type: 'node', id: id('web') }, hideUnrelated: true })).toEqual([
      'Internet shop web api api-0 api-1',
      2,
    ]);
  });

  it('keeps the two ends of an edge', () => {
    const selection = { type: 'edge', source: id('api'), target: id('db') } as const;
    expect(names({ selection, hideUnrelated: true })).toEqual(['shop api api-0 api-1 db', 1]);
  });

  it('keeps what a query is about, in its groups', () => {
    expect(names({ meets: [id('api'), 'internet'] })[0]).toBe('Internet shop api api-0 api-1');
  });

  it('takes a namespace for its workloads', () => {
    const related = relatedTo(graph, { type: 'node', id: 'namespace:shop' });
    expect(related?.edges.size).toBe(3);
    expect(related?.nodes.has('namespace:ops')).toBe(false);
  });

  it('hides nothing when nothing, or nothing visible, is selected', () => {
    expect(names({ hideUnrelated: true })).toEqual(names({}));
    expect(names({ selection: { type: 'node', id: 'pod:gone/x' }, hideUnrelated: true })).toEqual(names({}));
  });

  it('keeps all nodes but only the edges that change', () => {
    expect(names({ onlyChanges: true })).toEqual([names({})[0], 1]);
  });
});
