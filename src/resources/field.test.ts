// Places in YAML text: nothing that is reported lies at an empty range.
import { expect, it } from 'vitest';
import { readDocuments } from '../documents/read-documents.ts';
import { decodeDocuments } from './decode-documents.ts';

function pointed(spec: string): readonly string[] {
  const text = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec:\n${spec}\n`;
  const { documents } = readDocuments({ path: 'p.yaml', text });
  return decodeDocuments(documents).diagnostics.map(({ range }) => text.slice(range.start, range.end));
}

it.each([
  ['  ingress:\n  - from:\n    -\n', 'from'],
  ['  ingress:\n  - from:\n    - ipBlock: {except: [10.0.0.0/8]}', 'ipBlock'],
  ['  podSelector: {matchLabels: {app: 010}}', '010'],
  ['  ingress:\n  - form:\n    - podSelector: {}', 'form'],
  ['  ingress:\n  - ports:\n    - port: "80"', '"80"'],
  ['  ingress:\n  - ports:\n    - port: 0x0 # none', '0x0'],
  ['  policyTypes:\n  - ingress\n', 'ingress'],
  ['  policyTypes: Ingress\n', 'Ingress'],
])('%j', (spec, at) => expect(pointed(spec)).toEqual([at]));

it('reads integers as kubectl does', () =>
  expect(pointed('  ingress:\n  - ports:\n    - port: 80.0\n      endPort: 0x51')).toEqual([]));
