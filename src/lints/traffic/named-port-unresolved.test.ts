// Names of ports, and who declares them.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { namedPortUnresolved as lint } from './named-port-unresolved.ts';

const kubernetes = (port: string, protocol = 'TCP'): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: { podSelector: {}, ingress: [{ ports: [{ port: ${port}, protocol: ${protocol} }] }] }\n`;
const web = pod(
  'shop/web',
  {},
  'spec: { containers: [{ name: c, image: c, ports: [{ name: http, containerPort: 8080 }] }] }',
);

it('knows what was likely meant', () => {
  expect(messagesOf(lint, kubernetes('htpp') + web)).toEqual([
    'No port of 1 pod (shop/web) fits the name `htpp`, so this matches nothing: they declare `http`',
  ]);
  expect(fixedTexts(lint, kubernetes('htpp') + web)).toEqual([kubernetes('http') + web]);
});

it('knows the protocol, and pods that name no port', () => {
  expect(messagesOf(lint, kubernetes('http', 'UDP') + web)).toEqual([expect.stringMatching(/declared with TCP$/)]);
  expect(messagesOf(lint, kubernetes('http') + pod('shop/web'))).toEqual([expect.stringMatching(/they name none$/)]);
});

it.each([
  ['a name that one of them declares', kubernetes('http') + web + pod('shop/db')],
  ['a number', kubernetes('80') + web],
  ['no pods', kubernetes('http')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
