// What the end of a tier denies, and when that is a surprise.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { tierDefaultDenyNarrow as lint } from './tier-default-deny-narrow.ts';

const tier = '---\napiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: security }\nspec: { order: 100 }\n';
const policy = (rules: string, name = 'p'): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: ${name} }\nspec:\n  tier: security\n  selector: all()\n  types: [Ingress]\n  ingress: [${rules}]\n`;
const later =
  '---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: k, namespace: shop }\nspec: { podSelector: {}, ingress: [{}] }\n';
const web = pod('shop/web');
const allow = '{ action: Allow, protocol: TCP }';
const deny = '{ action: Deny, protocol: TCP }';

it('names the policies that are not asked', () => {
  const text = policy(allow) + tier + later + web;
  expect(messagesOf(lint, text)).toEqual([
    'All other ingress of 1 pod (shop/web) is denied at the end of the tier `security`: its policies (`p`) speak of some flows only, so `shop/k` in later tiers is not asked',
  ]);
  expect(fixedTexts(lint, text)).toEqual([
    text.replace('{ order: 100 }', '{ defaultAction: Pass, order: 100 }'),
    text.replace('protocol: TCP }', 'protocol: TCP }, { action: Pass }'),
  ]);
});

it('is sure where a policy only denies, and softer where it allows and nobody else has a say', () => {
  const severities = (rules: string) => findingsOf(lint, policy(rules) + tier + web).map(({ severity }) => severity);
  expect([severities(deny), severities(allow)]).toEqual([[undefined], ['info']]);
});

it.each([
  ['a tier that passes on', policy(allow) + tier.replace('order: 100', 'order: 100, defaultAction: Pass') + later],
  ['a last rule for everything', policy(`${allow}, { action: Pass }`) + tier + later],
  ['a policy without rules beside it', policy(allow) + policy('', 'q') + tier + later],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text + web)).toEqual([]));
