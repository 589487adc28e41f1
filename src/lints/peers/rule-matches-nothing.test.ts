// Conditions that never meet, sets that are empty, and what may only lack objects in the manifests.
import { expect, it } from 'vitest';
import { findingsOf, messagesOf, pod, problemsIn } from '../../testing/lint-manifests.ts';
import { ruleMatchesNothing as lint } from './rule-matches-nothing.ts';

const calico = (source: string, kind = 'NetworkPolicy'): string =>
  `apiVersion: projectcalico.org/v3\nkind: ${kind}\nmetadata: { name: web${kind === 'NetworkPolicy' ? ', namespace: shop' : ''} }\nspec: { selector: app == 'web', types: [Ingress], ingress: [{ action: Allow, source: { ${source} } }] }\n`;
const set = (nets: string) =>
  `---\n{ apiVersion: projectcalico.org/v3, kind: NetworkSet, metadata: { name: partners, namespace: shop, labels: { role: partner } }, spec: { nets: [${nets}] } }\n`;
const pods =
  pod('shop/web', { app: 'web', tier: 'front' }) +
  pod('shop/db', { app: 'db', tier: 'back' }) +
  pod('ops/agent', { app: 'agent' });

it.each([
  [
    'two labels',
    calico("selector: app == 'agent' && tier == 'back'", 'GlobalNetworkPolicy'),
    'there are pods for each of its conditions, and none for all of them together',
  ],
  [
    'a namespace and a label',
    calico("namespaceSelector: projectcalico.org/name == 'ops', selector: app == 'db'"),
    'there are pods for each of its conditions, and none for all of them together',
  ],
  ['an empty set', calico("selector: role == 'partner'") + set(''), '`partners` has no addresses'],
])('says why: %s', (_, text, why) =>
  expect(messagesOf(lint, text + pods)).toEqual([`Ingress rule 1 matches nothing: ${why}`]),
);

it.each([
  ['a label that nobody has', calico("selector: app == 'none'", 'GlobalNetworkPolicy')],
  ['a namespace without pods', calico("namespaceSelector: projectcalico.org/name == 'new', selector: app == 'db'")],
  ['a set with addresses', calico("selector: role == 'partner'") + set('203.0.113.0/24')],
  ['what is in another namespace, which is told as that', calico("selector: app == 'agent'")],
  [
    'a policy for nobody',
    calico("selector: app == 'agent' && tier == 'back'", 'GlobalNetworkPolicy').replace("app == 'web'", "app == 'no'"),
  ],
])('is silent about %s', (_, text) => expect(findingsOf(lint, text + pods)).toEqual([]));

it('tells nothing that another lint tells', async () => {
  const texts = [calico("selector: app == 'agent'"), calico("selector: app == 'none'", 'GlobalNetworkPolicy')];
  for (const text of texts) {
    const codes = (await problemsIn(text + pods)).map(({ code }) => code);
    expect(codes).not.toContain('rule-matches-nothing');
    expect(codes.some((code) => code === 'ns-scope-surprise' || code === 'selector-unknown-label')).toBe(true);
  }
});
