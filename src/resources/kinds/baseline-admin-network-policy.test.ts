// BaselineAdminNetworkPolicy: where it differs from AdminNetworkPolicy.
import { expect, it } from 'vitest';
import { adminPolicyWith, adminSpecOf, rejectionsOf } from '../../testing/decode-json.ts';

const kind = 'BaselineAdminNetworkPolicy';
const allPods = { namespaces: {} };
const policy = (changes: object = {}, name = 'default') =>
  adminPolicyWith(kind, { subject: allPods, ...changes }, name);

it('is read, alone in its tier', () =>
  expect(adminSpecOf(policy())).toMatchObject({ tier: 'Baseline', priority: 0, ingress: [], egress: [] }));

it('must be called default', () =>
  expect(rejectionsOf(policy({}, 'mine'))).toEqual([
    'metadata.name: Invalid value: "mine": Only one baseline admin network policy with metadata.name="default" can be created in the cluster @ "mine"',
  ]));

it.each<[string, object, string]>([
  ['priority', { priority: 1 }, 'unknown field "spec.priority" @ "priority"'],
  [
    'action Pass',
    { ingress: [{ action: 'Pass', from: [allPods] }] },
    'spec.ingress[0].action: Unsupported value: "Pass": supported values: "Allow", "Deny" @ "Pass"',
  ],
  [
    'domain names',
    { egress: [{ action: 'Allow', to: [{ domainNames: ['a.com'] }] }] },
    'unknown field "spec.egress[0].to[0].domainNames" @ "domainNames"',
  ],
])('has no %s', (_, changes, words) => expect(rejectionsOf(policy(changes))).toEqual([words]));

it('has networks and nodes on egress, but not with named ports', () => {
  const rule = { action: 'Deny', to: [{ networks: ['::/0'] }, { nodes: {} }] };
  expect(adminSpecOf(policy({ egress: [rule] })).egress[0]?.peers.map((peer) => peer.type)).toEqual([
    'networks',
    'nodes',
  ]);
  expect(rejectionsOf(policy({ egress: [{ ...rule, ports: [{ namedPort: 'a' }] }] }))[0]).toMatch(
    'networks/nodes peer cannot be set with namedPorts since there are no namedPorts for networks/nodes @',
  );
});
