// The matrix as it is shown: the order of its rows, and what a cell says.
import { expect, it } from 'vitest';
import type { NamespaceMatrix } from '../engine/namespace-matrix.ts';
import { buildMatrix, cellAt, flipWords, type MatrixChoice, pairWords, rowOf } from './matrix-model.ts';

const ends = ['namespace:a', 'namespace:kube-system', 'namespace:z', 'internet'];
/** Every cell's counts tell its row and column. */
const cells = Uint32Array.from({ length: 16 }, (_, place) => place + 100);
const matrix: NamespaceMatrix = {
  ...{ snapshot: 1, ends, leftOut: 0, uncounted: 0 },
  pairs: cells,
  allowed: Uint32Array.from(cells, (count) => count - 100),
  unknown: new Uint32Array(16),
  verdicts: new Uint8Array(16).fill(3),
  ports: new Uint16Array(16).fill(1),
  labels: ['', '80, 443'],
  flips: undefined,
};
const counts = { workloads: 2, pods: 2, governed: { ingress: 0, egress: 0 }, open: 2 };
const namespaces = [
  { id: 'namespace:a', system: false, counts },
  { id: 'namespace:kube-system', system: true, counts },
  { id: 'namespace:z', system: false, counts },
];
const plain: MatrixChoice = { hideSystem: false, hideHosts: false, hideExternal: false, order: 'name' };

it('puts namespaces of the platform behind the others, before what is outside; or leaves them out', () => {
  const names = (choice: Partial<MatrixChoice>) =>
    buildMatrix(matrix, namespaces, { ...plain, ...choice }).ends.map(({ name }) => name);
  expect(names({})).toEqual(['a', 'z', 'kube-system', 'Internet']);
  expect(names({ hideSystem: true })).toEqual(['a', 'z', 'Internet']);
  expect(names({ hideExternal: true, order: 'openness' })).toEqual(['z', 'a', 'kube-system']);
});

it('finds the counts of a cell where the answer has them', () => {
  const model = buildMatrix(matrix, namespaces, plain);
  expect(cellAt(model, 1, 2)).toMatchObject({
    source: { name: 'z' },
    target: { name: 'kube-system' },
    pairs: 100 + 2 * 4 + 1,
    allowed: 9,
  });
  expect(cellAt(model, 4, 0)).toBeUndefined();
});

it('says a cell in words', () => {
  const cell = cellAt(buildMatrix(matrix, namespaces, { ...plain, hideSystem: true }), 0, 1);
  if (!cell) throw new Error('there is such a cell');
  expect(pairWords({ ...cell, pairs: 1200, allowed: 3, unknown: 2 })).toBe(
    'mixed: 3 of 1,200 pairs allowed, 2 unknown, TCP 80, 443',
  );
  expect(pairWords({ ...cell, verdict: 'none', ports: '' })).toBe('no flow is possible between the two');
  expect([flipWords(cell), flipWords({ ...cell, opened: 2, changed: 1 })]).toEqual([
    '',
    'flips: 2 opened, 1 to or from unknown',
  ]);
});

it('shows the workloads of an open namespace behind it, and finds the row of what is in a closed one', () => {
  const inner = ['namespace:a', 'workload:a/Deployment/web', 'workload:a/Deployment/db', 'namespace:z'];
  const model = buildMatrix({ ...matrix, ends: inner }, namespaces, plain);
  expect(model.ends.map(({ name, fold, isMember }) => [name, fold, isMember])).toEqual([
    ['a', 'open', false],
    ['web', 'none', true],
    ['db', 'none', true],
    ['z', 'closed', false],
  ]);
  expect([rowOf(model, 'workload:a/Deployment/db'), rowOf(model, 'pod:z/x'), rowOf(model, 'internet')]).toEqual([
    2, 3, -1,
  ]);
});
