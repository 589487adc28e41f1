// Which policies read as if they only added something, and when they do more.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { egressOnlyBecomesDefaultDeny as lint } from './egress-only-becomes-default-deny.ts';

const rule = 'protocol: UDP, destination: { ports: [53] }';
const policy = (
  spec: string,
  { kind = 'GlobalNetworkPolicy', name = 'dns', rules = `[{ action: Allow, ${rule} }]` } = {},
): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nspec:\n  ${spec}\n  egress: ${rules}\n`;
const pods = pod('shop/web', { app: 'web' }) + pod('shop/db', { app: 'db' });

it('names whom it closes, and offers to pass on', () => {
  const text = policy('selector: all()') + pods;
  expect(messagesOf(lint, text)).toEqual([
    'No other policy governs the egress of 2 pods (shop/db and shop/web), so this one closes it: what its rules do not allow is denied at the end of the tier `default`',
  ]);
  const [passing, moved] = fixedTexts(lint, text);
  expect(passing).toBe(text.replace(' }]\n', ' }, { action: Pass }]\n'));
  expect(messagesOf(lint, moved ?? '')).toEqual([]);
});

it('leaves out whom another policy governs anyway', () => {
  const other = `---\n${policy("selector: app == 'db'\n  types: [Ingress, Egress]", { name: 'db' })}`;
  expect(messagesOf(lint, policy('selector: all()') + other + pods)).toEqual([
    expect.stringContaining('1 pod (shop/web)'),
  ]);
});

it('takes a namespaced policy for an addition where it is about DNS alone', () => {
  const kind = 'NetworkPolicy';
  expect(findingsOf(lint, policy('selector: all()', { kind }) + pods)).toHaveLength(1);
  const rules = `[{ action: Allow, ${rule} }, { action: Allow, protocol: TCP, destination: { ports: [5432] } }]`;
  expect(findingsOf(lint, policy('selector: all()', { kind, rules }) + pods)).toEqual([]);
});

it.each([
  ['both directions', policy('types: [Ingress, Egress]')],
  ['a name that says deny', policy('types: [Egress]', { name: 'default-deny-egress' })],
  ['a Deny rule', policy('types: [Egress]', { rules: '[{ action: Deny, protocol: ICMP }]' })],
  ['no rule', policy('types: [Egress]', { rules: '[]' })],
  ['a last rule Pass', policy('types: [Egress]', { rules: `[{ action: Allow, ${rule} }, { action: Pass }]` })],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));

it('is silent in a tier that passes', () => {
  const tier =
    '---\n{ apiVersion: projectcalico.org/v3, kind: Tier, metadata: { name: early }, spec: { order: 1, defaultAction: Pass } }\n';
  expect(findingsOf(lint, policy('tier: early') + tier + pods)).toEqual([]);
  expect(findingsOf(lint, policy('tier: early') + tier.replace('Pass', 'Deny') + pods)).toHaveLength(1);
});
