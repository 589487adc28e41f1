// ClusterNetworkPolicy manifests and the rules they compile to.
import { expect, it } from 'vitest';
import { drawCompiled } from '../../testing/draw-policy.ts';
import { clusterNetworkPolicy } from './cluster-network-policy.ts';

const compile = (tier: string, rules: string) =>
  drawCompiled(
    clusterNetworkPolicy,
    `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec: {tier: ${tier}, priority: 7, subject: {namespaces: {}}, ${rules}}
`,
  );

it.each([
  ['Admin', 'kube-admin'],
  ['Baseline', 'kube-baseline'],
])('of the tier %s goes into %s', (tier, name) =>
  expect(compile(tier, '')).toEqual([`ClusterNetworkPolicy//p, ${name} 7, for all`]),
);

it('compiles Accept and protocols', () =>
  expect(
    compile(
      'Admin',
      `egress: [{action: Accept, to: [{pods: {podSelector: {matchLabels: {app: a}}}}], protocols: [
        {tcp: {destinationPort: {number: 80}}}, {udp: {destinationPort: {range: {start: 1, end: 9}}}},
        {destinationNamedPort: web}]}, {action: Pass, to: [{nodes: {}}]}]`,
    ).slice(1),
  ).toEqual(['egress 1 allow app in [a]: TCP 80-80, UDP 1-9, any web', 'egress 2 pass hosts all: all traffic']));

it('is read by the standard and by Calico from 3.32', () =>
  expect(clusterNetworkPolicy.semantics).toEqual(['kubernetes', 'calico-3.32', 'calico-enterprise']));
