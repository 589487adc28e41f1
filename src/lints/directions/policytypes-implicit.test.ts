// What leaving out policyTypes comes to.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf, pod } from '../../testing/lint-manifests.ts';
import { policytypesImplicit as lint } from './policytypes-implicit.ts';

const policy = (spec: string, kind = 'NetworkPolicy'): string =>
  `{apiVersion: ${kind === 'NetworkPolicy' ? 'networking.k8s.io/v1' : 'projectcalico.org/v3'}, kind: ${kind}, metadata: {name: p, namespace: shop}, spec: {${spec}}}\n`;

it.each([
  ['podSelector: {}, egress: [{}]', 'warning', 'governs ingress as well', '[Egress]', '[Ingress, Egress]'],
  ['podSelector: {}, egress: []', 'warning', 'leaves egress open', '[Ingress, Egress]', '[Ingress]'],
  ['podSelector: {}', 'info', 'leaves egress open', '[Ingress, Egress]', '[Ingress]'],
])('%s: %s', (spec, severity, message, meant, taken) => {
  const [found] = findingsOf(lint, policy(spec));
  expect(found?.severity ?? lint.severity).toBe(severity);
  expect(found?.message).toContain(message);
  expect(fixedTexts(lint, policy(spec))).toEqual(
    [meant, taken].map((types) => policy(`policyTypes: ${types}, ${spec}`)),
  );
  expect(found?.fixes?.map(({ safe }) => safe === true)).toEqual([false, true]);
});

it('takes it lightly where others govern ingress anyway', () => {
  const deny = `---\n${policy('podSelector: {}, policyTypes: [Ingress]').replace('name: p', 'name: deny')}${pod('shop/web')}`;
  expect(findingsOf(lint, policy('podSelector: {}, egress: [{}]') + deny).map(({ severity }) => severity)).toEqual([
    'info',
  ]);
});

it('knows staged policies', () =>
  expect(messagesOf(lint, policy('podSelector: {}, egress: [{}]', 'StagedKubernetesNetworkPolicy'))).toHaveLength(1));

it.each([
  'podSelector: {}, ingress: [{}]',
  'podSelector: {}, ingress: []',
  'podSelector: {}, ingress: [], egress: [{}]',
  'podSelector: {}, policyTypes: [Egress], egress: [{}]',
])('is silent about %s', (spec) => expect(messagesOf(lint, policy(spec))).toEqual([]));
