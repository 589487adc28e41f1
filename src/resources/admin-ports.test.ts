// Ports of v1alpha1 rules: what is read, and what is refused.
import { expect, it } from 'vitest';
import { adminPolicyWith, adminSpecOf, rejectionsOf } from '../testing/decode-json.ts';

const withPorts = (ports: unknown) =>
  adminPolicyWith('AdminNetworkPolicy', {
    priority: 1,
    subject: { namespaces: {} },
    ingress: [{ action: 'Deny', from: [{ namespaces: {} }], ports }],
  });
const portsOf = (ports: unknown) => adminSpecOf(withPorts(ports)).ingress[0]?.ports;

it('reads numbers, ranges and names', () =>
  expect(
    portsOf([
      { portNumber: { port: 80 } },
      { portNumber: { protocol: 'UDP', port: 53 } },
      { portRange: { protocol: 'SCTP', start: 1, end: 65535 } },
      { namedPort: 'web' },
    ]),
  ).toEqual([
    { type: 'range', protocol: 'TCP', from: 80, to: 80 },
    { type: 'range', protocol: 'UDP', from: 53, to: 53 },
    { type: 'range', protocol: 'SCTP', from: 1, to: 65535 },
    { type: 'named', name: 'web' },
  ]));

it.each([
  [80, 80],
  [90, 80],
])('takes the range %i to %i, which v1alpha1 does not check', (start, end) =>
  expect(portsOf([{ portRange: { start, end } }])).toEqual([{ type: 'range', protocol: 'TCP', from: start, to: end }]),
);

it.each([undefined, null])('reads %s as all traffic', (ports) => expect(portsOf(ports)).toEqual([]));

it.each<[string, unknown[], string]>([
  ['[]', [], '*: Invalid value: 0: * in body should have at least 1 items @ []'],
  ['[{}]', [{}], '*[0]: Invalid value: 0: *[0] in body should have at least 1 properties @ {}'],
  [
    'two at once',
    [{ portNumber: { port: 1 }, namedPort: 'a' }],
    '*[0]: Too many: 2: must have at most 1 items @ "namedPort"',
  ],
  ['a port of NetworkPolicy', [{ port: 80 }], 'unknown field "*[0].port" @ "port"'],
  ['no port', [{ portNumber: {} }], '*[0].portNumber.port: Required value @ "portNumber"'],
  [
    'port 0',
    [{ portNumber: { port: 0 } }],
    '*[0].portNumber.port: Invalid value: 0: *[0].portNumber.port in body should be greater than or equal to 1 @ 0',
  ],
  [
    'port 65536',
    [{ portNumber: { port: 65536 } }],
    '*[0].portNumber.port: Invalid value: 65536: *[0].portNumber.port in body should be less than or equal to 65535 @ 65536',
  ],
  [
    'protocol tcp',
    [{ portNumber: { protocol: 'tcp', port: 1 } }],
    '*[0].portNumber.protocol: Unsupported value: "tcp": supported values: "TCP", "UDP", "SCTP" @ "tcp"',
  ],
  ['no end', [{ portRange: { start: 1 } }], '*[0].portRange.end: Required value @ "portRange"'],
  ['endPort', [{ portRange: { start: 1, end: 2, endPort: 2 } }], 'unknown field "*[0].portRange.endPort" @ "endPort"'],
  ['a numeric name', [{ namedPort: 80 }], '*[0].namedPort: must be a string, but `80` reads as a number @ 80'],
])('refuses %s', (_, ports, words) =>
  expect(rejectionsOf(withPorts(ports)).map((line) => line.replaceAll('spec.ingress[0].ports', '*'))).toEqual([words]),
);
