// Ports without a protocol that are likely UDP.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { protocolImplicit as lint } from './protocol-implicit.ts';

const policy = (ports: string): string =>
  `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: shop}, spec: {podSelector: {}, ingress: [{ports: [${ports}]}]}}\n`;
const listens = (port: string): string =>
  pod('shop/game', {}, `spec: {containers: [{name: game, image: game, ports: [${port}]}]}`);
const udp = listens('{containerPort: 7777, protocol: UDP}');

it('knows what pods declare', () => {
  expect(messagesOf(lint, policy('{port: 7777}') + udp)).toEqual([
    'Port 7777 without `protocol` is TCP alone, and the pods it means declare 7777 with UDP only',
  ]);
  expect(fixedTexts(lint, policy('{port: 7777}') + udp)).toEqual([
    policy('{protocol: UDP, port: 7777}') + udp,
    policy('{protocol: TCP, port: 7777}') + udp,
  ]);
});

it('knows services that are asked over UDP', () =>
  expect(messagesOf(lint, policy('{port: 123}'))).toEqual([expect.stringContaining('NTP is spoken over UDP')]));

it.each([
  ['a protocol that is written', policy('{port: 53, protocol: TCP}')],
  ['UDP beside it', policy('{port: 53}, {port: 53, protocol: UDP}')],
  ['UDP in another rule', policy('{port: 53}]}, {ports: [{port: 53, protocol: UDP}')],
  ['all of UDP beside it', policy('{port: 53}, {protocol: UDP}')],
  ['pods that declare TCP', policy('{port: 53}') + listens('{containerPort: 53}')],
  ['ports of nobody', policy('{port: 7777}')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
