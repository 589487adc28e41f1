// Objects that name no namespace, file by file.
import { expect, it } from 'vitest';
import { fixedTexts, lintContext, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { namespaceDefaultImplicit as lint } from './namespace-default-implicit.ts';

const policy = (name: string, more = ''): string =>
  `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${name}${more}}, spec: {podSelector: {}}}\n`;
const global =
  '---\n{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: g}, spec: {types: [Ingress]}}\n';

it('says it once, and mends all', () => {
  expect(messagesOf(lint, policy('a') + policy('b') + policy('c', ', namespace: shop'))).toEqual([
    'It and 1 other object name no namespace: they are read as in `default`, and kubectl takes the namespace of its context',
  ]);
  expect(fixedTexts(lint, policy('a') + policy('b'))).toEqual([
    (policy('a') + policy('b')).replaceAll('{name', '{namespace: default, name'),
  ]);
});

it('says it once for all files where none says it, else once a file', () => {
  const files = ['a', 'b', 'c'].map((name) => ({ path: `${name}.yaml`, text: policy(name) }));
  const given = { path: 'd.yaml', text: policy('d', ', namespace: shop') };
  expect(lint.check(lintContext(files))).toHaveLength(1);
  expect(lint.check(lintContext([...files, given]))).toHaveLength(3);
});

it.each([policy('a', ', namespace: default'), global, pod('shop/web').replace(', namespace: shop', '')])(
  'is silent about %s',
  (text) => expect(messagesOf(lint, text)).toEqual([]),
);
