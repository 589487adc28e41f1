// What is said about the place marked `|`.
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { cluster } from '../testing/cluster-text.ts';
import { hostileNames } from '../testing/hostile-names.ts';
import { lookupOf } from '../testing/lookup-of.ts';
import { hoverContent } from './hover-content.ts';
import { selectorAt } from './selector-words.ts';

const shop = cluster`
  shop{team=red}: web{app=web,tier=front}:80*2 db{app=db}:5432
  infra{team=blue}: prometheus{app=prometheus}`;

const head = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: p\n  namespace: shop\nspec:\n';

async function hoverOn(drawn: string, manifests = shop) {
  const text = head + drawn.replace('|', '');
  const file = { path: 'policy.yaml', text };
  const offset = head.length + drawn.indexOf('|');
  const lookup = await lookupOf([...manifests, file], file.path, (one) => selectorAt(one.selectors, offset)?.id);
  const selector = selectorAt(lookup.selectors, offset);
  const content = hoverContent(readDocuments(file).documents, offset, selector, lookup.found);
  return (
    content && { on: text.slice(content.span.start, content.span.end), says: content.paragraphs.slice(1).join(' ') }
  );
}

describe('hoverContent', () => {
  it.each<[string, string, string]>([
    [
      'subject',
      '  pod|Selector:\n    matchLabels:\n      app: web',
      '**Applies to 2 pods**: - shop\\/Deployment\\/web ×2',
    ],
    ['all pods', '  podSelector|: {}', '**Applies to 3 pods**: - shop\\/Pod\\/db\n- shop\\/Deployment\\/web ×2'],
    [
      'own namespace',
      '  ingress:\n    - from:\n        - podSel|ector:\n            matchLabels: {app: prometheus}',
      '**Selects no pods**. app\\: prometheus fits 1 pod of namespace infra\\, and none in shop\\, where this looks.',
    ],
    [
      'namespaces',
      '  ingress:\n    - from:\n        - namespace|Selector: {matchLabels: {team: blue}}',
      '**Selects 1 namespace, 1 pod**: - infra',
    ],
    [
      'both',
      '  egress:\n    - to:\n        - namespaceSelector: {}\n          pod|Selector:\n            matchExpressions:\n              - {key: tier, operator: DoesNotExist}',
      '**Selects 2 pods**: - infra\\/Pod\\/prometheus\n- shop\\/Pod\\/db',
    ],
    [
      'a namespace that is not there',
      '  ingress:\n    - from:\n        - namespaceSelector|: {matchLabels: {kubernetes.io/metadata.name: nope}}',
      String.raw`**Selects no namespace**. kubernetes\.io\/metadata\.name\: nope matches nothing\; the values of kubernetes\.io\/metadata\.name here\: infra\, shop.`,
    ],
    [
      'a missing label',
      '  podSelector|: {matchLabels: {nope: x}}',
      String.raw`**Applies to no pods**. nope\: x matches nothing\: no pod here has the label nope.`,
    ],
  ])('counts what a selector selects: %s', async (_, drawn, says) => expect((await hoverOn(drawn))?.says).toBe(says));

  it('explains a field and marks its word', async () => {
    const text = `${head}  policy|Types: [Ingress]`;
    const file = { path: 'p', text: text.replace('|', '') };
    const content = hoverContent(readDocuments(file).documents, text.indexOf('|'), undefined, undefined);
    expect(content?.paragraphs[0]).toMatch(/^The directions in which the selected pods become isolated/);
    expect(file.text.slice(content?.span.start, content?.span.end)).toBe('policyTypes');
  });

  it('is silent between words, on unknown fields and in other kinds', async () => {
    expect(await hoverOn('  podSelector: {}\n|\n')).toBeUndefined();
    expect(await hoverOn('  pods|elector: {}')).toBeUndefined();
    const pod = { path: 'p', text: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: x' };
    expect(hoverContent(readDocuments(pod).documents, 30, undefined, undefined)).toBeUndefined();
  });

  it.each(hostileNames)('shows the label value %j as text', async (name) => {
    const namespace = `apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}`;
    const pod = JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'x', namespace: 'shop', labels: { app: name } },
    });
    const manifests = [
      { path: 'ns.yaml', text: namespace },
      { path: 'pod.json', text: pod },
    ];
    const says = (await hoverOn('  podSelector|: {matchLabels: {app: nope}}', manifests))?.says ?? '';
    expect(says.replace(/\\[!-/:-@[-`{-~]/g, '').replaceAll('**', '')).not.toMatch(/[<>[\]()`#!]|:\/\//);
  });
});
