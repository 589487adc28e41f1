// StagedGlobalNetworkPolicy manifests and what each view of staged policies makes of them.
import { expect, it } from 'vitest';
import { compileManifest } from '../../testing/draw-policy.ts';
import { stagedGlobalNetworkPolicy } from './staged-global-network-policy.ts';

const manifest =
  'apiVersion: projectcalico.org/v3\nkind: StagedGlobalNetworkPolicy\nmetadata: {name: p}\nspec: {tier: t, order: 2}\n';

it.each([
  [
    'calico-3.32',
    'calico',
    'StagedGlobalNetworkPolicy//p',
    'StagedGlobalNetworkPolicy',
    'p//StagedGlobalNetworkPolicy',
  ],
  ['calico-3.31', 'calico', 'StagedGlobalNetworkPolicy//p', 'StagedGlobalNetworkPolicy', 'staged:t.p'],
  ['calico-3.32', 'promoted', 'GlobalNetworkPolicy//p', 'GlobalNetworkPolicy', 'p//GlobalNetworkPolicy'],
  ['calico-3.31', 'promoted', 'GlobalNetworkPolicy//p', 'GlobalNetworkPolicy', 't.p'],
] as const)('%s, %s: %s', (semantics, pending, id, kind, tieBreak) => {
  const [policy, ...others] = compileManifest(stagedGlobalNetworkPolicy, manifest, { semantics, pending });
  expect(policy).toMatchObject({ id, kind, tieBreak, staged: true });
  expect(`${policy?.tier} ${policy?.order}`).toBe('t 2');
  expect(others).toEqual([]);
});
