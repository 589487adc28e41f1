// Names, namespaces, labels, annotations and owners of objects.
import { describe, expect, it } from 'vitest';
import { decodeJson } from '../testing/decode-json.ts';

const pod = (metadata: unknown) => ({ apiVersion: 'v1', kind: 'Pod', metadata });
const policy = (metadata: unknown) => ({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata });
const metaOf = (json: unknown) => decodeJson(json).resources[0]?.meta;

it('puts a namespaced object without namespace into default and says that this is assumed', () => {
  for (const namespace of [undefined, null, '']) {
    expect(metaOf(pod({ name: 'a', namespace }))).toMatchObject({ namespace: 'default', namespaceGiven: false });
  }
  expect(metaOf(pod({ name: 'a', namespace: 'default' }))).toMatchObject({
    namespace: 'default',
    namespaceGiven: true,
  });
});

it('gives cluster-scoped objects no namespace', () =>
  expect(metaOf({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n', namespace: 'x' } })?.namespace).toBe(''));

it('reads labels and owners', () => {
  const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'r', uid: 'u', controller: true }];
  const meta = metaOf(pod({ name: 'a', labels: { app: 'web', none: null }, ownerReferences }));
  expect(meta?.labels).toEqual(
    new Map([
      ['app', 'web'],
      ['none', ''],
    ]),
  );
  expect(meta?.owners).toEqual([{ kind: 'ReplicaSet', name: 'r', controller: true }]);
});

describe('rejected', () => {
  const key =
    "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
  it.each<[unknown, string]>([
    [policy(undefined), 'metadata.name: Required value @ "NetworkPolicy"'],
    [policy({}), 'metadata.name: Required value @ "metadata"'],
    [policy({ name: '' }), 'metadata.name: Required value @ "metadata"'],
    [policy([]), 'metadata: must be a map, but it is a list @ []'],
    [
      policy({ generateName: 'a-' }),
      'metadata.name: Required value: `kubectl apply` takes no `generateName` @ "generateName"',
    ],
    [policy({ name: 5 }), 'metadata.name: must be a string, but `5` reads as a number @ 5'],
    [policy({ name: 'a', Labels: {} }), 'unknown field "metadata.Labels" @ "Labels"'],
    [
      policy({ name: 'a', annotations: { a: 5 } }),
      'metadata.annotations: annotation `a` must be a string, but `5` reads as a number @ 5',
    ],
    [policy({ name: 'a', annotations: { 'a b': '' } }), `metadata.annotations: Invalid value: "a b": ${key} @ "a b"`],
    [policy({ name: 'a', labels: { 'a b': '' } }), `metadata.labels: Invalid value: "a b": ${key} @ "a b"`],
    [
      policy({ name: 'a', labels: { a: 5 } }),
      'metadata.labels: label `a` must be a string, but `5` reads as a number @ 5',
    ],
    [
      policy({ name: 'a', resourceVersion: 5 }),
      'metadata.resourceVersion: must be a string, but `5` reads as a number @ 5',
    ],
    [policy({ name: 'a', namespace: ['x'] }), 'metadata.namespace: must be a string, but it is a list @ ["x"]'],
    [
      pod({ name: 'a', labels: { a: true } }),
      'metadata.labels: label `a` must be a string, but `true` reads as a boolean @ true',
    ],
  ])('%j', (json, expected) => {
    const { said, resources } = decodeJson(json);
    expect(said).toEqual([`error: ${expected}`]);
    expect(resources).toEqual([]);
  });

  it.each([
    [policy({ name: 'A_b' }), 'a lowercase RFC 1123 subdomain'],
    [policy({ name: 'a', namespace: 'x.y' }), 'a lowercase RFC 1123 label'],
    [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x.y' } }, 'a lowercase RFC 1123 label'],
  ])('%j', (json, words) => {
    const { said, resources } = decodeJson(json);
    expect(said).toEqual([expect.stringContaining(words)]);
    expect(resources).toEqual([]);
  });
});
