// Staged editions of enforced policies, by kind, place and view.
import { expect, it } from 'vitest';
import { messagesOf } from '../../testing/lint-manifests.ts';
import { stagedSameNameOrder as lint } from './staged-same-name-order.ts';

const policy = (kind: string, spec: string, name = 'web'): string =>
  `---\n{apiVersion: projectcalico.org/v3, kind: ${kind}, metadata: {name: ${name}, namespace: shop}, spec: {${spec}}}\n`;
const kubernetes =
  '---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: web, namespace: shop}, spec: {podSelector: {}}}\n';
const enforced = policy('NetworkPolicy', 'order: 5');

it.each([
  ['an equal order', policy('StagedNetworkPolicy', 'order: 5') + enforced],
  ['no order', policy('StagedNetworkPolicy', '') + enforced],
  ['a policy of Kubernetes', policy('StagedKubernetesNetworkPolicy', 'podSelector: {}') + kubernetes],
])('finds %s', (_, text) => {
  expect(messagesOf(lint, text)).toHaveLength(1);
  expect(messagesOf(lint, text, { pending: 'calico' })).toHaveLength(1);
  expect(messagesOf(lint, text, { pending: 'promoted' })).toEqual([]);
});

it.each([
  ['a lower order', policy('StagedNetworkPolicy', 'order: 4') + enforced],
  ['another name', policy('StagedNetworkPolicy', 'order: 5', 'web2') + enforced],
  ['another kind', policy('StagedNetworkPolicy', 'order: 5') + kubernetes],
  ['another tier', policy('StagedNetworkPolicy', 'order: 5, tier: security') + enforced],
  ['a deletion', policy('StagedNetworkPolicy', 'stagedAction: Delete') + enforced],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
