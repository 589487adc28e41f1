// An explained flow stands on the picture though no edge says so, and stands in its namespaces where these are closed.
import { expect, it } from 'vitest';
import { drawEdge, drawInventory } from '../testing/sample-inventory.ts';
import { buildGraph } from './build-graph.ts';
import { drawnFlow } from './explained-flow.ts';

const id = (name: string) => `workload:shop/Deployment/${name}`;
const inventory = drawInventory('shop: web api db\nops: probe');
const graphOf = (...collapsed: string[]) =>
  buildGraph(
    inventory,
    { edges: [drawEdge(id('web'), id('api'))], leftOut: 0 },
    { collapsedNamespaces: new Set(collapsed), expandedWorkloads: new Set(), hideSystem: false },
  );
const flow = { src: id('web'), dst: id('api'), verdict: 'denied', traffic: 'TCP 8080' } as const;

it('draws a line of its own for what is not allowed, and leaves only its ends bright', () => {
  const drawn = drawnFlow(graphOf(), flow);
  expect(drawn?.isOwnEdge).toBe(true);
  expect(drawn?.edge).toMatchObject({ source: id('web'), target: id('api'), verdict: 'denied', label: '8080' });
  expect([...(drawn?.related.nodes ?? [])]).toEqual([id('web'), 'namespace:shop', id('api')]);
  expect([...(drawn?.related.edges ?? [])]).toEqual([drawn?.edge?.id]);
});

it('takes the edge of the picture where that has the verdict', () => {
  const drawn = drawnFlow(graphOf(), { ...flow, verdict: 'allowed' });
  expect([drawn?.isOwnEdge, drawn?.edge?.id]).toEqual([false, `${id('web')}->${id('api')}`]);
});

it('lets a closed namespace stand for what is in it', () => {
  const probe = 'workload:ops/Deployment/probe';
  expect(drawnFlow(graphOf('namespace:ops'), { ...flow, src: probe })?.ends).toEqual(['namespace:ops', id('api')]);
  expect(drawnFlow(graphOf('namespace:shop'), flow)?.ends).toEqual(['namespace:shop']);
});

it('shows the end that is drawn where the other is not, and nothing where none is', () => {
  const outside = { ...flow, src: 'cidr:203.0.113.0/24' };
  expect(drawnFlow(graphOf(), outside)).toMatchObject({ ends: [id('api')], edge: undefined });
  expect(drawnFlow(graphOf(), { ...outside, dst: 'cidr:192.0.2.0/24' })).toBeUndefined();
});
