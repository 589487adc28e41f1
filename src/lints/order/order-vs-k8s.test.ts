// A Deny and the policies of Kubernetes before it.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { orderVsK8s as lint } from './order-vs-k8s.ts';

const deny = (order: string, rule = ''): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  ${order}\n  selector: all()\n  types: [Ingress]\n  ingress: [{ action: Deny, protocol: TCP${rule} }]\n`;
const kubernetes = (port: number): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: k, namespace: shop }\nspec: { podSelector: {}, ingress: [{ ports: [{ port: ${port} }] }] }\n`;
const web = pod('shop/web');

it.each(['order: 2000', 'tier: default'])('finds one that is too late: %s', (order) => {
  const text = deny(order) + kubernetes(80) + web;
  expect(messagesOf(lint, text)).toEqual([
    expect.stringMatching(
      /^The Deny of rule 1 comes after `shop\/k`: policies of Kubernetes have order 1000, this one has /,
    ),
  ]);
  expect(fixedTexts(lint, text).flatMap((fixed) => messagesOf(lint, fixed))).toEqual([]);
});

it.each([
  ['one that is early enough', deny('order: 999') + kubernetes(80)],
  ['other ports', deny('order: 2000', ', destination: { ports: [443] }') + kubernetes(80)],
  ['no policy of Kubernetes', deny('order: 2000')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text + web)).toEqual([]));
