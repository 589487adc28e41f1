// Ports on the wrong side of a rule, and how they are moved.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { sourcePorts as lint } from './source-ports.ts';

const policy = (rule: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: all()\n  types: [Ingress]\n  ingress: [{ action: Allow, protocol: TCP, ${rule} }]\n`;

it.each([
  ['source: { ports: [80] }', 'destination: { ports: [80] }'],
  [
    'source: { selector: all(), ports: [80, "1:2"] }, destination: { selector: all() }',
    'source: { selector: all() }, destination: { ports: [80, "1:2"], selector: all() }',
  ],
])('moves %s', (rule, fixed) => expect(fixedTexts(lint, policy(rule))).toEqual([policy(fixed)]));

it('leaves ports alone where the other side has some', () => {
  const text = policy('source: { ports: [80] }, destination: { ports: [90] }');
  expect(messagesOf(lint, text)).toHaveLength(1);
  expect(fixedTexts(lint, text)).toEqual([]);
});

it('knows notPorts', () =>
  expect(messagesOf(lint, policy('source: { notPorts: [80] }'))).toEqual([
    '`source.notPorts` are the ports that clients connect from, which they choose anew for each connection',
  ]));

it('is silent about ports of the destination', () =>
  expect(messagesOf(lint, policy('destination: { ports: [80] }'))).toEqual([]));

it('is silent about replies to what is not tracked', () =>
  expect(
    messagesOf(
      lint,
      '{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: p}, spec: {doNotTrack: true, applyOnForward: true, types: [Egress], egress: [{action: Allow, protocol: TCP, source: {ports: [80]}}]}}',
    ),
  ).toEqual([]));
