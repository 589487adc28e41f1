// What of a large file becomes a text of its own, what is only counted, and what its limits say.
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../documents/read-documents.ts';
import { decodeDocuments } from '../decode-documents.ts';
import type { BulkBudget } from './bulk-budget.ts';
import { BulkReader, type BulkReading } from './bulk-reader.ts';

function read(text: string | Uint8Array, budget: Partial<BulkBudget> = {}): BulkReading {
  const reader = new BulkReader('dump', budget);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += 100) reader.push(bytes.subarray(at, at + 100));
  return reader.finish();
}

const said = ({ diagnostics }: BulkReading): string[] =>
  diagnostics.map(({ code, gap, message }) => `${code} ${gap}: ${message}`);
const pod = (name: string, more = ''): string =>
  `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"${name}","namespace":"shop"},"spec":{"containers":[]}${more}}`;

const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web   # the front
  namespace: shop
spec:
  podSelector: {}
`;
const indented = policy.replaceAll(/^(?=.)/gm, '  ').replace(/^ /, '-');

describe('an excerpt', () => {
  it('is a policy of a YAML list, word for word, moved to the left', () => {
    const text = `apiVersion: v1\nitems:\n${indented}${indented.replace('web ', 'db ')}kind: List\nmetadata: {}\n`;
    const { excerpts, documents } = read(text);
    expect(documents).toBe(2);
    expect(excerpts[0]).toEqual({
      file: { path: 'dump#NetworkPolicy.shop.web.yaml', text: policy },
      line: 3,
      offset: text.indexOf('- apiVersion'),
      shift: { lines: 0, first: 2, others: 2 },
    });
    expect(excerpts[1]?.file.path).toBe('dump#NetworkPolicy.shop.db.yaml');
    expect(excerpts[1]?.line).toBe(10);
  });

  it('is a document with its comments', () => {
    const text = `# Source: a.yaml\n${policy}---\n# Source: b.yaml\n${policy}`;
    expect(read(text).excerpts.map(({ file, line }) => ({ ...file, line }))).toEqual([
      { path: 'dump#NetworkPolicy.shop.web.yaml', text: `# Source: a.yaml\n${policy}`, line: 1 },
      { path: 'dump#NetworkPolicy.shop.web~2.yaml', text: `# Source: b.yaml\n${policy}`, line: 10 },
    ]);
  });

  it('is a value of a JSON list, moved to the left', () => {
    const object = { apiVersion: 'projectcalico.org/v3', kind: 'Tier', metadata: { name: 'x' } };
    const { excerpts } = read(JSON.stringify({ apiVersion: 'v1', items: [object], kind: 'List' }, null, 4));
    expect(excerpts[0]?.file).toEqual({ path: 'dump#Tier.x.json', text: JSON.stringify(object, null, 4) });
    expect(excerpts[0]?.line).toBe(4);
  });

  it('of a typed list says its type', () => {
    const items = [{ metadata: { name: 'a' }, spec: { podSelector: {} } }];
    const { excerpts } = read(JSON.stringify({ kind: 'NetworkPolicyList', apiVersion: 'networking.k8s.io/v1', items }));
    const [file] = excerpts.map((one) => one.file);
    expect(decodeDocuments(readDocuments(file ?? { path: '', text: '' }).documents).resources).toMatchObject([
      { kind: 'NetworkPolicy', meta: { name: 'a' } },
    ]);
  });

  it.each([
    ['an anchor', 'apiVersion: v1\nkind: Pod\nmetadata: &a\n  name: x\nspec: {containers: []}\n'],
    ['a label that is no text', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\n  labels:\n    a: on\n'],
    ['a field the API does not have', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\nSpec: {}\n'],
    ['a key twice', 'apiVersion: v1\nkind: Pod\nkind: Pod\nmetadata:\n  name: x\n'],
    [
      'an octal port',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec: {containers: [{ports: [{containerPort: 0120}]}]}\n',
    ],
    ['a template', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\n  annotations:\n    a: "{{ .Values.a }}"\n'],
    ['a broken document', 'apiVersion: v1\nkind: [Pod\n'],
    ['a removed version', 'apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata:\n  name: x\n'],
  ])('holds what is not plain: %s', (_what, text) => {
    const { excerpts, resources } = read(`${text}---\n${text}`);
    expect(excerpts.map(({ file }) => file.text)).toEqual([text, text]);
    expect(resources).toEqual([]);
  });
});

/** What kubectl prints of a pod in the oddest honest shapes: folded texts, blocks, empty collections, quoted keys. */
const printed = `apiVersion: v1
kind: Pod
metadata:
  annotations:
    example.com/config: |
      {"a": {"b": 1}}
        # no comment
    example.com/note: it's a "note" with a colon:and a #hash
    kubernetes.io/config.seen: "2026-11-01T10:00:00Z"
  creationTimestamp: null
  labels:
    app: web
    controller-revision-hash: 5d9f7c6b8d
    version: "1.10"
  managedFields:
  - apiVersion: v1
    fieldsV1:
      f:metadata:
        f:labels:
          .: {}
          f:app: {}
      f:spec:
        f:containers:
          k:{"name":"main"}:
            f:ports:
              .: {}
              k:{"containerPort":80,"protocol":"TCP"}:
                .: {}
        f:finalizers:
          'v:"example.com/keep"': {}
  name: web-5d9f7c6b8d-x7k2p
  namespace: shop
spec:
  containers:
  - args:
    - --flag=a,b
    - |-
      set -e
      exec server

    - "tab\\there"
    image: registry.example.com:5000/web@sha256:0123
    name: main
    ports:
    - containerPort: 80
      protocol: TCP
    resources: {}
  securityContext: {}
  tolerations:
  - effect: NoExecute
    operator: Exists
status:
  conditions:
  - lastProbeTime: null
    message: '0/3 nodes are available: 1 node(s) had taint {node.kubernetes.io/not-ready:
      }, that the pod didn''t tolerate.'
    reason: a text that goes on
      on the next line
  phase: Running
  podIP: 10.0.0.1
`;

describe('the fast way', () => {
  const asItem = printed.replaceAll(/^(?=.)/gm, '  ').replace(/^ /, '-');

  it.each([
    ['documents', `${printed}---\n${printed}`],
    ['a list', `apiVersion: v1\nitems:\n${asItem}${asItem}kind: List\nmetadata:\n  resourceVersion: ""\n`],
  ])('takes what kubectl prints, in %s', (_what, text) => {
    const { resources, excerpts, diagnostics } = read(text);
    expect(excerpts.map(({ file }) => file.path)).toEqual([]);
    expect(diagnostics).toEqual([]);
    expect(resources.map(({ kind, meta }) => `${kind} ${meta.namespace}/${meta.name}`)).toEqual([
      'Pod shop/web-5d9f7c6b8d-x7k2p',
      'Pod shop/web-5d9f7c6b8d-x7k2p',
    ]);
  });
});

describe('a pod', () => {
  it('has the bytes it was read from as its range, and parts in common with others', () => {
    const text = [pod('a'), pod('b')].join('\n');
    const [first, second] = read(text).resources;
    expect(first?.range).toEqual({ file: 'dump', start: 0, end: pod('a').length });
    expect(second?.nameRange).toBe(second?.range);
    expect(first?.kind === 'Pod' && second?.kind === 'Pod' && first.spec.ports === second.spec.ports).toBe(true);
  });
});

describe('what no answer uses', () => {
  const events = Array.from({ length: 5 }, (_, at) =>
    JSON.stringify({ apiVersion: 'v1', kind: 'Event', metadata: { name: `e${at}` } }),
  );

  it('is listed by name up to a number, and counted', () => {
    const { unused, excerpts } = read(events.join('\n'), { namedUnused: 2 });
    expect(unused.objects.map(({ kind, name, reason }) => `${kind} ${name} ${reason}`)).toEqual([
      'Event e0 not-used',
      'Event e1 not-used',
    ]);
    expect(unused.counts).toEqual([{ apiVersion: 'v1', kind: 'Event', count: 5 }]);
    expect(excerpts).toEqual([]);
  });
});

describe('a limit', () => {
  const items = (some: readonly string[]): string => `{"apiVersion":"v1","items":[${some.join(',')}],"kind":"List"}`;
  const large = pod('large', `,"status":{"message":"${'x'.repeat(5000)}"}`);
  const small = { objectBytes: 2000, windowBytes: 200 };

  it('of one object passes over it alone, in JSON', () => {
    const reading = read(items([pod('a'), large, pod('b')]), small);
    expect(reading.resources.map(({ meta }) => meta.name)).toEqual(['a', 'b']);
    expect(said(reading)).toEqual([
      `over-budget over-budget: This object has ${large.length} bytes; Sluice reads at most 2000 of one object`,
    ]);
  });

  it.each([
    ['documents', (some: readonly string[]) => some.join('---\n')],
    ['a list', (some: readonly string[]) => `apiVersion: v1\nkind: List\nitems:\n${some.join('')}`],
  ])('of one object passes over it alone, in %s of YAML', (what, join) => {
    const start = what === 'a list' ? '- ' : '';
    const indent = what === 'a list' ? '  ' : '';
    const yaml = (name: string, text = '') =>
      `${start}apiVersion: v1\n${indent}kind: Pod\n${indent}metadata: {name: ${name}}\n${indent}spec: {}\n${indent}status:\n${indent}  message: "${text}"\n`;
    const reading = read(join([yaml('a'), yaml('large', 'x'.repeat(5000)), yaml('b')]), small);
    expect(reading.resources.map(({ meta }) => meta.name)).toEqual(['a', 'b']);
    expect(said(reading)).toEqual([expect.stringMatching(/^over-budget over-budget: This object has \d+ bytes/)]);
  });

  it.each([
    ['a line of YAML', '', 'x'.repeat(1000)],
    ['a list in brackets', '[', `${pod('a')},`],
    ['spaces in a JSON list', '{"apiVersion":"v1","kind":"List","items":[', ' '.repeat(1000)],
    ['an object of JSON', '{"a":"', 'x'.repeat(1000)],
    ['the end of a JSON list', '{"apiVersion":"v1","kind":"List","items":[],"a":"', 'x'.repeat(1000)],
    ['comments', '', '# x\n'.repeat(250)],
  ])('of one object bounds memory: %s without end', (_what, start, more) => {
    const reader = new BulkReader('dump', small);
    reader.push(new TextEncoder().encode(start));
    for (let turn = 0; turn < 1000; turn++) reader.push(new TextEncoder().encode(more));
    expect(reader.bytesHeld).toBeLessThan(100_000);
    reader.finish();
  });

  it('of all objects ends the reading', () => {
    const reading = read(items(Array.from({ length: 500 }, (_, at) => pod(`p${at}`))), {
      objects: 20,
      windowBytes: 200,
    });
    expect(reading.resources.length).toBeLessThan(30);
    expect(said(reading)).toEqual([
      'over-budget over-budget: This file has more than 20 objects; the rest of it is not read',
    ]);
  });

  it('of excerpts leaves out what does not fit', () => {
    const reading = read(`${policy}---\n${policy}`, { excerptLength: policy.length + 10 });
    expect(reading.excerpts).toHaveLength(1);
    expect(said(reading)).toEqual([expect.stringMatching(/^over-budget over-budget: .* must be read as texts/)]);
  });
});

describe('a file that is not what it should be', () => {
  it.each([
    [
      'UTF-16',
      Uint8Array.from([0xff, 0xfe, 0x61, 0]),
      'encoding unreadable: This file is UTF-16 or UTF-32; it was not read',
    ],
    [
      'gzip',
      Uint8Array.from([0x1f, 0x8b, 8, 0]),
      'encoding unreadable: This file is compressed with gzip; it was not read',
    ],
    [
      'a list cut off',
      `{"apiVersion":"v1","kind":"List","items":[${pod('a')},{"kind":`,
      'json-syntax unreadable: This file ends before its JSON does: it was cut off, and what is missing is not in the answer',
    ],
    [
      'an object with items that is no list',
      `{"apiVersion":"v1","items":[${pod('a')}]}`,
      'no-kind unreadable: this is no list of Kubernetes objects: `kind` is missing; its items were not read',
    ],
  ])('is named: %s', (_what, text, message) => {
    expect(said(read(text))).toEqual([message]);
  });

  it('is read as kubectl reads it where it is not UTF-8, which is said once', () => {
    const text = new TextEncoder().encode(`${policy}---\n${policy}`).map((byte) => (byte === 0x23 ? 0xff : byte));
    const reading = read(text);
    expect(reading.excerpts.map(({ file }) => file.text)).toEqual([
      policy.replace('#', '\ufffd'),
      policy.replace('#', '\ufffd'),
    ]);
    expect(reading.diagnostics).toMatchObject([
      { code: 'encoding', severity: 'warning', range: { start: policy.indexOf('#') } },
    ]);
  });

  it('may begin with a byte-order mark', () => {
    expect(read(Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(pod('a'))])).resources).toHaveLength(1);
  });
});
