// StagedKubernetesNetworkPolicy: the spec of Kubernetes and what shall become of it.
import { expect, it } from 'vitest';
import { decodeText, manifestOf } from '../../testing/decode-text.ts';

const staged = (spec: string) => decodeText(manifestOf('StagedKubernetesNetworkPolicy', spec));

it('reads a policy of Kubernetes', () => {
  const { resources, said } = staged('podSelector: {matchLabels: {app: web}}\ningress: [{from: [{podSelector: {}}]}]');
  expect(said).toEqual([]);
  expect(resources).toMatchObject([
    {
      kind: 'StagedKubernetesNetworkPolicy',
      stagedAction: 'Set',
      spec: { podSelector: { requirements: [{ key: 'app' }] }, ingress: [{ peers: [{ type: 'pods' }] }] },
    },
  ]);
});

it.each([
  ['selector: all()', 'unknown field "spec.selector" @ selector'],
  [
    'stagedAction: Delete\npodSelector: {matchLabels: {a: b}}',
    'spec: Spec fields should all be zero-value if stagedAction is Delete @ podSelector',
  ],
])('refuses %s', (spec, problem) => expect(staged(spec).said).toEqual([`error: ${problem}`]));

it('takes a deletion', () =>
  expect(staged('stagedAction: Delete').resources).toMatchObject([{ stagedAction: 'Delete' }]));
