// Tiers without an order, and where they are offered room.
import { expect, it } from 'vitest';
import { fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { tierUnordered as lint } from './tier-unordered.ts';

const tier = (name: string, rest: string): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: ${name} }\n${rest}`;

it('offers a place behind the others', () => {
  const other = tier('other', 'spec: { order: 200 }\n');
  expect(fixedTexts(lint, other + tier('security', 'spec: { defaultAction: Pass }\n'))).toEqual([
    other + tier('security', 'spec: { order: 210, defaultAction: Pass }\n'),
  ]);
});

it('knows a tier without a spec', () =>
  expect(messagesOf(lint, tier('security', ''))).toEqual([expect.stringContaining('is asked last')]));

it.each([tier('default', 'spec: {}\n'), tier('a', 'spec: { order: 0 }\n')])('is silent about %j', (text) =>
  expect(messagesOf(lint, text)).toEqual([]),
);

it('is silent where Calico is not the reading', () =>
  expect(messagesOf(lint, tier('a', ''), { semantics: 'kubernetes' })).toEqual([]));
