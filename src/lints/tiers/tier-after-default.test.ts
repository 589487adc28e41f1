// Tiers behind the last one that most policies are in.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf, placesOf } from '../../testing/lint-manifests.ts';
import { tierAfterDefault as lint } from './tier-after-default.ts';

const tier = (order: number, name = 'late'): string =>
  `apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: ${name} }\nspec: { order: ${order} }\n`;

it('points at the order and offers an earlier one', () => {
  expect(placesOf(lint, tier(1_000_001))).toEqual(['1000001']);
  expect(fixedTexts(lint, tier(1_000_001))).toEqual([tier(100)]);
});

it.each([tier(999_999), tier(0), tier(10_000_000, 'kube-baseline')])('is silent about %j', (text) =>
  expect(messagesOf(lint, text)).toEqual([]),
);
