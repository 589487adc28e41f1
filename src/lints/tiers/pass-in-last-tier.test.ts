// Where a Pass leads.
import { expect, it } from 'vitest';
import { messagesOf, pod } from '../../testing/lint-manifests.ts';
import { passInLastTier as lint } from './pass-in-last-tier.ts';

const policy = (spec: string): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: { ${spec}, types: [Ingress], ingress: [{ action: Pass }] }\n`;
const tier = '---\napiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: security }\nspec: { order: 100 }\n';
const kubernetes = (direction: string): string =>
  `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: k, namespace: shop }\nspec: { podSelector: {}, policyTypes: [${direction}] }\n`;
const web = pod('shop/web');

it('is an Allow where no later tier has a say', () => {
  const found = [expect.stringContaining('`Pass` allows the pods among it what rule 1 matches')];
  expect(messagesOf(lint, policy('selector: all()') + web)).toEqual(found);
  expect(messagesOf(lint, tier + policy('selector: all(), tier: security') + kubernetes('Egress') + web)).toEqual(
    found,
  );
});

it('is silent where one has', () =>
  expect(messagesOf(lint, tier + policy('selector: all(), tier: security') + kubernetes('Ingress') + web)).toEqual([]));

it('is silent where nothing is selected', () =>
  expect(messagesOf(lint, policy("selector: app == 'x'") + web)).toEqual([]));
