// Findings by the namespace of what they are about.
import { expect, it } from 'vitest';
import type { FileSummary, Location, Problem } from '../engine/results.ts';
import { findingsByNamespace } from './findings-by-namespace.ts';

const place = (start: number, end: number): Location => ({
  ...{ file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1, start, end },
});
const problem = (start: number, severity: Problem['severity']): Problem => ({
  ...{ code: 'x', severity, message: '', location: place(start, start + 1) },
});
const objects: FileSummary['objects'] = [
  { kind: 'Pod', namespace: 'shop', name: 'a', location: place(50, 99) },
  { kind: 'Namespace', namespace: '', name: 'lab', location: place(0, 20) },
  { kind: 'GlobalNetworkPolicy', namespace: '', name: 'g', location: place(21, 49) },
];

it('finds the object that a place lies in', () => {
  const problems = [problem(51, 'error'), problem(99, 'info'), problem(3, 'warning'), problem(30, 'info')];
  const files = [{ path: 'a.yaml', documents: 3, kinds: [], objects }];
  expect([...findingsByNamespace([...problems, problem(500, 'error')], files)]).toEqual([
    ['shop', { error: 1, warning: 0, info: 1 }],
    ['lab', { error: 0, warning: 1, info: 0 }],
    ['', { error: 1, warning: 0, info: 1 }],
  ]);
});
