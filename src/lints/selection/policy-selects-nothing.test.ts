// Policies that nobody fits, and the lints that say why.
import { expect, it } from 'vitest';
import { messagesOf, pod } from '../../testing/lint-manifests.ts';
import { policySelectsNothing as lint } from './policy-selects-nothing.ts';

const kubernetes = (selector: string): string =>
  `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: ${selector}}}\n`;
const calico = (spec: string): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {types: [Ingress], ${spec}}}\n`;
const pods = pod('shop/web', { app: 'web', tier: 'front' }) + pod('shop/db', { app: 'db', tier: 'back' });

it('finds labels that are known apart and not together', () => {
  expect(messagesOf(lint, kubernetes('{matchLabels: {app: web, tier: back}}') + pods)).toEqual([
    'No pod of shop fits its selector, though each label in it is known: the policy applies to nothing',
  ]);
  expect(messagesOf(lint, calico("selector: app == 'web' && tier == 'back'") + pods)).toHaveLength(1);
});

it.each([
  ['labels that nobody has', kubernetes('{matchLabels: {app: cache}}') + pods],
  ['a selector that contradicts itself', calico("selector: app == 'web' && app == 'db'") + pods],
  ['a namespace without pods', kubernetes('{matchLabels: {app: web, tier: back}}')],
  [
    'pods on the host network',
    kubernetes('{matchLabels: {app: agent}}') + pods + pod('shop/agent', { app: 'agent' }, 'spec: {hostNetwork: true}'),
  ],
  [
    'policies for hosts',
    calico("selector: app == 'web' && tier == 'back', preDNAT: true, applyOnForward: true") + pods,
  ],
  ['one that applies to somebody', kubernetes('{matchLabels: {app: web, tier: front}}') + pods],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
