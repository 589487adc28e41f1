// Subjects and peers of admin policies: what is read, and what is refused.
import { describe, expect, it } from 'vitest';
import { adminPolicyWith, adminSpecOf, rejectionsOf } from '../testing/decode-json.ts';

const team = { matchLabels: { team: 'a' } };
const teamRead = { requirements: [{ key: 'team', operator: 'In', values: ['a'] }] };
const everything = { requirements: [] };

const withSubject = (subject: unknown, kind = 'AdminNetworkPolicy') =>
  adminPolicyWith(kind, { ...(kind === 'ClusterNetworkPolicy' ? { tier: 'Admin' } : {}), priority: 1, subject });
const withPeer = (direction: 'ingress' | 'egress', peer: unknown, action = 'Allow') =>
  adminPolicyWith('AdminNetworkPolicy', {
    priority: 1,
    subject: { namespaces: {} },
    [direction]: [{ action, [direction === 'ingress' ? 'from' : 'to']: [peer] }],
  });
const peerOf = (direction: 'ingress' | 'egress', peer: unknown) =>
  adminSpecOf(withPeer(direction, peer))[direction][0]?.peers[0];
const refusals = (direction: 'ingress' | 'egress', peer: unknown) =>
  rejectionsOf(withPeer(direction, peer)).map((line) => line.replace(/spec\.(in|e)gress\[0\]\.(from|to)\[0\]/g, '*'));

describe('the subject', () => {
  it('selects all pods of namespaces, or pods by their own labels as well', () => {
    expect(adminSpecOf(withSubject({ namespaces: team })).subject).toEqual({
      type: 'pods',
      namespaceSelector: teamRead,
    });
    expect(adminSpecOf(withSubject({ pods: { namespaceSelector: {}, podSelector: team } })).subject).toEqual({
      type: 'pods',
      namespaceSelector: everything,
      podSelector: teamRead,
    });
  });

  it.each<[string, unknown, string]>([
    ['missing', undefined, 'spec.subject: Required value @ "spec"'],
    ['null', null, 'spec.subject: Required value @ "spec"'],
    [
      'without podSelector',
      { pods: { namespaceSelector: {} } },
      'spec.subject.pods.podSelector: Required value @ "pods"',
    ],
    [
      'without namespaceSelector',
      { pods: { podSelector: {} } },
      'spec.subject.pods.namespaceSelector: Required value @ "pods"',
    ],
    ['with a list as selector', { namespaces: [] }, 'spec.subject.namespaces: must be a map, but it is a list @ []'],
    [
      'with an unknown operator',
      { namespaces: { matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] } },
      'spec.subject.namespaces.matchExpressions[0].operator: Invalid value: "in": not a valid selector operator @ "in"',
    ],
  ])('%s is refused', (_, subject, words) => expect(rejectionsOf(withSubject(subject))).toEqual([words]));

  it('needs no namespaceSelector in v1alpha2', () =>
    expect(adminSpecOf(withSubject({ pods: { podSelector: team } }, 'ClusterNetworkPolicy')).subject).toEqual({
      type: 'pods',
      namespaceSelector: everything,
      podSelector: teamRead,
    }));
});

describe('peers', () => {
  it.each(['ingress', 'egress'] as const)('are pods: %s', (direction) => {
    expect(peerOf(direction, { namespaces: {} })).toEqual({ type: 'pods', namespaceSelector: everything });
    expect(peerOf(direction, { pods: { namespaceSelector: team, podSelector: {} } })).toEqual({
      type: 'pods',
      namespaceSelector: teamRead,
      podSelector: everything,
    });
  });

  it('are networks, nodes and domain names on egress', () => {
    expect(peerOf('egress', { networks: ['10.1.2.3/8', '2001:DB8::/32'] })).toEqual({
      type: 'networks',
      cidrs: [
        { family: 4, prefix: 8, text: '10.0.0.0/8' },
        { family: 6, prefix: 32, text: '2001:db8::/32' },
      ],
    });
    expect(peerOf('egress', { nodes: team })).toEqual({ type: 'nodes', selector: teamRead });
    expect(peerOf('egress', { domainNames: ['*.example.com', 'a.b.'] })).toEqual({
      type: 'domainNames',
      names: ['*.example.com', 'a.b.'],
    });
  });

  it.each([['networks'], ['nodes'], ['domainNames']])('are not %s on ingress', (name) =>
    expect(refusals('ingress', { [name]: {} })).toEqual([`unknown field "*.${name}" @ "${name}"`]),
  );

  it.each<[string, unknown, string]>([
    ['{}', {}, '*: Invalid value: 0: * in body should have at least 1 properties @ {}'],
    ['null', null, '*: Invalid value: 0: * in body should have at least 1 properties @ null'],
    ['sameLabels', { sameLabels: ['a'] }, 'unknown field "*.sameLabels" @ "sameLabels"'],
    ['two kinds', { namespaces: {}, networks: ['::/0'] }, '*: Too many: 2: must have at most 1 items @ "networks"'],
    [
      'no network',
      { networks: [] },
      '*.networks: Invalid value: 0: *.networks in body should have at least 1 items @ []',
    ],
    [
      'no domain name',
      { domainNames: [] },
      '*.domainNames: Invalid value: 0: *.domainNames in body should have at least 1 items @ []',
    ],
  ])('%s is refused', (_, peer, words) => expect(refusals('egress', peer)).toEqual([words]));

  it('are refused where a field of v0.1.1 stands inside `namespaces`', () =>
    expect(refusals('egress', { namespaces: { notSameLabels: ['a'] } })).toEqual([
      'unknown field "*.namespaces.notSameLabels" @ "notSameLabels"',
    ]));

  it.each(['10.0.0.0', '10.0.0.0/33', '010.0.0.0/8', '10.0.0.0/08', '::ffff:10.0.0.0/104', 'any', ''])(
    'are not the network `%s`',
    (text) =>
      expect(refusals('egress', { networks: [text] })).toEqual([
        `*.networks[0]: Invalid value: "${text}": Invalid CIDR format provided @ "${text}"`,
      ]),
  );

  it.each(['com', '*', '*.com', 'a.*.com', 'a..com', '-a.com', 'a.com..', 'https://a.com', ''])(
    'are not the domain name `%s`',
    (name) => {
      const pattern =
        '^(\\*\\.)?([a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.)+[a-zA-Z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\\.?$';
      expect(refusals('egress', { domainNames: [name] })).toEqual([
        `*.domainNames[0]: Invalid value: "${name}": *.domainNames[0] in body should match '${pattern}' @ "${name}"`,
      ]);
    },
  );
});
