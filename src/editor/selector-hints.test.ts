// The counts beside selectors, written into the text as the editor shows them.
import { expect, it } from 'vitest';
import { LineIndex } from '../documents/line-index.ts';
import { readDocuments } from '../documents/read-documents.ts';
import { cluster } from '../testing/cluster-text.ts';
import { reportOf } from '../testing/report-of.ts';
import { selectorHints } from './selector-hints.ts';

const shop = cluster`
  shop{team=red}: web{app=web}:80*2 db{app=db}:5432
  infra{team=blue}: prometheus{app=prometheus}`;

async function hinted(text: string) {
  const file = { path: 'p.yaml', text };
  const hints = selectorHints(readDocuments(file).documents, new LineIndex(text), await reportOf([...shop, file]));
  const lines = text.split('\n');
  for (const { line, text: hint } of hints) lines[line - 1] += ` ${hint}`;
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
    'podSelector: {matchLabels: {app: prometheus}} ← 0 pods',
    '- to: [{podSelector: {matchLabels: {app: web}}, namespaceSelector: {}}] ← 2 pods · 2 namespaces',
  ]));

it('leaves out what cannot be read, and keeps the rest', async () =>
  expect(
    await hinted(`${head}  podSelector: {matchLabels: {app: 1}}\n  ingress: [{from: [{podSelector: {}}]}]`),
  ).toEqual(['ingress: [{from: [{podSelector: {}}]}] ← 3 pods']));
