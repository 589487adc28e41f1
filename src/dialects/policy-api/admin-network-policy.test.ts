// AdminNetworkPolicy manifests and the rules they compile to.
import { describe, expect, it } from 'vitest';
import { drawCompiled } from '../../testing/draw-policy.ts';
import { adminNetworkPolicy } from './admin-network-policy.ts';

const head = 'apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: {name: p}\n';
const compile = (spec: string, subject = '{namespaces: {}}') =>
  drawCompiled(adminNetworkPolicy, `${head}spec: {priority: 5, subject: ${subject}${spec}}\n`);
const egress = (rule: string) => compile(`, egress: [${rule}]`).slice(1);

describe('the subject', () => {
  it.each([
    ['{namespaces: {}}', 'all'],
    ['{namespaces: {matchLabels: {env: dev}}}', 'ns:env in [dev]'],
    [
      '{pods: {namespaceSelector: {matchLabels: {env: dev}}, podSelector: {matchLabels: {app: a}}}}',
      '(ns:env in [dev] and app in [a])',
    ],
    ['{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: a}}}}', 'app in [a]'],
  ])('%s', (subject, drawn) =>
    expect(compile('', subject)).toEqual([`AdminNetworkPolicy//p, adminnetworkpolicy 5, for ${drawn}`]),
  );
});

it('governs no direction without rules', () => expect(compile(', ingress: [], egress: null')).toHaveLength(1));

it('keeps the order and actions of rules', () => {
  const rules = ['Pass', 'Deny', 'Allow'].map((action) => `{action: ${action}, from: [{namespaces: {}}]}`);
  expect(compile(`, ingress: [${rules}]`).slice(1)).toEqual([
    'ingress 1 pass all: all traffic',
    'ingress 2 deny all: all traffic',
    'ingress 3 allow all: all traffic',
  ]);
});

describe('peers', () => {
  it.each([
    ['{networks: [10.0.0.1/8, "::/0"]}', '10.0.0.0/8, ::/0'],
    ['{nodes: {matchLabels: {zone: z}}}', 'hosts zone in [z]'],
    [
      '{domainNames: ["*.a.com", b.com]}',
      'domain-addresses-unknown: The addresses behind *.a.com, b.com are not in the manifests',
    ],
    ['{namespaces: {}}, {networks: [10.0.0.0/8]}', '(all or 10.0.0.0/8)'],
  ])('%s', (peers, drawn) =>
    expect(egress(`{action: Allow, to: [${peers}]}`)).toEqual([`egress 1 allow ${drawn}: all traffic`]),
  );
});

describe('ports', () => {
  it.each([
    ['{portNumber: {port: 80}}', 'TCP 80'],
    ['{portRange: {protocol: UDP, start: 1, end: 9}}, {namedPort: web}', 'UDP 1-9, web of any port'],
    // Holds no port; it must not read as no ports, which is all traffic.
    ['{portRange: {start: 90, end: 80}}', 'no traffic'],
  ])('%s', (ports, drawn) =>
    expect(egress(`{action: Deny, to: [{namespaces: {}}], ports: [${ports}]}`)).toEqual([
      `egress 1 deny all: ${drawn}`,
    ]),
  );
});

it('means under Calico what inherits the labels of a namespace, hosts by their profiles too', () => {
  const rule = '{action: Allow, to: [{namespaces: {matchLabels: {env: dev}}}], ports: [{namedPort: web}]}';
  const text = `${head}spec: {priority: 5, subject: {namespaces: {}}, egress: [${rule}]}\n`;
  expect(drawCompiled(adminNetworkPolicy, text, { semantics: 'calico-3.31' }).slice(1)).toEqual([
    'egress 1 allow objects pcns.env in [dev]: web of any port at pcns.env in [dev]',
  ]);
});

it('is read by the standard and by Calico up to 3.31', () =>
  expect(adminNetworkPolicy.semantics).toEqual(['kubernetes', 'calico-3.31']));
