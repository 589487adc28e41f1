// The fixes of the first problem the engine finds in a policy, applied.
import { expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { applyEdits } from '../documents/text-edit.ts';
import { reportOf } from '../testing/report-of.ts';
import { quickFixes } from './quick-fixes.ts';

async function fixed(spec: string) {
  const text = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\nspec: ${spec}`;
  const file = { path: 'p.yaml', text };
  const { problems } = await reportOf([file]);
  const fixes = problems.flatMap((problem) => quickFixes(text, readDocuments(file).documents, problem));
  const [first] = fixes;
  return first && { title: first.title, spec: applyEdits(text, first.edits).split('spec: ')[1] };
}

it.each<[string, string, string]>([
  ['{podselector: {}}', 'Write `podSelector`', '{podSelector: {}}'],
  ['{ingress: [{form: []}]}', 'Write `from`', '{ingress: [{from: []}]}'],
  ['{policyTypes: [ingress]}', 'Write `Ingress`', '{policyTypes: [Ingress]}'],
  ['{ingress: [{ports: [{protocol: tcp}]}]}', 'Write `TCP`', '{ingress: [{ports: [{protocol: TCP}]}]}'],
  ['{podSelector: {matchLabels: {tier: 1}}}', 'Put `1` in quotes', '{podSelector: {matchLabels: {tier: "1"}}}'],
  ['{podSelector: {matchLabels: {tier: on}}}', 'Put `on` in quotes', '{podSelector: {matchLabels: {tier: "on"}}}'],
  [
    '{podSelector: {matchExpressions: [{key: a, operator: in, values: [b]}]}}',
    'Write `In`',
    '{podSelector: {matchExpressions: [{key: a, operator: In, values: [b]}]}}',
  ],
])('%s: %s', async (spec, title, result) => expect(await fixed(spec)).toEqual({ title, spec: result }));

it('offers nothing where no one repair is obvious', async () => {
  expect(await fixed('{zzz: 1}')).toBeUndefined();
  expect(await fixed('{ingress: [{ports: [{port: 70000}]}]}')).toBeUndefined();
});
