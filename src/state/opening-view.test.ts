import { expect, test } from 'vitest';
import { drawInventory } from '../testing/sample-inventory.ts';
import { openingView } from './opening-view.ts';

const noChoice = { collapsedNamespaces: [] };
const lines = (count: number) => Array.from({ length: count }, (_, at) => `ns-${at}: web`).join('\n');
function report(namespaces: number, workloads: number) {
  const counts = { files: 1, namespaces, workloads, pods: workloads, policies: 0 };
  return { ...drawInventory(lines(namespaces)), counts };
}

test('few workloads are all on show', () => {
  expect(openingView(report(3, 40), noChoice)).toBeUndefined();
});

test('many workloads start as their namespaces', () => {
  expect(openingView(report(2, 41), noChoice)).toEqual({ collapsedNamespaces: ['namespace:ns-0', 'namespace:ns-1'] });
});

test('more namespaces than the graph draws start as the matrix', () => {
  expect(openingView(report(300, 300), noChoice)).not.toHaveProperty('mapView');
  expect(openingView(report(301, 301), noChoice)).toMatchObject({ mapView: 'matrix' });
});

test('a choice that came back with the workspace stays', () => {
  expect(openingView(report(301, 301), { collapsedNamespaces: ['namespace:ns-0'] })).toBeUndefined();
});
