// AdminNetworkPolicy: its own fields and words.
import { expect, it } from 'vitest';
import { adminPolicyWith, adminSpecOf, decodeJson, rejectionsOf } from '../../testing/decode-json.ts';

const kind = 'AdminNetworkPolicy';
const spec = { priority: 7, subject: { namespaces: {} } };
const ruled = (action: unknown) =>
  adminPolicyWith(kind, { ...spec, ingress: [{ action, from: [{ namespaces: {} }] }] });

it('is read', () => {
  const [policy] = decodeJson(adminPolicyWith(kind, spec, 'p')).resources;
  expect(policy).toMatchObject({ kind, meta: { name: 'p', namespace: '' }, spec: { tier: 'Admin', priority: 7 } });
});

it('may have a status', () =>
  expect(rejectionsOf({ ...adminPolicyWith(kind, spec), status: { conditions: [] } })).toEqual([]));

it.each(['Allow', 'Deny', 'Pass'])('has the action %s', (action) =>
  expect(adminSpecOf(ruled(action)).ingress[0]?.action).toBe(action),
);

it.each(['Accept', 'deny', 'Log', ''])('has no action %j', (action) =>
  expect(rejectionsOf(ruled(action))).toEqual([
    `spec.ingress[0].action: Unsupported value: "${action}": supported values: "Allow", "Deny", "Pass" @ "${action}"`,
  ]),
);

it('has no tier', () =>
  expect(rejectionsOf(adminPolicyWith(kind, { ...spec, tier: 'Admin' }))).toEqual([
    'unknown field "spec.tier" @ "tier"',
  ]));

it('says what follows when it is refused', () => {
  const [diagnostic] = decodeJson(adminPolicyWith(kind, {}, 'p')).diagnostics;
  expect(diagnostic).toMatchObject({ gap: 'rejected', object: 'AdminNetworkPolicy p' });
  expect(diagnostic?.message).toMatch(
    /rejects the AdminNetworkPolicy, so it counts as absent, and its rules decide nothing$/,
  );
});

it('is not served in v1alpha2', () => {
  const [diagnostic] = decodeJson({
    ...adminPolicyWith(kind, spec),
    apiVersion: 'policy.networking.k8s.io/v1alpha2',
  }).diagnostics;
  expect(diagnostic?.advice).toBe('Write `apiVersion: policy.networking.k8s.io/v1alpha1`.');
});
