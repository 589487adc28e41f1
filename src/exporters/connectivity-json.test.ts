// The published schema.
import { expect, it } from 'vitest';
import { connectivity, flow } from '../testing/draw-report.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { connectivityJson } from './connectivity-json.ts';

it('has the fields of sluice/connectivity/v1', () => {
  const location = { file: 'a.yaml', line: 3, column: 5, endLine: 3, endColumn: 9, start: 20, end: 24 };
  const report = connectivity([flow('a/Pod/x -> internet TCP 80 allowed')], {
    problems: [{ code: 'unknown-field', severity: 'error', message: 'no', location, gap: 'rejected' }],
    incomplete: true,
  });
  expect(JSON.parse(connectivityJson.export(report))).toEqual({
    schema: 'sluice/connectivity/v1',
    snapshot: { files: 1, namespaces: 2, workloads: 3, pods: 4, policies: 1 },
    level: 'workload',
    flows: [{ src: 'a/Pod/x', dst: 'internet', protocol: 'TCP', ports: '80', verdict: 'allowed' }],
    assumptions: [],
    problems: [
      { code: 'unknown-field', severity: 'error', message: 'no', file: 'a.yaml', line: 3, column: 5, gap: 'rejected' },
    ],
    incomplete: true,
  });
});

it('keeps every name as it is', () => {
  const flows = hostileNames.map((name) => ({ ...flow('a -> b TCP 80 allowed'), src: name }));
  const read = JSON.parse(connectivityJson.export(connectivity(flows))) as { flows: { src: string }[] };
  expect(read.flows.map((one) => one.src)).toEqual(hostileNames);
});
