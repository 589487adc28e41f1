// StagedNetworkPolicy manifests and what each view of staged policies makes of them.
import { expect, it } from 'vitest';
import { compileManifest } from '../../testing/draw-policy.ts';
import { stagedNetworkPolicy } from './staged-network-policy.ts';

const manifest =
  'apiVersion: projectcalico.org/v3\nkind: StagedNetworkPolicy\nmetadata: {name: p, namespace: x}\nspec: {tier: t, order: 2}\n';

it.each([
  ['calico-3.32', 'calico', 'StagedNetworkPolicy/x/p', 'StagedNetworkPolicy', 'p/x/StagedNetworkPolicy'],
  ['calico-3.31', 'calico', 'StagedNetworkPolicy/x/p', 'StagedNetworkPolicy', 'x/staged:t.p'],
  ['calico-3.32', 'promoted', 'CalicoNetworkPolicy/x/p', 'CalicoNetworkPolicy', 'p/x/NetworkPolicy'],
  ['calico-3.31', 'promoted', 'CalicoNetworkPolicy/x/p', 'CalicoNetworkPolicy', 'x/t.p'],
] as const)('%s, %s: %s', (semantics, pending, id, kind, tieBreak) => {
  const [policy, ...others] = compileManifest(stagedNetworkPolicy, manifest, { semantics, pending });
  expect(policy).toMatchObject({ id, kind, tieBreak, staged: true });
  expect(`${policy?.tier} ${policy?.order}`).toBe('t 2');
  expect(others).toEqual([]);
});
