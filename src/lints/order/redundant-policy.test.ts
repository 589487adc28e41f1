// Policies that can go, and those that cannot although their rules could.
import { expect, it } from 'vitest';
import { findingsOf, messagesOf, pod, problemsIn } from '../../testing/lint-manifests.ts';
import { redundantPolicy as lint } from './redundant-policy.ts';

const policy = (name: string, spec: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { ${spec} }\n`;
const db = 'podSelector: { matchLabels: { app: db } }, policyTypes: [Ingress]';
const from = (labels: string) => `ingress: [{ from: [{ podSelector: { matchLabels: { ${labels} } } }] }]`;
const pods =
  pod('shop/web', { app: 'web', team: 'shop' }) +
  pod('shop/db', { app: 'db', team: 'shop' }) +
  pod('shop/job', { app: 'job' });

it('tells once, and not of the rules as well', async () => {
  const text = policy('all', `${db}, ${from('team: shop')}`) + policy('web', `${db}, ${from('app: web')}`) + pods;
  expect(messagesOf(lint, text)).toEqual([
    'Without it every flow of the manifests would be judged as it is: `shop/all` allows the same, and what it applies to is governed all the same',
  ]);
  const codes = (await problemsIn(text)).map(({ code }) => code).filter((code) => code.startsWith('redundant'));
  expect(codes).toEqual(['redundant-policy']);
});

it.each([
  [
    'one that alone governs somebody',
    policy('all', `${db}, ${from('team: shop')}`) +
      policy('web', `podSelector: {}, policyTypes: [Ingress], ${from('app: web')}`),
  ],
  [
    'a default deny',
    policy('all', `${db}, ${from('team: shop')}`) + policy('deny', 'podSelector: {}, policyTypes: [Ingress]'),
  ],
  [
    'a copy, which is told as that',
    policy('a', `${db}, ${from('app: web')}`) + policy('b', `${db}, ${from('app: web')}`),
  ],
  ['what applies to nobody', policy('a', `podSelector: { matchLabels: { app: none } }, ${from('app: web')}`)],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));
