// The fields of `sluice/posture/v1`.
import { expect, it } from 'vitest';
import { postureOf } from '../testing/posture-of.ts';
import { postureJson } from './posture-json.ts';

it('has every number of every namespace, and their sums', () => {
  const report = JSON.parse(postureJson.export(postureOf()));
  expect(Object.keys(report)).toEqual([
    ...['schema', 'totals', 'namespaces', 'clusterFindings', 'hosts', 'assertions', 'uncounted', 'incomplete'],
  ]);
  expect(report.totals.own.ingress).toEqual({
    ...{ governed: 1, governedWorkloads: 1, closed: 1, undecided: 0, defaultDeny: 'part' },
  });
  expect(report.namespaces.map(({ name, findings }: { name: string; findings: object }) => [name, findings])).toEqual([
    ['kube-system', { error: 0, warning: 0, info: 0 }],
    ['lab', { error: 0, warning: 0, info: 0 }],
    ['shop', { error: 0, warning: 2, info: 1 }],
  ]);
});
