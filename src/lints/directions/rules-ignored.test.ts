// Rules of both families of policies in a direction that is left out.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { rulesIgnored } from './rules-ignored.ts';

const kubernetes = (types: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec:\n  podSelector: {}\n  policyTypes: ${types}\n  egress: [{}]\n`;

it('counts the rules and gives the direction back', () => {
  const bad = rulesIgnored.docs.bad.replace(
    '    - action: Allow\n      protocol',
    '    - action: Deny\n    - action: Allow\n      protocol',
  );
  expect(messagesOf(rulesIgnored, bad)).toEqual([
    'The 2 egress rules are ignored: `types` is [Ingress], so the policy does not govern egress',
  ]);
  expect(fixedTexts(rulesIgnored, bad)).toEqual([bad.replace('[Ingress]', '[Ingress, Egress]')]);
});

it('knows policies of Kubernetes', () => {
  expect(messagesOf(rulesIgnored, kubernetes('[Ingress]'))).toEqual([
    'The egress rule is ignored: `policyTypes` is [Ingress], so the policy does not govern egress',
  ]);
  expect(fixedTexts(rulesIgnored, kubernetes('[Ingress]'))).toEqual([kubernetes('[Ingress, Egress]')]);
});

it.each(['[Egress]', '[]'])('is silent where policyTypes are %s', (types) =>
  expect(messagesOf(rulesIgnored, kubernetes(types))).toEqual([]),
);
