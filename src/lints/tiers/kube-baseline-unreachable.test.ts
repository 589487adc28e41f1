// Which policies hide a baseline, in every reading.
import { expect, it } from 'vitest';
import { findingsOf, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { kubeBaselineUnreachable as lint } from './kube-baseline-unreachable.ts';

const baseline = (action: string, direction = 'ingress'): string =>
  `{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: {name: b}, spec: {tier: Baseline, priority: 1, subject: {namespaces: {}}, ${direction}: [{action: ${action}, ${direction === 'ingress' ? 'from' : 'to'}: [{namespaces: {}}]}]}}\n`;
const policy = (spec: string, namespace = 'shop'): string =>
  `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: ${namespace}}, spec: {${spec}}}\n`;
const closed = policy('podSelector: {}');
const web = pod('shop/web', { app: 'web' });
const db = pod('shop/db', { app: 'db' });

it('names the policies and the pods', () => {
  for (const semantics of ['calico-3.32', 'kubernetes'] as const) {
    expect(messagesOf(lint, baseline('Accept') + closed + web + db, { semantics })).toEqual([
      expect.stringMatching(
        /^Its ingress rules are never asked: `shop\/p` governs the ingress of all it applies to, 2 pods/,
      ),
    ]);
  }
});

it('knows the older API', () => {
  const older = `{apiVersion: policy.networking.k8s.io/v1alpha1, kind: BaselineAdminNetworkPolicy, metadata: {name: default}, spec: {subject: {namespaces: {}}, ingress: [{action: Allow, from: [{namespaces: {}}]}]}}\n`;
  for (const semantics of ['calico-3.31', 'kubernetes'] as const) {
    expect(messagesOf(lint, older + closed + web, { semantics })).toHaveLength(1);
  }
});

it('takes a baseline that only denies for a guard', () =>
  expect(findingsOf(lint, baseline('Deny') + closed + web).map(({ severity }) => severity)).toEqual(['info']));

it.each([
  ['another direction', baseline('Accept', 'egress') + closed + web],
  ['some pods only', baseline('Accept') + policy('podSelector: {matchLabels: {app: web}}') + web + db],
  ['no pods', baseline('Accept') + closed],
  [
    'policies that pass',
    `${baseline('Accept') + closed + web}---\n{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: g}, spec: {types: [Ingress], ingress: [{action: Pass}]}}\n`,
  ],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
