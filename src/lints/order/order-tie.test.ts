// Policies that only their names tell apart.
import { expect, it } from 'vitest';
import { messagesOf, pod } from '../../testing/lint-manifests.ts';
import { orderTie as lint } from './order-tie.ts';

const policy = (name: string, action: string, order = '', rule = ''): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { ${order} selector: all(), types: [Ingress], ingress: [{ action: ${action}${rule} }] }\n`;
const web = pod('shop/web');

it('says which is asked first', () =>
  expect(messagesOf(lint, policy('b', 'Deny') + policy('a', 'Allow') + web)).toEqual([
    'This policy and `shop/a` have no order in the tier `default` and treat the same flows differently: only by the name `shop/a` is asked first',
  ]));

it('knows the order of policies of Kubernetes', () => {
  const kubernetes = `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: k, namespace: shop }\nspec: { podSelector: {}, ingress: [{}] }\n`;
  expect(messagesOf(lint, policy('p', 'Deny', 'order: 1000,') + kubernetes + web)).toEqual([
    expect.stringMatching(/^This policy and `shop\/k` have order 1000 .* `shop\/k` is asked first$/),
  ]);
});

it.each([
  ['different orders', policy('a', 'Deny', 'order: 1,') + policy('b', 'Allow', 'order: 2,')],
  ['policies that agree', policy('a', 'Allow') + policy('b', 'Allow')],
  ['different traffic', policy('a', 'Deny', '', ', protocol: TCP') + policy('b', 'Allow', '', ', protocol: UDP')],
  ['a log', policy('a', 'Log') + policy('b', 'Allow')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text + web)).toEqual([]));
