// The way to DNS, both sides and both protocols; and whom the lint leaves in peace.
import { describe, expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { dnsBlocked as lint } from './dns-blocked.ts';

const rule = (words: string): string => `    - { action: Allow, ${words} }\n`;
const policy = (name: string, selector: string, egress: string): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  selector: ${selector}\n  types: [Egress]\n  egress:\n${egress || '    []\n'}`;
const pods = pod('shop/web', { app: 'web' }) + pod('shop/db', { app: 'db' });
const dns = pod('kube-system/coredns', { 'k8s-app': 'kube-dns' });
const toDb = rule("protocol: TCP, destination: { selector: app == 'db', ports: [5432] }");
const toDns = (protocol: string, port = 53): string =>
  rule(
    `protocol: ${protocol}, destination: { namespaceSelector: projectcalico.org/name == 'kube-system', ports: [${port}] }`,
  );

describe('at the pods', () => {
  it('names the policies that govern them', () => {
    const text = policy('web', "app == 'web'", toDb) + policy('closed', 'all()', '') + pods + dns;
    expect(messagesOf(lint, text)).toEqual([
      'DNS is out of reach for 1 pod (shop/web): `shop/closed` and `shop/web` govern the egress, and no rule lets UDP 53 out to the DNS pods (kube-system/coredns)',
    ]);
    expect(fixedTexts(lint, text)[0]).toContain('    - action: Allow\n      protocol: UDP\n      destination:\n');
  });

  it('goes without DNS pods in the manifests', () => {
    expect(messagesOf(lint, policy('web', "app == 'web'", toDb) + pods)).toEqual([
      'DNS is out of reach for 1 pod (shop/web): `shop/web` governs the egress, and no rule lets UDP 53 out to any DNS server',
    ]);
    expect(messagesOf(lint, policy('web', "app == 'web'", toDb + toDns('UDP') + toDns('TCP')) + pods)).toEqual([]);
  });

  it('speaks of TCP apart, and less loudly', () => {
    const text = policy('web', "app == 'web'", toDb + toDns('UDP')) + pods + dns;
    const [found, ...others] = findingsOf(lint, text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: 'info',
      message: expect.stringMatching(/^DNS is open over UDP only for 1 pod/),
    });
    expect(fixedTexts(lint, text).map((fixed) => messagesOf(lint, fixed))).toEqual([[]]);
  });

  it('looks at the port behind the service', () => {
    const service = `---\n{apiVersion: v1, kind: Service, metadata: {name: kube-dns, namespace: kube-system}, spec: {selector: {k8s-app: kube-dns}, ports: [{port: 53, protocol: UDP, targetPort: 5353}, {name: t, port: 53, targetPort: 5353}]}}\n`;
    const open = (port: number) => policy('web', "app == 'web'", toDb + toDns('UDP', port) + toDns('TCP', port));
    expect(messagesOf(lint, open(5353) + pods + dns + service)).toEqual([]);
    expect(messagesOf(lint, open(53) + pods + dns + service)).toHaveLength(1);
  });
});

it('looks at the ingress of the DNS pods as well', () => {
  const deny = `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: closed }\nspec:\n  namespaceSelector: all()\n  types: [Ingress]\n`;
  const open = policy('web', "app == 'web'", toDb + toDns('UDP') + toDns('TCP'));
  expect(messagesOf(lint, deny + open + pods + dns)).toEqual([
    'DNS is out of reach for 1 pod (shop/web): they may ask, but `closed` governs the ingress of the DNS pods (kube-system/coredns), and no rule lets UDP 53 in',
  ]);
  expect(fixedTexts(lint, deny + open + pods + dns).map((fixed) => messagesOf(lint, fixed))).toEqual([[]]);
  const kubernetes = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: closed, namespace: kube-system }\nspec: { podSelector: {} }\n`;
  expect(fixedTexts(lint, kubernetes + open + pods + dns).map((fixed) => messagesOf(lint, fixed))).toEqual([[]]);
});

it.each([
  ['pods that are closed altogether', policy('db', "app == 'db'", '')],
  ['pods that reach addresses only', policy('db', "app == 'db'", rule('destination: { nets: [203.0.113.0/24] }'))],
  [
    'pods that ask a cache on their node',
    policy('db', "app == 'web'", toDb + rule('protocol: UDP, destination: { nets: [169.254.20.10/32], ports: [53] }')),
  ],
  ['pods whose egress nothing governs', ''],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods + dns)).toEqual([]));

it('writes what it offers in the words of Kubernetes', () => {
  const text = `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web, namespace: shop }\nspec:\n  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n    - to: [{ podSelector: {} }]\n${pods}${dns}`;
  const [fixed = ''] = fixedTexts(lint, text);
  expect(fixed).toContain(
    'k8s-app: kube-dns } } }]\n      ports: [{ protocol: UDP, port: 53 }, { protocol: TCP, port: 53 }]',
  );
  expect(messagesOf(lint, fixed)).toEqual([]);
});
