// Which global policies nothing narrows.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, placesOf, pod } from '../../testing/lint-manifests.ts';
import { selectorEmpty as lint } from './selector-empty.ts';

const policy = (spec: string, kind = 'GlobalNetworkPolicy'): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: p }\nspec: { ${spec} }\n`;
const host =
  '---\napiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: { name: edge }\nspec: { node: edge, interfaceName: "*" }\n';

it('tells to whom it applies', () => {
  const text = policy('types: [Ingress]') + pod('shop/web');
  expect(messagesOf(lint, text)).toEqual([
    'Nothing narrows the policy, so it applies to everything: 1 pod (shop/web), and every host endpoint that the cluster has',
  ]);
  expect(messagesOf(lint, text + host)).toEqual([
    'Nothing narrows the policy, so it applies to everything: 1 pod (shop/web) and host endpoint edge',
  ]);
});

it('points at an empty selector, and offers all pods', () => {
  const text = policy('selector: "", types: [Ingress]');
  expect(placesOf(lint, text)).toEqual(['""']);
  expect(fixedTexts(lint, text)).toEqual([policy('namespaceSelector: "all()", selector: "", types: [Ingress]')]);
});

it.each([
  policy('namespaceSelector: all()'),
  policy("serviceAccountSelector: a == 'b'"),
  policy('selector: all()'),
  policy('preDNAT: true, applyOnForward: true, types: [Ingress]'),
  policy('types: [Ingress]', 'NetworkPolicy'),
  policy('stagedAction: Delete', 'StagedGlobalNetworkPolicy'),
  policy('types: [Ingress]').replace('{ types: [Ingress] }', '\n  selector: !has(x)\n'),
])('is silent about %s', (text) => expect(messagesOf(lint, text)).toEqual([]));

it('looks at staged policies too', () =>
  expect(messagesOf(lint, policy('types: [Ingress]', 'StagedGlobalNetworkPolicy'))).toEqual([
    'Nothing narrows the policy, so it applies to every pod and every host endpoint',
  ]));
