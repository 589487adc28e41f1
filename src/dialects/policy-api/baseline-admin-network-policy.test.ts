// BaselineAdminNetworkPolicy manifests and the rules they compile to.
import { expect, it } from 'vitest';
import { drawCompiled } from '../../testing/draw-policy.ts';
import { baselineAdminNetworkPolicy } from './baseline-admin-network-policy.ts';

const manifest = (kind: string, fields: string) => `apiVersion: policy.networking.k8s.io/v1alpha1
kind: ${kind}
metadata: {name: default}
spec: {${fields}subject: {namespaces: {matchLabels: {env: dev}}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}
`;

it('goes into the tier below NetworkPolicy', () =>
  expect(drawCompiled(baselineAdminNetworkPolicy, manifest('BaselineAdminNetworkPolicy', ''))).toEqual([
    'BaselineAdminNetworkPolicy//default, baselineadminnetworkpolicy 0, for ns:env in [dev]',
    'ingress 1 deny all: all traffic',
  ]));

it('leaves AdminNetworkPolicy alone', () =>
  expect(drawCompiled(baselineAdminNetworkPolicy, manifest('AdminNetworkPolicy', 'priority: 1, '))).toEqual([
    'not compiled',
  ]));

it('is read by the standard and by Calico up to 3.31', () =>
  expect(baselineAdminNetworkPolicy.semantics).toEqual(['kubernetes', 'calico-3.31']));
