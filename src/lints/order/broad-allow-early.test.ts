// What is broad, whom it comes before, and that each policy it makes moot is not told again.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod, problemsIn } from '../../testing/lint-manifests.ts';
import { broadAllowEarly as lint } from './broad-allow-early.ts';

const policy = (name: string, order: number, egress: string, more = 'namespaceSelector: all()'): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: ${name} }\nspec: { order: ${order}, ${more}, types: [Egress], egress: [${egress}] }\n`;
const allow = '{ action: Allow }';
const deny = '{ action: Deny, destination: { nets: [203.0.113.0/24] } }';
const pods = pod('shop/web', { app: 'web' });

it('names the policies that have no effect, and asks them first', async () => {
  const text = policy('all', 5, allow) + policy('feed', 50, deny) + policy('closed', 1000, '') + pods;
  expect(messagesOf(lint, text)).toEqual([
    'It allows all egress of every pod before `feed` and `closed` are asked, which thus have no effect there',
  ]);
  expect(fixedTexts(lint, text)[0]).toContain('spec: { order: 51, ');
  const codes = (await problemsIn(text)).filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  expect(codes).toEqual(['broad-allow-early']);
});

it('knows the namespace of a namespaced policy', () => {
  const namespaced = policy('all', 5, allow, 'selector: all()')
    .replace('GlobalNetworkPolicy', 'NetworkPolicy')
    .replace('name: all', 'name: all, namespace: shop');
  expect(messagesOf(lint, namespaced + policy('closed', 1000, '') + pods)).toEqual([
    'It allows all egress of every pod of shop before `closed` is asked, which thus has no effect there',
  ]);
});

it.each([
  ['one that comes last', policy('feed', 50, deny) + policy('all', 5000, allow)],
  ['one for some pods', policy('all', 5, allow, "selector: app == 'web'") + policy('closed', 1000, '')],
  ['one for some traffic', policy('all', 5, '{ action: Allow, protocol: TCP }') + policy('closed', 1000, '')],
  ['one with a Deny before', policy('all', 5, `${deny}, ${allow}`) + policy('closed', 1000, '')],
  [
    'another direction',
    policy('all', 5, allow) + policy('closed', 1000, '').replace('[Egress], egress: []', '[Ingress]'),
  ],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));
