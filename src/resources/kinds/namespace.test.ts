// A Namespace is its name and labels.
import { expect, it } from 'vitest';
import { decodeJson } from '../../testing/decode-json.ts';

const namespace = (extra: object) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop', labels: { team: 'a' } },
  ...extra,
});

it('reads name and labels', () =>
  expect(decodeJson(namespace({ spec: { finalizers: ['kubernetes'] }, status: { phase: 'Active' } }))).toMatchObject({
    said: [],
    resources: [{ kind: 'Namespace', meta: { name: 'shop', namespace: '', labels: new Map([['team', 'a']]) } }],
  }));

it('points at the whole object and at its name', () => {
  const [resource] = decodeJson(namespace({})).resources;
  const text = JSON.stringify(namespace({})).replaceAll(/([:,])/g, '$1 ');
  expect(resource?.range).toEqual({ file: 'test.json', start: 0, end: text.length });
  expect(text.slice(resource?.nameRange.start, resource?.nameRange.end)).toBe('"shop"');
});

it('warns of unknown fields', () =>
  expect(decodeJson(namespace({ labels: {} })).said).toEqual([
    expect.stringMatching(/^warning: unknown field "labels"/),
  ]));
