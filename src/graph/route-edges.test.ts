// Ways between nodes: the near sides, around what stands between, ends apart.
import { describe, expect, it } from 'vitest';
import { drawEdge, drawInventory } from '../testing/sample-inventory.ts';
import { buildGraph } from './build-graph.ts';
import { layoutGraph } from './layout-graph.ts';
import { placeLabels } from './place-labels.ts';
import { obstaclesOf, routeEdges } from './route-edges.ts';

const id = (name: string) => `workload:shop/Deployment/${name}`;
const many = Array.from({ length: 24 }, (_, at) => `w${at}`);
const choice = { collapsedNamespaces: new Set<string>(), expandedWorkloads: new Set<string>(), hideSystem: false };

/** `aspect` 4: three workloads stand in one row. */
function route(lines: string, ends: readonly (readonly [string, string])[], aspect = 1.2) {
  const graph = buildGraph(
    drawInventory(lines),
    { edges: ends.map(([source, target]) => drawEdge(source, target)), leftOut: 0 },
    choice,
  );
  const layout = layoutGraph(graph.nodes, aspect);
  const obstacles = obstaclesOf(graph.nodes, layout);
  return { graph, layout, obstacles, routes: routeEdges(graph.edges, graph.nodes, layout, obstacles) };
}

describe('routeEdges', () => {
  it('runs straight from side to side between neighbours', () => {
    const { routes, layout } = route('shop: web api db', [[id('web'), id('api')]], 4);
    const line = routes.get(`${id('web')}->${id('api')}`);
    const box = layout.boxes.get(id('api'));
    expect(line?.end).toEqual({ side: 'left', x: box?.x, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 });
    expect(new Set(line?.points.map(({ y }) => Math.round(y))).size).toBe(1);
  });

  it('keeps an edge and the opposite edge apart', () => {
    const { routes } = route('shop: web api', [
      [id('web'), id('api')],
      [id('api'), id('web')],
    ]);
    const [there, back] = [...routes.values()];
    expect(there?.points[0]?.y).not.toBe(back?.points[back.points.length - 1]?.y);
  });

  it('goes around the nodes between', () => {
    const ends = many.flatMap((from) => many.map((to) => [id(from), id(to)] as const)).filter(([a, b]) => a !== b);
    const { graph, routes, obstacles } = route(`shop: ${many.join(' ')}`, ends);
    const through = graph.edges.filter(({ id: edge, source, target }) => {
      return obstacles.hits(routes.get(edge)?.points ?? [], new Set([source, target])) > 0;
    });
    expect(graph.edges).toHaveLength(552);
    expect(through.length).toBeLessThan(552 * 0.05);
  });

  it('is the same whatever the order of the edges', () => {
    const ends = [
      [id('web'), id('api')],
      [id('api'), id('db')],
      [id('web'), id('db')],
      ['internet', id('db')],
    ] as const;
    const forward = route('shop: web api db', ends).routes;
    const backward = route('shop: db api web', [...ends].reverse()).routes;
    expect([...backward].sort()).toEqual([...forward].sort());
  });

  it('draws a loop for a group that reaches itself', () => {
    const { routes } = route('shop: web', [[id('web'), id('web')]]);
    expect(routes.get(`${id('web')}->${id('web')}`)?.end.side).toBe('top');
  });
});

describe('placeLabels', () => {
  it('puts words where they cover nothing, or says that they do', () => {
    const { graph, routes, obstacles } = route(
      'shop: web api db',
      [
        [id('web'), id('api')],
        [id('api'), id('db')],
      ],
      4,
    );
    const edges = graph.edges.map((edge) => ({ ...edge, label: edge.source === id('web') ? '8080' : 'x'.repeat(60) }));
    const labels = placeLabels(edges, routes, obstacles);
    expect(edges.map((edge) => labels.get(edge.id)?.clear).sort()).toEqual([false, true]);
  });
});
