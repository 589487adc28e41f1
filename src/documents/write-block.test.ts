// Plain values in block style, and back through the reader.
import { expect, it } from 'vitest';
import { plainValue } from './plain-value.ts';
import { readDocuments } from './read-documents.ts';
import { blockText } from './write-block.ts';

const value = {
  kind: 'NetworkPolicy',
  metadata: { name: 'yes', labels: { 'app.kubernetes.io/name': '8080' } },
  spec: {
    podSelector: {},
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ protocol: 'TCP', port: 80 }] }],
  },
};

it('writes maps and lists on lines of their own, scalars and empty maps on one', () =>
  expect(blockText(value)).toBe(`kind: NetworkPolicy
metadata:
  name: "yes"
  labels:
    app.kubernetes.io/name: "8080"
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
      ports:
        - protocol: TCP
          port: 80
`));

it('reads back as what was written', () => {
  const [document] = readDocuments({ path: 'a.yaml', text: blockText(value) }).documents;
  expect(document && plainValue(document.root)).toEqual(value);
});
