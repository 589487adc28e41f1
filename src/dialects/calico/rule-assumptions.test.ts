// What is assumed about rules that ask for more than manifests can tell.
import { expect, it } from 'vitest';
import { decodeFiles } from '../../testing/decode-files.ts';
import { ruleAssumptions } from './rule-assumptions.ts';

const policy = (rule: string, flags: string): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {${flags}ingress: [{action: Allow, ${rule}}]}}`;

it.each([
  ['source: {ports: [80]}, protocol: TCP', '', 'source-port'],
  ['http: {methods: [GET]}', '', 'http-ignored'],
  ['', 'applyOnForward: true, preDNAT: true, ', 'pre-dnat'],
])('is told of a rule with %s%s', (rule, flags, code) => {
  const resources = decodeFiles([{ path: 'a.yaml', text: policy(rule, flags) }]);
  expect(ruleAssumptions(resources, 'calico-3.32').map((one) => [one.code, one.subjects])).toEqual([
    [code, ['GlobalNetworkPolicy p']],
  ]);
  expect(ruleAssumptions(resources, 'kubernetes')).toEqual([]);
});
