// Named ports that are left out, with a protocol and without.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { notportsAnyProtocol as lint } from './notports-any-protocol.ts';

const rule = (text: string): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {types: [Ingress], ingress: [{action: Allow, ${text}}]}}`;

it('names the ports, on either side', () => {
  expect(messagesOf(lint, rule('destination: {notPorts: [admin, debug]}'))).toEqual([
    expect.stringContaining('leaves out `admin` and `debug` alone'),
  ]);
  expect(fixedTexts(lint, rule('source: {notPorts: [admin]}'))).toEqual([
    rule('source: {notPorts: [admin]}').replace('action', 'protocol: TCP, action'),
  ]);
});

it('is silent where the protocol is said', () =>
  expect(messagesOf(lint, rule('protocol: UDP, destination: {notPorts: [admin]}'))).toEqual([]));
