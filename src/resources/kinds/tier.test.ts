// Tier: defaults, and what Calico's own tiers must be.
import { expect, it } from 'vitest';
import { decodeText, failingFixes, mended, stylesOf } from '../../testing/decode-text.ts';

const tier = (name: string, spec = '') =>
  `apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata:\n  name: ${name}\n${spec}`;

it.each([
  [tier('a'), undefined, 'Deny'],
  [tier('a', 'spec: {order: -1.5, defaultAction: Pass}\n'), -1.5, 'Pass'],
  [tier('default', 'spec: {order: 1000000}\n'), 1_000_000, 'Deny'],
  [tier('kube-admin', 'spec: {order: 1000, defaultAction: Pass}\n'), 1_000, 'Pass'],
])('%s', (text, order, defaultAction) => {
  expect(decodeText(text).said).toEqual([]);
  expect(decodeText(text).resources).toMatchObject([{ kind: 'Tier', order, defaultAction }]);
});

it.each<[string, ...string[]]>([
  [
    tier('a', 'spec:\n  defaultAction: pass\n'),
    'spec.defaultAction: Unsupported value: "pass": supported values: "Deny", "Pass" @ pass',
  ],
  [tier('a', 'spec: {order: "1"}\n'), 'spec.order: must be a number, but "1" is a string @ "1"'],
  [tier('default', 'spec:\n  order: 7 # first\n'), 'spec.order: default tier order must be 1000000 @ 7'],
  [
    tier('default', 'spec: {order: 1000000, defaultAction: Pass}\n'),
    "spec.defaultAction: The 'default' tier must have default action 'Deny' @ Pass",
  ],
  [
    tier('kube-baseline', 'spec: {order: 1}\n'),
    'spec.order: kube-baseline tier order must be 10000000 @ 1',
    "spec: The 'kube-baseline' tier must have default action 'Pass' @ spec",
  ],
  [tier('kube-admin', 'spec: {defaultAction: Pass}\n'), 'spec: kube-admin tier order must be 1000 @ spec'],
])('refuses %s', (text, ...problems) => {
  expect(decodeText(text).said).toEqual(problems.map((problem) => `error: ${problem}`));
  expect(decodeText(text).resources).toEqual([]);
  expect(stylesOf(text).flatMap(failingFixes)).toEqual([]);
  expect(decodeText(mended(text)).said).toEqual([]);
});

it('points at the kind where nothing else is written', () =>
  expect(decodeText(tier('kube-admin')).said).toEqual([
    'error: spec: kube-admin tier order must be 1000 @ Tier',
    "error: spec: The 'kube-admin' tier must have default action 'Pass' @ Tier",
  ]));
