// Rules without namespaceSelector, and where those they mean are.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { nsScopeSurprise as lint } from './ns-scope-surprise.ts';

const policy = (source: string, kind = 'NetworkPolicy'): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: p${kind === 'NetworkPolicy' ? ', namespace: shop' : ''} }\nspec:\n  selector: all()\n  types: [Ingress]\n  ingress: [{ action: Allow, source: { ${source} } }]\n`;
const web = pod('shop/web', { app: 'web' });
const agent = pod('ops/agent', { app: 'agent' });
const bySelector = "selector: app == 'agent'";

it('names those that it would find, and offers their namespaces', () => {
  expect(messagesOf(lint, policy(bySelector) + web + agent)).toEqual([
    'Without `namespaceSelector` this means objects of shop only, and none of them fits; ops/agent would',
  ]);
  expect(fixedTexts(lint, policy(bySelector) + web + agent + pod('dev/agent', { app: 'agent' }))).toEqual([
    expect.stringContaining(
      "source: { namespaceSelector: \"projectcalico.org/name in {'dev', 'ops'}\", selector: app == 'agent' }",
    ),
  ]);
});

it.each([
  ['one that finds somebody here', policy("selector: app == 'web'") + web + agent],
  ['one that names a namespace', policy(`namespaceSelector: all(), ${bySelector}`) + web + agent],
  ['a global policy', policy(bySelector, 'GlobalNetworkPolicy') + web + agent],
  ['a namespace of which nothing is known', policy(bySelector) + agent],
  ['one that nobody fits anywhere', policy(bySelector) + web],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));

const kubernetes = (from: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  podSelector: {}\n  ingress:\n    - from:\n        - ${from}\n`;
const byLabel = 'podSelector: { matchLabels: { app: agent } }';

it('says the same of a policy of Kubernetes', () => {
  const text = kubernetes(byLabel) + web + agent;
  expect(messagesOf(lint, text)).toEqual([
    'Without `namespaceSelector` this means pods of shop only, and none of them fits; ops/agent would',
  ]);
  expect(messagesOf(lint, text, { semantics: 'kubernetes' })).toHaveLength(1);
  expect(fixedTexts(lint, text)).toEqual([
    kubernetes(`namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ops } }\n          ${byLabel}`) +
      web +
      agent,
  ]);
});

it.each([
  ['a peer that finds somebody here', kubernetes('podSelector: { matchLabels: { app: web } }') + web + agent],
  ['one that names a namespace', kubernetes(`{ namespaceSelector: {}, ${byLabel} }`) + web + agent],
  [
    'a pod of the host network',
    kubernetes(byLabel) + web + agent + pod('shop/agent', { app: 'agent' }, 'spec: {hostNetwork: true}'),
  ],
  ['a namespace of which nothing is known', kubernetes(byLabel) + agent],
])('is silent about a policy of Kubernetes with %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
