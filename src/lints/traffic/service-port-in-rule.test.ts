// Ports of services, and what their pods listen on.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { servicePortInRule as lint } from './service-port-in-rule.ts';

const kubernetes = (port: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: { podSelector: { matchLabels: { app: web } }, ingress: [{ ports: [{ port: ${port} }] }] }\n`;
const egress = (port: number): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: app == 'db'\n  types: [Egress]\n  egress: [{ action: Allow, protocol: TCP, destination: { selector: app == 'web', ports: [${port}] } }]\n`;
const service = (target: string): string =>
  `---\n{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { selector: { app: web }, ports: [{ port: 80, targetPort: ${target} }] } }\n`;
const web = pod(
  'shop/web',
  { app: 'web' },
  'spec: { containers: [{ name: c, image: c, ports: [{ name: http, containerPort: 8080 }] }] }',
);
const rest = web + pod('shop/db', { app: 'db' });

it.each([
  [kubernetes, '8080'],
  [egress, 'http'],
] as const)('offers the target port', (policy: (port: never) => string, target) => {
  const text = policy(80 as never) + service(target) + rest;
  expect(messagesOf(lint, text)).toEqual([
    '80 is the port of the service shop/web, and 1 pod behind it listens on 8080: policy is asked about 8080, so this opens nothing',
  ]);
  expect(fixedTexts(lint, text)).toEqual([policy(8080 as never) + service(target) + rest]);
});

it.each([
  ['the target port', kubernetes('8080') + service('8080') + rest],
  ['a service with one port for both', kubernetes('80') + service('80') + rest],
  ['a port that the pods declare', kubernetes('80') + service('8080') + rest.replace('8080', '80')],
  ['pods behind no service', kubernetes('80') + rest],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
