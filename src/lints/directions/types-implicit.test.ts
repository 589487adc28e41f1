// What Calico fills in for `types`, and when there is nothing to say.
import { describe, expect, it } from 'vitest';
import { fixedTexts, messagesOf, placesOf } from '../../testing/lint-manifests.ts';
import { typesImplicit } from './types-implicit.ts';

const policy = (spec: string, apiVersion = 'projectcalico.org/v3', kind = 'NetworkPolicy'): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: p, namespace: shop }\nspec:\n  selector: all()\n${spec}`;
const rule = ' [{ action: Allow }]\n';

describe('types-implicit', () => {
  it.each([
    ['', '[Ingress], because it has no rules at all'],
    [`  ingress:${rule}`, '[Ingress], because it has ingress rules only'],
    [`  egress:${rule}`, '[Egress], because it has egress rules only'],
    [`  ingress:${rule}  egress:${rule}`, '[Ingress, Egress], because it has rules of both kinds'],
  ])('tells what %j means', (spec, meaning) =>
    expect(messagesOf(typesImplicit, policy(spec))).toEqual([expect.stringContaining(meaning)]),
  );

  it('offers what is meant now, and both directions', () => {
    expect(placesOf(typesImplicit, policy(''))).toEqual(['spec']);
    const before = policy('').replace('  selector: all()\n', '');
    expect(fixedTexts(typesImplicit, policy(''))).toEqual([
      `${before}  types: [Ingress]\n  selector: all()\n`,
      `${before}  types: [Ingress, Egress]\n  selector: all()\n`,
    ]);
  });

  it.each([
    ['what reading has said', policy('  egress: []\n')],
    ['the storage form, which fills in nothing', policy('', 'crd.projectcalico.org/v1')],
    ['Kubernetes', policy('', 'networking.k8s.io/v1').replace('selector: all()', 'podSelector: {}')],
    [
      'a staged deletion',
      'apiVersion: projectcalico.org/v3\nkind: StagedNetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: { stagedAction: Delete }\n',
    ],
  ])('is silent about %s', (_, text) => expect(messagesOf(typesImplicit, text)).toEqual([]));

  it('is silent where Calico is not the reading', () =>
    expect(messagesOf(typesImplicit, policy(''), { semantics: 'kubernetes' })).toEqual([]));
});
