// Rules that others make unnecessary, judged by what they do; and those that only seem so.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { redundantRule as lint } from './redundant-rule.ts';

const policy = (name: string, ingress: string, app = 'db'): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { podSelector: { matchLabels: { app: ${app} } }, policyTypes: [Ingress], ingress: [${ingress}] }\n`;
const from = (labels: string, port?: number): string =>
  `{ from: [{ podSelector: { matchLabels: { ${labels} } } }]${port ? `, ports: [{ port: ${port} }]` : ''} }`;
const pods =
  pod('shop/web', { app: 'web', tier: 'front', team: 'shop' }) +
  pod('shop/api', { app: 'api', tier: 'front', team: 'shop' }) +
  pod('shop/db', { app: 'db' }) +
  pod('shop/job', { app: 'job' });

it('adds up what several others allow', () => {
  const others = policy('one', from('app: web')) + policy('two', from('app: api'));
  const text = others + policy('z', `${from('team: shop')}, ${from('app: job')}`) + pods;
  expect(messagesOf(lint, text)).toEqual([
    'Ingress rule 1 adds nothing for the endpoints of the manifests: rule 1 of `shop/one` and rule 1 of `shop/two` allow the same',
  ]);
  expect(fixedTexts(lint, text).map((fixed) => messagesOf(lint, fixed))).toEqual([[]]);
});

it('never calls both of two rules redundant that do the same', () => {
  const text =
    policy('web', `${from('app: web')}, ${from('app: job')}`) + policy('x', `${from('app: web')}, ${from('app: api')}`);
  expect(messagesOf(lint, text + pods)).toEqual([
    'Ingress rule 1 adds nothing for the endpoints of the manifests: rule 1 of `shop/web` allows the same',
  ]);
});

it.each([
  ['what another one allows in part', policy('a', `${from('app: web', 80)}, ${from('team: shop', 443)}`)],
  [
    'what another one allows to others',
    policy('a', `${from('app: web')}, ${from('app: job')}`) + policy('b', from('team: shop'), 'job'),
  ],
  ['what matches nobody', policy('a', `${from('app: none')}, ${from('team: shop')}`)],
  ['Deny rules', policy('a', from('team: shop'))],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));
