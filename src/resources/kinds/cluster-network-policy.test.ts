// ClusterNetworkPolicy: tiers, actions, limits and protocols of v1alpha2.
import { describe, expect, it } from 'vitest';
import { adminPolicyWith, adminSpecOf, rejectionsOf } from '../../testing/decode-json.ts';

const allPods = { namespaces: {} };
const policy = (changes: object) =>
  adminPolicyWith('ClusterNetworkPolicy', { tier: 'Admin', priority: 3, subject: allPods, ...changes }, 'p');
const rule = { action: 'Accept', from: [allPods] };
const withProtocols = (...protocols: unknown[]) => policy({ ingress: [{ ...rule, protocols }] });
const repeat = (count: number, item: unknown) => Array.from({ length: count }, () => item);

it.each(['Admin', 'Baseline'])('is read in the tier %s', (tier) =>
  expect(adminSpecOf(policy({ tier }))).toMatchObject({ tier, priority: 3 }),
);

it.each<[string, object, string]>([
  ['no tier', { tier: undefined }, 'spec.tier: Required value @ "spec"'],
  [
    'tier admin',
    { tier: 'admin' },
    'spec.tier: Unsupported value: "admin": supported values: "Admin", "Baseline" @ "admin"',
  ],
  [
    'priority 1001',
    { priority: 1001 },
    'spec.priority: Invalid value: 1001: spec.priority in body should be less than or equal to 1000 @ 1001',
  ],
  [
    'action Allow',
    { ingress: [{ ...rule, action: 'Allow' }] },
    'spec.ingress[0].action: Unsupported value: "Allow": supported values: "Accept", "Deny", "Pass" @ "Allow"',
  ],
  ['ports', { ingress: [{ ...rule, ports: [] }] }, 'unknown field "spec.ingress[0].ports" @ "ports"'],
  ['26 rules', { ingress: repeat(26, rule) }, 'spec.ingress: Too many: 26: must have at most 25 items @ "ingress"'],
  [
    '26 peers',
    { ingress: [{ ...rule, from: repeat(26, allPods) }] },
    'spec.ingress[0].from: Too many: 26: must have at most 25 items @ "from"',
  ],
])('is refused: %s', (_, changes, words) => expect(rejectionsOf(policy(changes))).toEqual([words]));

it('reads Accept as Allow; a Baseline may pass', () => {
  expect(adminSpecOf(policy({ ingress: repeat(25, rule) })).ingress[24]?.action).toBe('Allow');
  expect(adminSpecOf(policy({ tier: 'Baseline', ingress: [{ ...rule, action: 'Pass' }] })).ingress[0]?.action).toBe(
    'Pass',
  );
});

it('has domain names in rules that accept only', () => {
  const egress = (action: string) => policy({ egress: [{ action, to: [{ domainNames: ['*.a.com'] }] }] });
  expect(rejectionsOf(egress('Accept'))).toEqual([]);
  expect(rejectionsOf(egress('Deny'))[0]).toMatch(
    'Forbidden: domainNames are only supported in rules with the action Accept',
  );
});

describe('protocols', () => {
  it('are numbers, ranges and names', () =>
    expect(
      adminSpecOf(
        withProtocols(
          { tcp: { destinationPort: { number: 80 } } },
          { udp: { destinationPort: { range: { start: 1, end: 65535 } } } },
          { sctp: { destinationPort: { number: 9 } } },
          { destinationNamedPort: 'web' },
        ),
      ).ingress[0]?.ports,
    ).toEqual([
      { type: 'range', protocol: 'TCP', from: 80, to: 80 },
      { type: 'range', protocol: 'UDP', from: 1, to: 65535 },
      { type: 'range', protocol: 'SCTP', from: 9, to: 9 },
      { type: 'named', name: 'web' },
    ]));

  const port = (destinationPort: unknown) => ({ tcp: { destinationPort } });
  const few = 'in body should have at least 1 properties';
  it.each<[string, unknown, string]>([
    ['{}', {}, `*: Invalid value: 0: * ${few} @ {}`],
    ['tcp: {}', { tcp: {} }, `*.tcp: Invalid value: 0: *.tcp ${few} @ {}`],
    ['no port', port({}), `*.tcp.destinationPort: Invalid value: 0: *.tcp.destinationPort ${few} @ {}`],
    ['tcp and udp', { tcp: {}, udp: {} }, '*: Too many: 2: must have at most 1 items @ "udp"'],
    [
      'number and range',
      port({ number: 1, range: { start: 1, end: 2 } }),
      '*.tcp.destinationPort: Too many: 2: must have at most 1 items @ "range"',
    ],
    [
      'number 0',
      port({ number: 0 }),
      '*.tcp.destinationPort.number: Invalid value: 0: *.tcp.destinationPort.number in body should be greater than or equal to 1 @ 0',
    ],
    [
      'equal ends',
      port({ range: { start: 80, end: 80 } }),
      '*.tcp.destinationPort.range: Invalid value: Start port must be less than End port @ {"start": 80, "end": 80}',
    ],
    [
      'a range backwards',
      port({ range: { start: 90, end: 80 } }),
      '*.tcp.destinationPort.range: Invalid value: Start port must be less than End port @ {"start": 90, "end": 80}',
    ],
    ['no end', port({ range: { start: 80 } }), '*.tcp.destinationPort.range.end: Required value @ "range"'],
    ['icmp', { icmp: {} }, 'unknown field "*.icmp" @ "icmp"'],
    ['sourcePort', { tcp: { sourcePort: {} } }, 'unknown field "*.tcp.sourcePort" @ "sourcePort"'],
    ['portNumber of v1alpha1', { portNumber: { port: 80 } }, 'unknown field "*.portNumber" @ "portNumber"'],
  ])('are refused: %s', (_, protocol, words) =>
    expect(
      rejectionsOf(withProtocols(protocol)).map((line) => line.replaceAll('spec.ingress[0].protocols[0]', '*')),
    ).toEqual([words]),
  );
});
