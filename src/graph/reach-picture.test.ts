// Hops on the picture, the steps between them, and groups that stand for what lies in them.
import { describe, expect, it } from 'vitest';
import type { Reach } from '../engine/reach.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';
import { reachPicture } from './reach-picture.ts';

const face = { name: '', label: '' };
const namespace = (id: string, collapsed: boolean): GraphNode => ({
  ...{ ...face, type: 'namespace', id, collapsed, system: false, workloads: 1, pods: 1, isolated: 'none' },
});
const gate = { state: 'open', policies: 0, rules: 0 } as const;
const workload = (id: string, parent: string): GraphNode => ({
  ...{ ...face, type: 'workload', id, parent, kind: 'Pod', replicas: 1, ports: '', ingress: gate, egress: gate },
  ...{ hostNetwork: false, expandable: false, expanded: false, unlistedPods: 0 },
});
const edge = (source: string, target: string): GraphEdge => ({
  ...{ id: `${source}->${target}`, source, target, verdict: 'allowed', label: '80', flows: 1, flip: 'none' },
  ...{ pairs: { allowed: 1, of: 1 }, impact: { opened: 0, closed: 0, unknown: 0 } },
});

const [web, api, db, ns] = ['workload:shop/Pod/web', 'workload:shop/Pod/api', 'workload:data/Pod/db', 'namespace:data'];
const graph: Graph = {
  nodes: [
    namespace('namespace:shop', false),
    workload(web, 'namespace:shop'),
    workload(api, 'namespace:shop'),
    namespace(ns, true),
  ],
  edges: [edge(web, api), edge(ns, web)],
  edgesLeftOut: 0,
  hostsLeftOut: 0,
};
const step = (id: string, hop: number, via: string, verdict: 'allowed' | 'unknown' = 'allowed') => ({
  ...{ id, hop, via, verdict, label: '5432' },
});
const reach = (nodes: Reach['nodes']): Reach => ({
  ...{ snapshot: 1, id: web, direction: 'from', hops: 2, nodes, unlisted: 0, counts: [], goesOn: false },
  ...{ gained: [], lost: [], isPartial: false },
});

describe('reachPicture', () => {
  it('gives nodes their hops, and closed groups that of what lies in them', () => {
    const { hops, related } = reachPicture(graph, reach([step(api, 1, web), step(db, 2, api)]));
    expect([...hops]).toEqual([
      [web, '0'],
      [api, '1'],
      [ns, '2'],
    ]);
    expect(related.nodes.has('namespace:shop')).toBe(true);
  });

  it('lights the edges between hops, and draws those that are missing', () => {
    const { related, graph: drawn } = reachPicture(graph, reach([step(api, 1, web), step(db, 2, api)]));
    expect([...related.edges]).toEqual([`${web}->${api}`, `${api}->${ns}`]);
    expect(drawn.edges.map(({ id }) => id)).toContain(`${api}->${ns}`);
    expect(graph.edges.length).toBe(2);
  });

  it('marks what is not certain', () => {
    expect([...reachPicture(graph, reach([step(api, 1, web, 'unknown')])).hops]).toEqual([
      [web, '0'],
      [api, '1?'],
    ]);
  });

  it('goes against the edges to who can come to a node', () => {
    const back = { ...reach([step(db, 1, web)]), direction: 'to' as const };
    expect([...reachPicture(graph, back).related.edges]).toEqual([`${ns}->${web}`]);
  });
});
