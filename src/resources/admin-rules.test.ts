// Rules of admin policies: what is read, and which combinations are refused.
import { expect, it } from 'vitest';
import { adminPolicyWith, adminSpecOf, rejectionsOf } from '../testing/decode-json.ts';

const allPods = { namespaces: {} };
const withSpec = (changes: object) =>
  adminPolicyWith('AdminNetworkPolicy', { priority: 1, subject: allPods, ...changes });
const egress = (rule: object) => withSpec({ egress: [{ action: 'Allow', to: [allPods], ...rule }] });

it('reads rules in order, with their names', () => {
  const { ingress } = adminSpecOf(
    withSpec({
      ingress: [
        { name: 'first', action: 'Pass', from: [allPods] },
        { action: 'Deny', from: [allPods, allPods] },
      ],
    }),
  );
  const pods = { type: 'pods', namespaceSelector: { requirements: [] } };
  expect(ingress).toEqual([
    { name: 'first', action: 'Pass', peers: [pods], ports: [] },
    { action: 'Deny', peers: [pods, pods], ports: [] },
  ]);
});

it.each([undefined, null, []])('reads no rules from %j', (rules) =>
  expect(adminSpecOf(withSpec({ ingress: rules, egress: rules }))).toMatchObject({ ingress: [], egress: [] }),
);

it.each<[string, object, ...string[]]>([
  ['no action', egress({ action: undefined }), 'spec.egress[0].action: Required value @ {"to": [{"namespaces": {}}]}'],
  ['no peers', egress({ to: undefined }), 'spec.egress[0].to: Required value @ {"action": "Allow"}'],
  [
    'an empty rule',
    withSpec({ ingress: [{}] }),
    'spec.ingress[0].action: Required value @ {}',
    'spec.ingress[0].from: Required value @ {}',
  ],
  ['from on egress', egress({ from: [] }), 'unknown field "spec.egress[0].from" @ "from"'],
  ['protocols of v1alpha2', egress({ protocols: [] }), 'unknown field "spec.egress[0].protocols" @ "protocols"'],
])('refuses %s', (_, policy, ...words) => expect(rejectionsOf(policy)).toEqual(words));

it.each([
  ['networks', { networks: ['10.0.0.0/8'] }],
  ['nodes', { nodes: {} }],
  ['domainNames', { domainNames: ['a.com'] }],
])('refuses %s with a named port', (_, peer) => {
  const kinds = 'networks/nodes/domainNames';
  expect(rejectionsOf(egress({ to: [allPods, peer], ports: [{ namedPort: 'web' }] }))).toEqual([
    expect.stringMatching(
      `^spec.egress.0.: Invalid value: ${kinds} peer cannot be set with namedPorts since there are no namedPorts for ${kinds} @ `,
    ),
  ]);
  expect(rejectionsOf(egress({ to: [allPods, peer], ports: [{ portNumber: { port: 80 } }] }))).toEqual([]);
});

it.each(['Deny', 'Pass'])('refuses %s of domain names', (action) =>
  expect(rejectionsOf(egress({ action, to: [{ domainNames: ['a.com'] }] }))).toEqual([
    expect.stringMatching(/^spec\.egress\[0\]: Forbidden: domainNames are only supported .* action Allow @ /),
  ]),
);
