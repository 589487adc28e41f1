// Where notICMP may stand, and what is offered where it may not.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { noticmpWithoutProtocol as lint } from './noticmp-without-protocol.ts';

const rule = (text: string): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {types: [Ingress], ingress: [{action: Allow, ${text}}]}}`;

it('adds the protocol of the rule’s family', () => {
  expect(fixedTexts(lint, rule('notICMP: {type: 8}'))).toEqual([
    expect.stringContaining('[{protocol: ICMP, action: Allow, notICMP'),
  ]);
  expect(fixedTexts(lint, rule('ipVersion: 6, notICMP: {type: 128}'))).toEqual([
    expect.stringContaining('{protocol: ICMPv6, '),
  ]);
});

it('takes the clause out of a rule for another protocol', () => {
  const text = rule('protocol: TCP, notICMP: {type: 8}');
  expect(messagesOf(lint, text)).toEqual([expect.stringContaining('the rule has another protocol')]);
  expect(fixedTexts(lint, text)).toEqual([rule('protocol: TCP')]);
});

it.each([
  'protocol: ICMP, notICMP: {type: 8}',
  'protocol: ICMPv6, notICMP: {type: 128}',
  'protocol: 1, notICMP: {type: 8}',
])('is silent about %s', (text) => expect(messagesOf(lint, rule(text))).toEqual([]));
