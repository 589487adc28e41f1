// Gates of all nodes become few paths, at the nodes' places.
import { expect, test } from 'vitest';
import { drawGates } from './draw-gates.ts';
import type { Gate, WorkloadNode } from './graph.ts';

const open: Gate = { state: 'open', policies: 0, rules: 0 };
const ruled = (rules: number): Gate => ({ state: 'governed', policies: 1, rules });

function workload(name: string, ingress: Gate, egress: Gate): WorkloadNode {
  const id = `workload:shop/Deployment/${name}` as const;
  return {
    ...{
      type: 'workload',
      id,
      name,
      label: name,
      parent: 'namespace:shop',
      kind: 'Deployment',
      replicas: 1,
      ports: '',
    },
    ...{ ingress, egress, hostNetwork: false, expandable: true, expanded: false, unlistedPods: 0 },
  };
}

const nodes = [workload('a', open, ruled(12)), workload('b', ruled(3), ruled(0))];
const boxes = new Map(nodes.map(({ id }, index) => [id, { x: 100, y: index * 80, width: 130, height: 48 }]));

test('those of a namespace that look alike are one path', () => {
  const groups = drawGates(nodes, boxes, undefined);
  expect(groups.map(({ tone, isDimmed }) => ({ tone, isDimmed }))).toEqual([
    { tone: 'faint', isDimmed: false },
    { tone: 'strong', isDimmed: false },
  ]);
  expect(groups[0]?.path).toMatch(/^M106\.5 14\.25h9M/);
});

test('a count stands in the middle of its gate, up to nine', () => {
  const counts = drawGates(nodes, boxes, undefined).flatMap((group) => group.counts);
  expect(counts.map(({ x, text }) => ({ x, text }))).toEqual([
    { x: 220, text: '9+' },
    { x: 111, text: '3' },
  ]);
});

test('what is not related stands back', () => {
  const related = { nodes: new Set(['workload:shop/Deployment/a' as const]), edges: new Set<string>() };
  const groups = drawGates(nodes, boxes, related);
  expect(groups.filter(({ isDimmed }) => isDimmed).flatMap(({ counts }) => counts.map(({ text }) => text))).toEqual([
    '3',
  ]);
});
