// Many documents: order, purity, and that nothing throws.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentFromJson } from '../testing/document-from-json.ts';
import { ALL_KINDS } from './all-kinds.ts';
import { decodeDocument, decodeDocuments } from './decode-documents.ts';

const object = (kind: string, name: string, apiVersion = 'v1') => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'x' },
});

it('keeps the order of documents, duplicates included', () => {
  const documents = [object('Pod', 'b'), object('Pod', 'a'), object('ConfigMap', 'c'), object('Pod', 'b')];
  const { resources, unused } = decodeDocuments(documents.map((json) => documentFromJson(json).document));
  expect(resources.map((resource) => resource.meta.name)).toEqual(['b', 'a', 'b']);
  expect(unused.map((one) => one.name)).toEqual(['c']);
});

it('names the file of each document', () => {
  const documents = ['a.yaml', 'b.yaml'].map((file) => documentFromJson(object('Pod', 'p'), file).document);
  expect(decodeDocuments(documents).resources.map((resource) => resource.range.file)).toEqual(['a.yaml', 'b.yaml']);
});

it('never throws, accounts for every object, and answers the same twice', () => {
  const names = [
    'name',
    'namespace',
    'labels',
    'podSelector',
    'ingress',
    'from',
    'ipBlock',
    'cidr',
    'ports',
    'port',
    'items',
    'template',
    'containers',
    'status',
    'matchExpressions',
    'selector',
    'source',
    'nets',
    'services',
    'action',
  ];
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 0, 80, 80.5, -1, '', 'a', '80', '10.0.0.1/8', 'Ingress'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
    ),
  }));
  const kinds = ALL_KINDS.map(({ kind, manifestKind, apiVersions: [apiVersion] }) => ({
    kind: manifestKind ?? kind,
    apiVersion,
  }));
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.oneof(fc.constant({ name: 'a' }), value),
      value,
      value,
      (head, metadata, spec, status) => {
        const { document } = documentFromJson({ ...head, metadata, spec, status });
        const decoded = decodeDocument(document);
        expect(decoded.resources.length + decoded.unused.length).toBe(1);
        expect(decoded.unused.length > 0).toBe(decoded.diagnostics.some((diagnostic) => diagnostic.gap === 'rejected'));
        expect(decodeDocument(document)).toEqual(decoded);
      },
    ),
  );
});
