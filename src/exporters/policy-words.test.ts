// Kinds, names and reasons as people read them.
import { expect, it } from 'vitest';
import { groupSkipped, policyWords } from './policy-words.ts';

it.each([
  ['CalicoNetworkPolicy', 'shop', 'Calico NetworkPolicy shop/web'],
  ['NetworkPolicy', 'shop', 'NetworkPolicy shop/web'],
  ['GlobalNetworkPolicy', '', 'GlobalNetworkPolicy web'],
])('%s in "%s": %s', (kind, namespace, words) => expect(policyWords({ kind, namespace, name: 'web' })).toBe(words));

it('groups policies that were not asked by the reason', () => {
  const steps = (['staged', 'not-selected', 'after-decision', 'not-selected'] as const).map((skip) => ({ skip }));
  expect(groupSkipped(steps).map(({ words }) => words)).toEqual([
    '2 do not select it',
    '1 comes after the decision',
    '1 is staged',
  ]);
});
