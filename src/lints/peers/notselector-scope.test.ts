// Whom a lone notSelector means.
import { expect, it } from 'vitest';
import { messagesOf, placesOf, pod } from '../../testing/lint-manifests.ts';
import { notselectorScope as lint } from './notselector-scope.ts';

const policy = (source: string, kind = 'NetworkPolicy'): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: p${kind === 'NetworkPolicy' ? ', namespace: shop' : ''} }\nspec:\n  selector: all()\n  types: [Ingress]\n  ingress: [{ action: Allow, source: { ${source} } }]\n`;
const alone = "notSelector: app == 'batch'";

it('names those it means, as far as they are known', () => {
  const pods = pod('shop/web') + pod('shop/batch', { app: 'batch' }) + pod('ops/agent');
  expect(messagesOf(lint, policy(alone) + pods)).toEqual([
    '`notSelector` alone means the other objects of shop (shop/web), not addresses outside or pods of other namespaces',
  ]);
  expect(messagesOf(lint, policy(alone))).toEqual([expect.stringContaining('objects of shop, not')]);
  expect(placesOf(lint, policy(alone))).toEqual(["app == 'batch'"]);
});

it.each([
  policy(alone, 'GlobalNetworkPolicy'),
  policy(`${alone}, selector: all()`),
  policy(`${alone}, namespaceSelector: all()`),
])('is silent about %j', (text) => expect(messagesOf(lint, text)).toEqual([]));
