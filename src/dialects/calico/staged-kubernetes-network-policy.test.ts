// StagedKubernetesNetworkPolicy manifests and what each view of staged policies makes of them.
import { expect, it } from 'vitest';
import { compileManifest } from '../../testing/draw-policy.ts';
import { stagedKubernetesNetworkPolicy } from './staged-kubernetes-network-policy.ts';

const manifest =
  'apiVersion: projectcalico.org/v3\nkind: StagedKubernetesNetworkPolicy\nmetadata: {name: p, namespace: x}\nspec: {podSelector: {}}\n';

it.each([
  [
    'calico-3.32',
    'calico',
    'StagedKubernetesNetworkPolicy/x/p',
    'StagedKubernetesNetworkPolicy',
    'p/x/StagedKubernetesNetworkPolicy',
  ],
  [
    'calico-3.31',
    'calico',
    'StagedKubernetesNetworkPolicy/x/p',
    'StagedKubernetesNetworkPolicy',
    'x/staged:knp.default.p',
  ],
  ['calico-3.32', 'promoted', 'NetworkPolicy/x/p', 'NetworkPolicy', 'p/x/KubernetesNetworkPolicy'],
  ['calico-3.31', 'promoted', 'NetworkPolicy/x/p', 'NetworkPolicy', 'x/knp.default.p'],
] as const)('%s, %s: %s', (semantics, pending, id, kind, tieBreak) => {
  const [policy, ...others] = compileManifest(stagedKubernetesNetworkPolicy, manifest, { semantics, pending });
  expect(policy).toMatchObject({ id, kind, tieBreak, staged: true });
  expect(`${policy?.tier} ${policy?.order}`).toBe('default 1000');
  expect(others).toEqual([]);
});
