// Words that can be read: beside the nodes, and not on each other.
import { expect, it } from 'vitest';
import { drawEdge } from '../testing/sample-inventory.ts';
import type { GraphEdge } from './graph.ts';
import type { Box } from './layout-graph.ts';
import { ObstacleIndex, overlaps } from './obstacle-index.ts';
import { labelBox } from './place-labels.ts';
import { placeLooked } from './place-looked.ts';
import type { Route } from './route-edges.ts';

const nodes: readonly (readonly [string, Box])[] = [
  ['namespace:a', { x: 0, y: 0, width: 130, height: 40 }],
  ['namespace:b', { x: 200, y: 0, width: 130, height: 40 }],
];
const obstacles = new ObstacleIndex(nodes);
const edge = (at: number): GraphEdge => ({
  ...drawEdge('namespace:a', 'namespace:b', { verdict: 'mixed', pairs: { allowed: 4, of: 36 } }),
  id: String(at),
  flip: 'none',
});
const route: Route = {
  path: '',
  points: [
    { x: 130, y: 20 },
    { x: 200, y: 20 },
  ],
  end: { x: 200, y: 20, side: 'left' },
};
const many = Array.from({ length: 9 }, (_, at) => edge(at));
const routes = new Map(many.map(({ id }) => [id, route]));

it.each([false, true])('moves what has no room between the nodes beside them, large: %s', (isLarge) => {
  const labels = placeLooked({ alone: many.slice(0, 2), around: [] }, routes, obstacles, [], isLarge);
  const boxes = [...labels.values()].map((label) => labelBox(label.text, label, isLarge));
  expect([...labels.values()].map(({ text }) => text)).toEqual([
    'mixed 4 of 36 pairs · 80',
    'mixed 4 of 36 pairs · 80',
  ]);
  for (const box of boxes) for (const [, node] of nodes) expect(overlaps(box, node)).toBe(false);
  expect(boxes[0] && boxes[1] && overlaps(boxes[0], boxes[1])).toBe(false);
});

it('leaves out what would lie on other words, where there are many', () => {
  const labels = [...placeLooked({ alone: [], around: many }, routes, obstacles, [], false).values()];
  const boxes = labels.map((label) => labelBox(label.text, label));
  expect(boxes.length).toBeLessThan(many.length);
  expect(boxes.some((box, at) => boxes.slice(at + 1).some((other) => overlaps(box, other)))).toBe(false);
  expect(placeLooked({ alone: [], around: many.slice(0, 3) }, routes, obstacles, [], false).size).toBe(3);
});
