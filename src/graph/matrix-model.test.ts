// The matrix as it is shown: the order of its rows, and what a cell says.
import { expect, it } from 'vitest';
import type { NamespaceMatrix } from '../engine/namespace-matrix.ts';
import { buildMatrix, cellAt, flipWords, pairWords } from './matrix-model.ts';

const ends = ['namespace:a', 'namespace:kube-system', 'namespace:z', 'internet'];
/** Every cell's counts tell its row and column. */
const counts = Uint32Array.from({ length: 16 }, (_, place) => place + 100);
const matrix: NamespaceMatrix = {
  ...{ snapshot: 1, ends, leftOut: 0, uncounted: 0 },
  pairs: counts,
  allowed: Uint32Array.from(counts, (count) => count - 100),
  unknown: new Uint32Array(16),
  verdicts: new Uint8Array(16).fill(3),
  ports: new Uint16Array(16).fill(1),
  labels: ['', '80, 443'],
  flips: undefined,
};
const namespaces = [
  { id: 'namespace:a', system: false },
  { id: 'namespace:kube-system', system: true },
  { id: 'namespace:z', system: false },
];

it('puts namespaces of the platform behind the others, before what is outside; or leaves them out', () => {
  const names = (hideSystem: boolean) => buildMatrix(matrix, namespaces, hideSystem).ends.map(({ name }) => name);
  expect(names(false)).toEqual(['a', 'z', 'kube-system', 'Internet']);
  expect(names(true)).toEqual(['a', 'z', 'Internet']);
});

it('finds the counts of a cell where the answer has them', () => {
  const model = buildMatrix(matrix, namespaces, false);
  expect(cellAt(model, 1, 2)).toMatchObject({
    source: { name: 'z' },
    target: { name: 'kube-system' },
    pairs: 100 + 2 * 4 + 1,
    allowed: 9,
  });
  expect(cellAt(model, 4, 0)).toBeUndefined();
});

it('says a cell in words', () => {
  const cell = cellAt(buildMatrix(matrix, namespaces, true), 0, 1);
  if (!cell) throw new Error('there is such a cell');
  expect(pairWords({ ...cell, pairs: 1200, allowed: 3, unknown: 2 })).toBe(
    'mixed: 3 of 1,200 pairs allowed, 2 unknown',
  );
  expect(pairWords({ ...cell, verdict: 'none' })).toBe('no flow is possible between the two');
  expect([flipWords(cell), flipWords({ ...cell, opened: 2, changed: 1 })]).toEqual([
    '',
    'flips: 2 opened, 1 to or from unknown',
  ]);
});
