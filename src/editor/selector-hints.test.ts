// The counts beside selectors, written into the text as the editor shows them.
import { expect, it } from 'vitest';
import { cluster } from '../testing/cluster-text.ts';
import { lookupOf } from '../testing/lookup-of.ts';
import { selectorHints } from './selector-hints.ts';

const shop = cluster`
  shop{team=red}: web{app=web}:80*2 db{app=db}:5432
  infra{team=blue}: prometheus{app=prometheus}`;

async function hinted(text: string) {
  const file = { path: 'p.yaml', text };
  const hints = selectorHints((await lookupOf([...shop, file], file.path)).selectors);
  const lines = text.split('\n');
  for (const { line, forms } of hints) lines[line - 1] += ` ${forms[0]}`;
  return lines.filter((line) => line.includes('←')).map((line) => line.trim());
}

const head = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: p\n  namespace: shop\nspec:\n';

it('stands at the last line of each selector', async () =>
  expect(
    await hinted(`${head}  podSelector:
    matchLabels:
      app: web # note
  ingress:
    - from:
        - podSelector: {}
        - namespaceSelector:
            matchExpressions:
              - key: team
                operator: In
                values:
                  - blue
        - namespaceSelector:
          podSelector:
        - namespaceSelector: {matchLabels: {team: red}}
          podSelector: {matchLabels: {app: prometheus}}
  egress:
    - to: [{podSelector: {matchLabels: {app: web}}, namespaceSelector: {}}]`),
  ).toEqual([
    'app: web # note ← 2 pods',
    '- podSelector: {} ← 3 pods',
    '- blue ← 1 namespace, 1 pod',
    '- namespaceSelector: {matchLabels: {team: red}} ← 1 namespace',
    'podSelector: {matchLabels: {app: prometheus}} ← no pods; 1 pod of namespace infra would fit',
    '- to: [{podSelector: {matchLabels: {app: web}}, namespaceSelector: {}}] ← 2 pods · 2 namespaces',
  ]));

it('has shorter ways to say it', async () => {
  const { selectors } = await lookupOf(
    [...shop, { path: 'p.yaml', text: `${head}  podSelector: {matchLabels: {app: wbe}}\n` }],
    'p.yaml',
  );
  expect(selectorHints(selectors).map(({ forms }) => forms)).toEqual([
    ['← no pods; app: web is on 2 pods', '← no pods; app: web?', '← no pods', '← no pods', '← 0'],
  ]);
});

it('leaves out what cannot be read, and keeps the rest', async () =>
  expect(
    await hinted(`${head}  podSelector: {matchLabels: {app: 1}}\n  ingress: [{from: [{podSelector: {}}]}]`),
  ).toEqual(['ingress: [{from: [{podSelector: {}}]}] ← 3 pods']));

it('says what Calico selectors find, and what those that find nothing come near to', async () => {
  const calico = 'apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec:\n';
  expect(
    await hinted(`${calico}  selector: app == 'wbe'
  ingress:
    - action: Allow
      source:
        selector: app in {'web', 'db'}
        namespaceSelector: team == 'red'
`),
  ).toEqual([
    "selector: app == 'wbe' ← no pods; app == 'web' is on 2 pods",
    "selector: app in {'web', 'db'} ← 3 pods",
    "namespaceSelector: team == 'red' ← 1 namespace",
  ]);
});
