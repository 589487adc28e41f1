// Who lets everything out, and who means it.
import { expect, it } from 'vitest';
import { messagesOf } from '../../testing/lint-manifests.ts';
import { allowAllEgress as lint } from './allow-all-egress.ts';

const policy = (rules: string, name = 'web', more = ''): string =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: ${name}}, spec: {${more}types: [Egress], egress: [${rules}]}}\n`;

it('tells which rule', () =>
  expect(messagesOf(lint, policy('{action: Allow, protocol: UDP}, {action: Allow}'))).toEqual([
    expect.stringMatching(/^Egress rule 2 lets everything out/),
  ]));

it.each([
  ['a protocol', policy('{action: Allow, protocol: TCP}')],
  ['Pass', policy('{action: Pass}')],
  ['a name that says so', policy('{action: Allow}', 'default-allow-egress')],
  [
    'what is left of a list of denials',
    policy('{action: Deny, destination: {nets: [203.0.113.0/24]}}, {action: Allow}'),
  ],
  ['policies for hosts', policy('{action: Allow}', 'web', 'doNotTrack: true, applyOnForward: true, ')],
])('is silent about %s', (_, text) => expect(messagesOf(lint, text)).toEqual([]));
