// Which policies of Deny rules close more than they say, and whom.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { denyOnlyClosesAll as lint } from './deny-only-closes-all.ts';

const deny = 'action: Deny, destination: { nets: [203.0.113.0/24] }';
const policy = (spec: string, name = 'block-feed'): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: ${name} }\nspec:\n  namespaceSelector: all()\n  ${spec}\n`;
const egress = (rules: string): string => `types: [Egress]\n  egress: [${rules}]`;
const pods = pod('shop/web') + pod('ops/agent');
const tier = (action: string) =>
  `---\n{ apiVersion: projectcalico.org/v3, kind: Tier, metadata: { name: early }, spec: { order: 5, defaultAction: ${action} } }\n`;

it('says whom it closes, and moves to a tier that passes', () => {
  const text = policy(egress(`{ ${deny} }`)) + pods;
  expect(messagesOf(lint, text)).toEqual([
    'Its rules deny some egress, and the end of the tier `default` denies all the rest of 2 pods (ops/agent and shop/web): no other policy of the tier allows them any',
  ]);
  expect(fixedTexts(lint, text)[0]).toMatch(
    /tier: security\n[\s\S]*kind: Tier\nmetadata:\n {2}name: security\nspec:\n {2}order: 100\n {2}defaultAction: Pass\n$/,
  );
});

it('takes a tier that is there', () => {
  const text = policy(egress(`{ ${deny} }`)) + tier('Pass') + pods;
  expect(fixedTexts(lint, text)[0]).toContain('  tier: early\n');
  expect(fixedTexts(lint, policy(egress(`{ ${deny} }`)) + tier('Deny') + pods)[0]).toContain('tier: security\n');
});

it('speaks of whom no other policy governs', () => {
  const other =
    '---\n{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: own, namespace: shop }, spec: { podSelector: {}, policyTypes: [Egress] } }\n';
  expect(messagesOf(lint, policy(egress(`{ ${deny} }`)) + other + pods)).toEqual([
    expect.stringContaining('1 pod (ops/agent)'),
  ]);
});

it.each([
  ['an Allow beside', policy(egress(`{ ${deny} }, { action: Allow }`))],
  ['a Deny of everything', policy(egress('{ action: Deny }'))],
  ['no rules', policy(egress(''))],
  ['a name that means it', policy(egress(`{ ${deny} }`), 'default-deny')],
  ['a tier of its own', policy(`tier: early\n  ${egress(`{ ${deny} }`)}`) + tier('Pass')],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));
