// Addresses of services in rules of both families of policies.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { clusteripInRule as lint } from './clusterip-in-rule.ts';

const policy = (destination: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: all()\n  types: [Egress]\n  egress: [{ action: Allow, destination: { ${destination} } }]\n`;
const kubernetes = (cidr: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  podSelector: {}\n  egress: [{ to: [{ ipBlock: { cidr: ${cidr} } }] }]\n`;
const service =
  '---\n{ apiVersion: v1, kind: Service, metadata: { name: db, namespace: shop }, spec: { clusterIP: 10.96.0.7, selector: { app: db }, ports: [{ port: 5432 }] } }\n';
const objects = service + pod('shop/db', { app: 'db' });

it.each([policy('nets: [10.96.0.7/32]'), kubernetes('10.96.0.7/32')])('names the service: %j', (text) =>
  expect(messagesOf(lint, text + objects)).toEqual([
    '10.96.0.7/32 is the cluster IP of the service shop/db, which policy never sees: it is asked about the pod behind the service and its target port',
  ]),
);

it('knows the range of services', () =>
  expect(messagesOf(lint, kubernetes('10.96.0.0/16'), { serviceCIDRs: ['10.96.0.0/12'] })).toEqual([
    expect.stringContaining('10.96.0.0/16 is in the range of cluster IPs'),
  ]));

it('names the service instead, where nothing else is said of the other end', () => {
  expect(fixedTexts(lint, policy('nets: [10.96.0.7/32]') + objects)).toEqual([
    policy('services: { name: db, namespace: shop }') + objects,
  ]);
  expect(fixedTexts(lint, policy('nets: [10.96.0.7/32], selector: all()') + objects)).toEqual([]);
});

it.each([policy('nets: [10.96.0.8/32]'), policy('nets: [10.0.0.0/8]'), kubernetes('10.244.0.0/16')])(
  'is silent about %j',
  (text) => expect(messagesOf(lint, text + objects)).toEqual([]),
);
