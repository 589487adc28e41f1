// Calico's words in a NetworkPolicy of Kubernetes: whose they are, and what to write instead.
import { describe, expect, it } from 'vitest';
import { decodeText, failingFixes, firstFix, manifestOf, stylesOf } from '../testing/decode-text.ts';

const policy = (spec: string, version = 'networking.k8s.io/v1') => manifestOf('NetworkPolicy', spec, version);
const calico =
  "order: 10\nselector: app == 'web'\ntypes: [Ingress]\ningress:\n- action: Deny\n  source: {nets: [10.0.0.0/8]}";

it('a policy all in Calico’s words is one fix from being Calico’s', () => {
  const text = policy(calico);
  expect(decodeText(text).diagnostics.map(({ message }) => message.split(';')[0])).toEqual([
    'unknown field "spec.order"',
    'unknown field "spec.selector"',
    'unknown field "spec.types"',
    'unknown field "spec.ingress[0].action"',
    'unknown field "spec.ingress[0].source"',
  ]);
  const fixed = firstFix(text);
  expect(fixed).toBe(policy(calico, 'projectcalico.org/v3'));
  expect(decodeText(fixed).said).toEqual([]);
  expect(stylesOf(text).flatMap(failingFixes)).toEqual([]);
});

describe('a policy of both', () => {
  it.each([
    [
      'podSelector: {}\norder: 5',
      "It is Calico's: write `apiVersion: projectcalico.org/v3`, or remove it, because Kubernetes policies have no order.",
    ],
    [
      'podSelector: {}\ningress: [{action: Allow}]',
      "It is Calico's: write `apiVersion: projectcalico.org/v3`, or remove it, because rules of Kubernetes only allow.",
    ],
    [
      'podSelector: {}\negress: [{destination: {}}]',
      "It is Calico's: write `apiVersion: projectcalico.org/v3`, or write the peers under `to`.",
    ],
    [
      'podSelector: {}\ningress: [{from: [{podSelector: {}, nets: []}]}]',
      "It is Calico's: write `apiVersion: projectcalico.org/v3`, or write `ipBlock: {cidr: …}`.",
    ],
  ])('%s', (spec, advice) => {
    expect(decodeText(policy(spec)).diagnostics).toMatchObject([{ code: 'unknown-field', gap: 'rejected', advice }]);
    expect(decodeText(policy(spec)).diagnostics[0]?.fixes).toBeUndefined();
  });
});

it('renames `types`', () =>
  expect(firstFix(policy('podSelector: {}\ntypes: [Egress]'))).toBe(policy('podSelector: {}\npolicyTypes: [Egress]')));
