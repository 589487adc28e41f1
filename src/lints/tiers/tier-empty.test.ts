// Tiers and the policies in them.
import { expect, it } from 'vitest';
import { messagesOf } from '../../testing/lint-manifests.ts';
import { tierEmpty as lint } from './tier-empty.ts';

const tier = (name: string): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: { name: ${name} }\nspec: { order: 100 }\n`;
const policy = (kind: string, name: string): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: { tier: security, selector: all(), types: [Ingress] }\n`;

it('names it', () =>
  expect(messagesOf(lint, tier('security') + tier('other') + policy('GlobalNetworkPolicy', 'security.p'))).toEqual([
    'No policy in the manifests is in the tier `other`, so it does nothing',
  ]));

it('counts staged policies', () =>
  expect(messagesOf(lint, tier('security') + policy('StagedGlobalNetworkPolicy', 'security.p'))).toEqual([]));
