// Edges of members become edges of their groups, and merge.
import { describe, expect, it } from 'vitest';
import { drawEdge, drawInventory } from '../testing/sample-inventory.ts';
import { buildGraph } from './build-graph.ts';
import { MAX_EDGES } from './fit-budget.ts';

const shop = drawInventory(
  `shop: web api!*2 db
   ops: probe`,
);
const web = 'workload:shop/Deployment/web';
const api = 'workload:shop/Deployment/api';
const probe = 'workload:ops/Deployment/probe';
const build = (edges: ReturnType<typeof drawEdge>[], collapsed: string[] = [], focus?: string) =>
  buildGraph(
    shop,
    { edges, leftOut: 0 },
    { collapsedNamespaces: new Set(collapsed), expandedWorkloads: new Set(), hideSystem: false, focus },
  );

describe('projectEdges', () => {
  it('merges the edges of a collapsed namespace, counts added, differing verdicts mixed', () => {
    const opened = { opened: 1, closed: 0, unknown: 0 };
    const { edges } = build(
      [
        drawEdge(probe, web, { flows: 2, pairs: { allowed: 1, of: 2 } }),
        drawEdge(probe, api, { verdict: 'unknown', label: '8080', impact: opened }),
      ],
      ['namespace:shop'],
    );
    expect(edges).toEqual([
      {
        ...drawEdge(probe, 'namespace:shop'),
        verdict: 'mixed',
        label: 'several ports',
        flows: 3,
        pairs: { allowed: 2, of: 3 },
        impact: opened,
        flip: 'opened',
      },
    ]);
  });

  it('draws flows inside a collapsed namespace as a loop', () => {
    expect(build([drawEdge(web, api)], ['namespace:shop']).edges.map(({ id }) => id)).toEqual([
      'namespace:shop->namespace:shop',
    ]);
  });

  it('hands the edges of pods that are not drawn to their workload', () => {
    expect(build([drawEdge(probe, 'pod:shop/api-1')]).edges.map(({ target }) => target)).toEqual([api]);
  });

  it('drops an edge of a group that is open now: its members are not known yet', () => {
    expect(build([drawEdge(probe, 'namespace:shop')]).edges).toEqual([]);
  });

  it('keeps at most MAX_EDGES: first those of the focus, then flips, and counts the rest', () => {
    const workloads = Array.from({ length: 40 }, (_, at) => `w${at}`);
    const inventory = drawInventory(`big: ${workloads.join(' ')}`);
    const id = (at: number) => `workload:big/Deployment/w${at}`;
    const edges = workloads.flatMap((_, a) =>
      workloads.map((__, b) => drawEdge(id(a), id(b), { flows: a === 7 ? 0 : 9 })),
    );
    edges.push(drawEdge('internet', id(3), { flows: 0, impact: { opened: 0, closed: 1, unknown: 0 } }));
    const graph = buildGraph(
      inventory,
      { edges, leftOut: 5 },
      { collapsedNamespaces: new Set(), expandedWorkloads: new Set(), hideSystem: false, focus: id(7) },
    );
    expect(graph.edges).toHaveLength(MAX_EDGES);
    expect(graph.edges.filter(({ source }) => source === id(7))).toHaveLength(40);
    expect(graph.edges.some(({ flip }) => flip === 'closed')).toBe(true);
    expect(graph.edgesLeftOut).toBe(1601 - MAX_EDGES + 5);
  });

  it('draws the edges of gathered namespaces only where they change, or for the node in focus', () => {
    const names = Array.from({ length: 310 }, (_, at) => `ns-${String(at).padStart(3, '0')}`);
    const many = drawInventory(names.map((name) => `${name}: web`).join('\n'));
    const group = (name: string) => `namespace:${name}`;
    const edges = [
      drawEdge(group('ns-000'), group('ns-001')),
      drawEdge(group('ns-000'), group('ns-309')),
      drawEdge(group('ns-002'), group('ns-309'), { impact: { opened: 1, closed: 0, unknown: 0 } }),
    ];
    const drawn = (focus?: string) => {
      const choice = { collapsedNamespaces: new Set(names.map(group)), expandedWorkloads: new Set<string>() };
      const graph = buildGraph(many, { edges, leftOut: 0 }, { ...choice, hideSystem: false, focus });
      return [...graph.edges.map(({ id }) => id.replaceAll('namespace:', '')), graph.edgesLeftOut];
    };
    expect(drawn()).toEqual(['ns-000->ns-001', 'ns-002->namespaces:others', 1]);
    expect(drawn(group('ns-000'))).toEqual([
      'ns-000->ns-001',
      'ns-000->namespaces:others',
      'ns-002->namespaces:others',
      0,
    ]);
  });
});
