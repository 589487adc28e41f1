// Whom policies of a namespace leave open, and the default deny that is offered.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { noDefaultDeny as lint } from './no-default-deny.ts';

const policy = (spec: string, namespace = 'shop'): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: own, namespace: ${namespace} }\nspec: { ${spec} }\n`;
const db = 'podSelector: { matchLabels: { app: db } }';
const pods = pod('shop/web', { app: 'web' }) + pod('shop/db', { app: 'db' });

it('tells of each direction that some policy governs', () => {
  expect(messagesOf(lint, policy(`${db}, policyTypes: [Ingress]`) + pods)).toEqual([
    'No default deny in shop: no policy governs the ingress of some of its pods, so 1 pod (shop/web) may be reached from anywhere',
  ]);
  const both = policy(`${db}, policyTypes: [Ingress, Egress]`) + pods;
  expect(messagesOf(lint, both)).toEqual([
    'No default deny in shop: no policy governs the ingress and egress of some of its pods, so 1 pod (shop/web) may be reached from anywhere and 1 pod (shop/web) may send anything anywhere',
  ]);
  expect(fixedTexts(lint, both).map((text) => messagesOf(lint, text))).toEqual([[]]);
});

it.each([
  ['a namespace that is closed', policy('podSelector: {}')],
  ['a namespace without policies', policy('podSelector: {}', 'ops')],
  [
    'a namespace of the system',
    policy(db, 'kube-system') + pod('kube-system/a') + pod('kube-system/db', { app: 'db' }),
  ],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));
