// What DNS, controllers and collectors need, as far as the manifests tell.
import { expect, it } from 'vitest';
import { findingsOf, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { systemTrafficDenied as lint } from './system-traffic-denied.ts';

const policy = (namespace: string, spec: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: own, namespace: ${namespace} }\nspec: { podSelector: {}, ${spec} }\n`;
const egress = (...rules: readonly string[]) => `policyTypes: [Egress], egress: [${rules.join(', ')}]`;
const dns = pod('kube-system/coredns', { 'k8s-app': 'kube-dns' });
const server = pod('kube-system/metrics-server', { 'k8s-app': 'metrics-server' });
const port = (name: string) =>
  `spec: {containers: [{name: main, image: x, ports: [{name: ${name}, containerPort: 9090}]}]}`;
const prometheus = pod('ops/prometheus', { 'app.kubernetes.io/name': 'prometheus' });

it('tells who cannot reach the API server, and that DNS cannot ask further', () =>
  expect(messagesOf(lint, policy('kube-system', egress()) + dns + server)).toEqual([
    '2 pods (kube-system/coredns and kube-system/metrics-server) cannot reach the API server: no rule lets any TCP port out to addresses that are not pods',
    '1 pod (kube-system/coredns) cannot reach resolvers outside: no rule lets UDP 53 out to addresses that are not pods, so names of the Internet do not resolve',
  ]));

it('tells whose metrics nobody collects', () => {
  const text = policy('shop', 'policyTypes: [Ingress]') + pod('shop/web', { app: 'web' }, port('metrics')) + prometheus;
  expect(messagesOf(lint, text)).toEqual([
    'Nobody collects the metrics of 1 pod (shop/web): 1 pod (ops/prometheus) cannot reach the port that is named so',
  ]);
});

it.each([
  ['DNS that is open to addresses', policy('kube-system', egress('{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }')) + dns],
  ['DNS that nothing governs', policy('shop', egress()) + dns],
  ['pods that need no API server', policy('shop', egress()) + pod('shop/web', { app: 'web' })],
  ['ports of another name', policy('shop', 'policyTypes: [Ingress]') + pod('shop/web', {}, port('http')) + prometheus],
  [
    'metrics that a rule opens',
    policy('shop', 'ingress: [{ ports: [{ port: metrics }] }]') + pod('shop/web', {}, port('metrics')) + prometheus,
  ],
  ['no collector', policy('shop', 'policyTypes: [Ingress]') + pod('shop/web', {}, port('metrics'))],
  [
    'a default deny for everybody, which is told as that',
    `---\napiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: deny }\nspec: { namespaceSelector: all(), types: [Egress] }\n${dns}`,
  ],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text)).toEqual([]));
