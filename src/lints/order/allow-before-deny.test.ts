// Deny rules that come too late by what is in the cluster, not by their text; and those that still act.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { allowBeforeDeny as lint } from './allow-before-deny.ts';

const policy = (name: string, order: number, ingress: string, subject = "app == 'web'"): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { order: ${order}, selector: ${subject}, types: [Ingress], ingress: [${ingress}] }\n`;
const rule = (action: string, selector: string, more = ''): string =>
  `{ action: ${action}${more}, source: { selector: ${selector} } }`;
const deny = rule('Deny', "app == 'batch'");
const pods =
  pod('shop/web', { app: 'web' }) + pod('shop/batch', { app: 'batch', team: 'shop' }) + pod('shop/job', { app: 'job' });

it('adds up what several policies allow, and asks the Deny first', () => {
  const text =
    policy('deny', 300, deny) +
    policy('tcp', 100, rule('Allow', "team == 'shop'", ', protocol: TCP')) +
    policy('rest', 200, rule('Allow', "team == 'shop'", ', notProtocol: TCP')) +
    pods;
  expect(messagesOf(lint, text)).toEqual([
    'Ingress rule 1 (Deny) never acts on what is in the manifests: `shop/tcp` and `shop/rest` are asked before and allow all that it matches',
  ]);
  expect(fixedTexts(lint, text)).toEqual([text.replace('order: 300', 'order: 99')]);
});

it.each([
  [
    'one that acts on some traffic',
    policy('a', 1, rule('Allow', "team == 'shop'", ', protocol: TCP')) + policy('d', 2, deny),
  ],
  ['one that acts on some pods', policy('a', 1, rule('Allow', "team == 'shop'")) + policy('d', 2, deny, 'all()')],
  [
    'one that matches nobody',
    policy('a', 1, rule('Allow', "team == 'shop'")) + policy('d', 2, rule('Deny', "app == 'none'")),
  ],
  [
    'what one rule takes by its text, which is told as that',
    policy('a', 1, rule('Allow', 'all()')) + policy('d', 2, deny),
  ],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));
