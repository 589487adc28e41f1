// Rules that are written twice, however they are written.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { identicalRules as lint } from './identical-rules.ts';
import { shadowedRule } from './shadowed-rule.ts';
import { unreachableAfterCatchAll } from './unreachable-after-catch-all.ts';

const policy = (...rules: readonly string[]): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: p }\nspec:\n  types: [Egress]\n  egress:\n${rules.map((rule) => `    - ${rule}\n`).join('')}`;
const dns = '{ action: Allow, protocol: UDP, destination: { ports: [53] } }';

it('removes the second, and leaves the others', () => {
  const text = policy(
    dns,
    '{ action: Allow, protocol: TCP }',
    'action: Allow\n      protocol: 17\n      destination:\n        ports: [53]',
  );
  expect(messagesOf(lint, text)).toEqual(['Egress rule 3 says the same as rule 1 and adds nothing']);
  expect(fixedTexts(lint, text)).toEqual([policy(dns, '{ action: Allow, protocol: TCP }')]);
});

it('knows rules of Kubernetes, in brackets', () => {
  const text = (rules: string): string =>
    `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: a}, spec: {podSelector: {}, ingress: [${rules}]}}`;
  const rule = '{ports: [{port: 80}]}';
  expect(fixedTexts(lint, text(`${rule}, {ports: [{port: 81}]}, ${rule}`))).toEqual([
    text(`${rule}, {ports: [{port: 81}]}`),
  ]);
});

it('says that Log logs twice', () =>
  expect(messagesOf(lint, policy('action: Log', 'action: Log'))).toEqual([
    expect.stringContaining('logs the same packets once more'),
  ]));

it('is the only one to speak of it', () => {
  for (const text of [policy(dns, dns), policy('action: Allow', 'action: Allow')]) {
    expect(messagesOf(lint, text)).toHaveLength(1);
    expect([...messagesOf(shadowedRule, text), ...messagesOf(unreachableAfterCatchAll, text)]).toEqual([]);
  }
});

it('is silent about rules of another action', () =>
  expect(messagesOf(lint, policy('action: Deny', 'action: Allow'))).toEqual([]));
