// Places: deterministic, free of overlaps, and the same whatever the edges and policies say.
import { describe, expect, it } from 'vitest';
import { drawEdge, drawInventory, governedGate } from '../testing/sample-inventory.ts';
import { buildGraph, type GraphChoice } from './build-graph.ts';
import type { GraphNode } from './graph.ts';
import { assignSlots, type Box, type Layout, layoutGraph } from './layout-graph.ts';
import { overlaps } from './obstacle-index.ts';

const lines = `dev-app: frontend*2:80 backend!*3:8080 database:3306
  monitoring: prometheus-agent:9090
  shop: cart checkout currency email payment product recommendation shipping redis
  kube-system: coredns*2:53`;
const choice: GraphChoice = {
  collapsedNamespaces: new Set(['namespace:monitoring']),
  expandedWorkloads: new Set(['workload:dev-app/Deployment/backend']),
  hideSystem: false,
};
const inventory = drawInventory(lines, ['internet', 'cidr:10.0.0.0/8']);
const nodes = buildGraph(inventory, undefined, choice).nodes;
const layout = layoutGraph(nodes, 1.2);

describe('layoutGraph', () => {
  it('places every node, workloads within their frames, and nothing over anything else', () => {
    expect(layout.boxes.size).toBe(nodes.length);
    expect(overlapping(nodes, layout)).toEqual([]);
    for (const node of nodes) {
      if (node.type === 'workload' || node.type === 'pod') expect(inside(node.id, node.parent)).toBe(true);
    }
  });

  it('moves no node when policies and edges change', () => {
    const governed = {
      ...inventory,
      namespaces: inventory.namespaces.map((namespace) => ({
        ...namespace,
        workloads: namespace.workloads.map((workload) => ({
          ...workload,
          ingress: governedGate(2, 1),
          egress: governedGate(1),
        })),
      })),
    };
    const edges = [drawEdge('internet', 'workload:dev-app/Deployment/frontend')];
    const after = layoutGraph(buildGraph(governed, { edges, leftOut: 0 }, choice).nodes, 1.2, layout.slots);
    expect(after).toEqual(layout);
  });

  it('puts hosts below everything, and moves nothing for them', () => {
    const more = drawInventory(lines, ['internet', 'cidr:10.0.0.0/8'], ['node-1', 'node-2', 'a-node-with-a-long-name']);
    const after = buildGraph(more, undefined, choice).nodes;
    const placed = layoutGraph(after, 1.2, layout.slots);
    for (const [id, box] of layout.boxes) expect([id, placed.boxes.get(id)]).toEqual([id, box]);
    expect(overlapping(after, placed)).toEqual([]);
    const bottom = Math.max(...[...layout.boxes].filter(([, { x }]) => x >= 0).map(([, { y, height }]) => y + height));
    for (const [id, { y }] of placed.boxes) if (id.startsWith('host:')) expect(y).toBeGreaterThan(bottom);
  });

  it('gives a new address range a place without moving any other node', () => {
    const more = drawInventory(lines, ['internet', 'cidr:9.0.0.0/8', 'cidr:10.0.0.0/8']);
    const after = layoutGraph(buildGraph(more, undefined, choice).nodes, 1.2, layout.slots);
    for (const [id, box] of layout.boxes) expect([id, after.boxes.get(id)]).toEqual([id, box]);
    expect(after.boxes.has('cidr:9.0.0.0/8')).toBe(true);
  });

  it.each([0.5, 0.75, 1, 1.25, 2, 4])('lets no name of an address range move anything, aspect %s', (aspect) => {
    const before = layoutGraph(nodes, aspect);
    const long = drawInventory(lines, ['internet', 'cidr:10.0.0.0/8', 'cidr:2001:db8:85a3:8d3:1319:8a2e:370:0/112']);
    const after = layoutGraph(buildGraph(long, undefined, choice).nodes, aspect, before.slots);
    for (const [id, box] of before.boxes)
      if (id.includes(':') && !id.startsWith('cidr:')) expect(after.boxes.get(id)).toEqual(box);
  });

  it('turns three workloads into a column where a row would be shown smaller', () => {
    const place = (aspect: number, name: string) => {
      const three = drawInventory('a: x:80 y:81 z:82\n b: agent:90');
      return layoutGraph(buildGraph(three, undefined, choice).nodes, aspect).boxes.get(`workload:a/Deployment/${name}`);
    };
    expect(place(4, 'x')?.y).toBe(place(4, 'z')?.y);
    expect(place(0.75, 'x')?.x).toBe(place(0.75, 'z')?.x);
  });

  it('puts outside nodes to the left of every frame', () => {
    const frames = [...layout.boxes].filter(([id]) => id.startsWith('namespace:')).map(([, box]) => box.x);
    const internet = layout.boxes.get('internet');
    expect(internet && internet.x + internet.width).toBeLessThan(Math.min(...frames));
  });

  it('stretches toward the window', () => {
    const wide = extent(layoutGraph(nodes, 3));
    const tall = extent(layoutGraph(nodes, 0.5));
    expect(wide.width / wide.height).toBeGreaterThan(tall.width / tall.height);
  });

  it('places 2,000 workloads at once', () => {
    const big = Array.from(
      { length: 40 },
      (_, ns) => `n${ns}: ${Array.from({ length: 50 }, (__, w) => `w${w}*2:80`).join(' ')}`,
    );
    const graph = buildGraph(drawInventory(big.join('\n')), undefined, choice);
    const open = buildGraph(drawInventory(big.slice(0, 5).join('\n')), undefined, choice).nodes;
    expect(graph.nodes.length).toBeLessThanOrEqual(301);
    const all = Array.from({ length: 8 }, (_, copy) => open.map((node) => renamed(node, copy))).flat();
    const started = performance.now();
    expect(layoutGraph(all, 1.2).boxes.size).toBe(all.length);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('assignSlots', () => {
  it('keeps rows, and fills gaps first', () => {
    const before = new Map([
      ['internet', 0],
      ['cidr:b', 2],
      ['cidr:gone', 1],
    ]);
    expect([...assignSlots(['internet', 'cidr:a', 'cidr:b', 'cidr:c'], before)]).toEqual([
      ['internet', 0],
      ['cidr:b', 2],
      ['cidr:a', 1],
      ['cidr:c', 3],
    ]);
  });
});

function renamed(node: GraphNode, copy: number): GraphNode {
  const id = `${node.id}#${copy}`;
  return node.type === 'workload' || node.type === 'pod'
    ? { ...node, id, parent: `${node.parent}#${copy}` }
    : { ...node, id };
}

function inside(id: string, group: string): boolean {
  const [box, frame] = [layout.boxes.get(id), layout.boxes.get(group)];
  if (!box || !frame) return false;
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

function overlapping(all: readonly GraphNode[], { boxes }: Layout): string[] {
  const pairs: string[] = [];
  for (const a of all) {
    for (const b of all) {
      const [boxA, boxB] = [boxes.get(a.id), boxes.get(b.id)];
      const sameLevel = a.type === b.type && a.id < b.id;
      if (sameLevel && boxA && boxB && overlaps(boxA, boxB)) pairs.push(`${a.id} ${b.id}`);
    }
  }
  return pairs;
}

function extent({ boxes }: Layout): { width: number; height: number } {
  const all: Box[] = [...boxes.values()];
  return {
    width: Math.max(...all.map((box) => box.x + box.width)) - Math.min(...all.map(({ x }) => x)),
    height: Math.max(...all.map((box) => box.y + box.height)),
  };
}
