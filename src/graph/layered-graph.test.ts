// The neighbourhood of a node, its question to the layered layout, and the places that come back.
import { expect, it } from 'vitest';
import { defaultOptions } from '../engine/engine-options.ts';
import { EngineSession } from '../engine/engine-session.ts';
import { cluster, policy } from '../testing/cluster-text.ts';
import { buildGraph } from './build-graph.ts';
import { focusGraph } from './focus-graph.ts';
import { layeredGraph, layoutOfLayered } from './layered-graph.ts';

const session = new EngineSession(() => 0);
const only = (app: string) => `[{from: [{podSelector: {matchLabels: {app: ${app}}}}]}]`;
const { report } = session.load(
  [
    ...cluster`
      shop: web{app=web}:80 api{app=api}:80 db{app=db}:80 idle{app=idle}:80
    `,
    policy('shop/api')`{podSelector: {matchLabels: {app: api}}, ingress: ${only('web')}}`,
    policy('shop/db')`{podSelector: {matchLabels: {app: db}}, ingress: ${only('api')}}`,
  ],
  defaultOptions,
);
const picture = session.picture({
  ...{ ports: 'declared', expandedNamespaces: ['namespace:shop'], expandedWorkloads: [], edges: 'governed', limit: 99 },
});
const choice = { collapsedNamespaces: new Set<string>(), expandedWorkloads: new Set<string>(), hideSystem: false };
const graph = buildGraph(report, picture, choice);
const id = (name: string) => `workload:shop/Pod/${name}`;
const names = (depth: number) => focusGraph(graph, id('web'), depth)?.nodes.map((node) => node.id);

it('takes what lies so many edges away, in its frame', () => {
  expect(names(1)).toEqual(['namespace:shop', id('web'), id('api')]);
  expect(names(2)).toEqual(['namespace:shop', id('web'), id('api'), id('db')]);
  expect(focusGraph(graph, 'workload:shop/Pod/gone', 1)).toBeUndefined();
});

it('asks for frames with their workloads inside, and gives places that are absolute', () => {
  const focused = focusGraph(graph, id('web'), 1);
  if (!focused) throw new Error('not drawn');
  const question = layeredGraph(focused);
  expect(question.children.map((node) => [node.id, node.children?.map((child) => child.id)])).toEqual([
    ['namespace:shop', [id('web'), id('api')]],
  ]);
  expect(question.edges.map((edge) => edge.id)).toEqual([`${id('web')}->${id('api')}`]);
  const child = { id: id('api'), x: 20, y: 46, width: 128, height: 48 };
  const frame = { id: 'namespace:shop', x: 100, y: 10, width: 400, height: 120, children: [child] };
  const { boxes } = layoutOfLayered({ id: 'root', children: [frame] }, focused);
  expect(boxes.get(id('api'))).toEqual({ x: 120, y: 56, width: 128, height: 48 });
});
