// Counting for the load report.
import { expect, it } from 'vitest';
import type { UnusedSummary } from '../../engine/results.ts';
import { countKinds, countUnused } from './report-counts.ts';

const location = { file: 'a.yaml', start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 };

it('counts kinds over all files, most frequent first', () => {
  const file = (...kinds: (readonly [string, number])[]) => ({ path: 'a', documents: 2, kinds, objects: [] });
  const files = [file(['Pod', 1], ['Service', 1]), file(['Service', 1], ['Namespace', 1])];
  expect(countKinds(files)).toEqual([
    ['Service', 2],
    ['Namespace', 1],
    ['Pod', 1],
  ]);
});

it('puts kinds whose effect is missing before those without effect, and shows hidden characters', () => {
  const unused = (kind: string, name: string, reason: UnusedSummary['reason']): UnusedSummary => ({
    apiVersion: 'v1',
    kind,
    namespace: 'n',
    name,
    reason,
    location,
  });
  const counted = countUnused([
    unused('ConfigMap', 'a\u202e', 'not-used'),
    unused('GlobalNetworkPolicy', 'g', 'policy-not-evaluated'),
    unused('ConfigMap', 'b', 'not-used'),
  ]);
  expect(counted.map(({ kind, names }) => [kind, names])).toEqual([
    ['GlobalNetworkPolicy', ['n/g']],
    ['ConfigMap', ['n/a\\u{202e}', 'n/b']],
  ]);
});
