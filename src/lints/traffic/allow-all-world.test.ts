// Who lets everybody in, and who means it.
import { describe, expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { allowAllWorld as lint } from './allow-all-world.ts';

const kubernetes = (rule: string, name = 'web'): string =>
  `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${name}, namespace: shop}, spec: {podSelector: {}, ingress: [${rule}]}}\n`;
const calico = (rules: string, more = ''): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: web}, spec: {${more}types: [Ingress], ingress: [${rules}]}}\n`;

it.each([
  [kubernetes('{}'), 'all traffic on every port from anywhere, also from outside of the cluster: no source is named'],
  [
    kubernetes('{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}'),
    'all traffic on every port from anywhere, also from outside of the cluster: 0.0.0.0/0 is everybody',
  ],
  [kubernetes('{ports: [{port: 5432}]}'), 'TCP 5432 (PostgreSQL) from anywhere'],
  [kubernetes('{ports: [{protocol: TCP}]}'), 'TCP on any port from anywhere'],
  [calico('{action: Allow}'), 'all traffic'],
  [calico('{action: Allow, protocol: TCP, source: {nets: [0.0.0.0/0]}, destination: {ports: [22]}}'), 'TCP 22 (SSH)'],
])('finds %s', (text, what) => expect(messagesOf(lint, text)).toEqual([expect.stringContaining(what)]));

it('says softly which ports are open to everybody', () => {
  const found = findingsOf(lint, kubernetes('{ports: [{port: 443}, {port: 80}]}'));
  expect(found).toEqual([expect.objectContaining({ severity: 'info', fixes: [] })]);
  expect(found[0]?.message).toMatch(/^Rule 1 lets in TCP 443 and TCP 80 from anywhere, also from outside/);
});

it('offers to let in pods alone', () => {
  expect(fixedTexts(lint, kubernetes('{ports: [{port: 5432}]}'))).toEqual([
    kubernetes('{from: [{ podSelector: {} }], ports: [{port: 5432}]}'),
  ]);
  expect(fixedTexts(lint, calico('{action: Allow}'))).toEqual([
    calico('{source: { namespaceSelector: "all()" }, action: Allow}'),
  ]);
});

it.each([
  ['a name that says so', kubernetes('{}', 'allow-all')],
  ['a source', kubernetes('{from: [{podSelector: {}}]}')],
  ['what is left of a list of denials', calico('{action: Deny, source: {nets: [203.0.113.0/24]}}, {action: Allow}')],
  ['everybody but some', kubernetes('{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}')],
  ['ICMP', calico('{action: Allow, protocol: ICMP}')],
  ['policies for hosts', calico('{action: Allow}', 'preDNAT: true, applyOnForward: true, ')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));

describe('where others are asked before', () => {
  const asked = (order: number, rule: string): string =>
    `---\n{apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: {name: p${order}, namespace: shop}, spec: {order: ${order}, types: [Ingress], ingress: [${rule}]}}\n`;
  const web = pod('shop/web');
  const all = asked(2, '{action: Allow, protocol: TCP}');

  it('is silent about what they deny to all outside', () => {
    expect(messagesOf(lint, all + web)).toHaveLength(1);
    expect(
      messagesOf(
        lint,
        asked(1, '{action: Deny, source: {notSelector: all()}}').replace('NetworkPolicy', 'GlobalNetworkPolicy') +
          all +
          web,
      ),
    ).toEqual([]);
  });

  it('leaves an Allow that others come too late for to the lint that says so', () => {
    const early = asked(1, '{action: Allow}');
    expect(messagesOf(lint, early + web)).toHaveLength(1);
    expect(messagesOf(lint, early + asked(3, '{action: Deny, protocol: UDP}') + web)).toEqual([]);
  });
});
