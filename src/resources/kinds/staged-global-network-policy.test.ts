// StagedGlobalNetworkPolicy: the spec of the enforced kind and what shall become of it.
import { expect, it } from 'vitest';
import { decodeText, manifestOf } from '../../testing/decode-text.ts';

it('reads what a global policy has', () => {
  const text = manifestOf(
    'StagedGlobalNetworkPolicy',
    'stagedAction: Set\nnamespaceSelector: has(team)\ntypes: [Egress]',
  );
  const { resources, said } = decodeText(text);
  expect(said).toEqual([]);
  expect(resources).toMatchObject([
    {
      kind: 'StagedGlobalNetworkPolicy',
      stagedAction: 'Set',
      spec: { types: ['Egress'], namespaceSelector: { text: 'has(team)' } },
    },
  ]);
});

it('refuses what a global policy must not be', () => {
  const text = manifestOf('StagedGlobalNetworkPolicy', 'preDNAT: true');
  expect(decodeText(text).resources).toEqual([]);
});
