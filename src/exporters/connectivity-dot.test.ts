// A graph in the DOT language whose strings end where they should.
import { expect, it } from 'vitest';
import { connectivity, flow } from '../testing/draw-report.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { connectivityDot } from './connectivity-dot.ts';

it('boxes workloads by namespace', () => {
  const report = connectivity([flow('a/Pod/x -> a/Pod/y TCP 80 allowed'), flow('internet -> a/Pod/y UDP all unknown')]);
  expect(connectivityDot.export(report)).toBe(`digraph connectivity {
  rankdir=LR;
  node [shape=box, style=rounded];
  subgraph cluster_0 {
    label="a";
    "a/Pod/x" [label="Pod/x"];
    "a/Pod/y" [label="Pod/y"];
  }
  "internet" [label="internet"];
  "a/Pod/x" -> "a/Pod/y" [label="TCP 80"];
  "internet" -> "a/Pod/y" [label="UDP all ports", style=dotted];
}
`);
});

it('shapes sets and hosts', () => {
  const text = connectivityDot.export(connectivity([flow('set:a/partners -> host:node-1 TCP 443 allowed')]));
  expect(text).toContain('  "set:a/partners" [label="a/partners", shape=folder];\n');
  expect(text).toContain('  "host:node-1" [label="node-1", shape=box3d];\n');
});

it.each(hostileNames)('quotes %j', (name) => {
  const text = connectivityDot.export(connectivity([{ ...flow('a -> b TCP 80 allowed'), src: name }]));
  const bare = text.replaceAll(/"(?:[^"\\\n]|\\["\\])*"/g, 'S');
  expect(bare).toBe(`digraph connectivity {
  rankdir=LR;
  node [shape=box, style=rounded];
${bare.includes('subgraph') ? bare.slice(bare.indexOf('  subgraph'), bare.indexOf('  S -> S')) : '  S [label=S];\n  S [label=S];\n'}  S -> S [label=S];
}
`);
  expect(bare).not.toContain('"');
});
