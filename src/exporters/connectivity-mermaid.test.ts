// A flowchart whose labels hold no syntax.
import { expect, it } from 'vitest';
import { connectivity, flow } from '../testing/draw-report.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { connectivityMermaid } from './connectivity-mermaid.ts';

it('boxes workloads by namespace', () => {
  const report = connectivity([
    flow('a/Pod/x -> a/Pod/y TCP 80,443 allowed'),
    flow('internet -> a/Pod/y UDP all unknown'),
  ]);
  expect(connectivityMermaid.export(report)).toBe(`flowchart LR
  subgraph g0["a"]
    n0["Pod/x"]
    n1["Pod/y"]
  end
  n2["internet"]
  n0 -->|"TCP 80#44;443"| n1
  n2 -.->|"UDP all ports"| n1
`);
});

it('shapes sets and hosts', () => {
  const text = connectivityMermaid.export(connectivity([flow('set:a/partners -> host:node-1 TCP 443 allowed')]));
  expect(text).toContain('  n0[["a/partners"]]\n');
  expect(text).toContain('  n1{{"node-1"}}\n');
});

it.each(hostileNames)('encodes %j', (name) => {
  const text = connectivityMermaid.export(connectivity([{ ...flow('a -> b TCP 80 allowed'), src: name }]));
  const bare = text.replaceAll(/"(?:[\p{L}\p{N} ./_·-]|#\d+;)*"/gu, 'S');
  expect(bare).not.toMatch(/["<>`](?!\|)/);
  expect(
    bare
      .split('\n')
      .every((line) => /^(flowchart LR| +n\d\[S\]| +subgraph g\d\[S\]| {2}end| {2}n\d -->\|S\| n\d|)$/.test(line)),
  ).toBe(true);
});
