// Objects inside lists, and what is no object.
import { expect, it } from 'vitest';
import { decodeJson } from '../testing/decode-json.ts';

const pod = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name } });
const list = (...items: unknown[]) => ({ apiVersion: 'v1', kind: 'List', items });
const namesIn = (json: unknown) => decodeJson(json).resources.map(({ kind, meta }) => `${kind} ${meta.name}`);

it('takes lists apart, nested ones too, in order', () =>
  expect(namesIn(list(pod('a'), list(pod('b'), list(pod('c'))), pod('d')))).toEqual([
    'Pod a',
    'Pod b',
    'Pod c',
    'Pod d',
  ]));

it('skips null items and null documents without a word', () => {
  expect(decodeJson(list(null, pod('a'), null))).toMatchObject({ said: [], unused: [], resources: [{ kind: 'Pod' }] });
  expect(decodeJson(null)).toMatchObject({ said: [], unused: [], resources: [] });
});

it('gives items of a typed list its kind', () =>
  expect(
    namesIn({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicyList',
      items: [{ metadata: { name: 'a' } }, { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'b' } }],
    }),
  ).toEqual(['NetworkPolicy a', 'Pod b']));

it.each([[], null, undefined])('reads items %s as none', (items) =>
  expect(decodeJson({ apiVersion: 'v1', kind: 'List', items })).toMatchObject({ said: [], unused: [] }),
);

it('does not take an object for a list because its kind ends in List', () =>
  expect(decodeJson({ apiVersion: 'example.com/v1', kind: 'AllowList', metadata: { name: 'a' } }).unused).toMatchObject(
    [{ kind: 'AllowList', name: 'a', reason: 'not-used' }],
  ));

it.each<[unknown, string]>([
  [5, 'this is no Kubernetes object: `5` reads as a number @ 5'],
  ['text', 'this is no Kubernetes object: "text" is a string @ "text"'],
  [
    [pod('a')],
    'this is no Kubernetes object: it is a list @ [{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}]',
  ],
  [{ image: 'web' }, 'this is no Kubernetes object: `kind` is missing @ "image"'],
  [{}, 'this is no Kubernetes object: `kind` is missing @ {}'],
  [{ kind: 'Pod' }, 'this is no Kubernetes object: `apiVersion` is missing @ "kind"'],
  [{ apiVersion: 1, kind: 'Pod' }, 'this is no Kubernetes object: `apiVersion` must be a string @ 1'],
  [list({ metadata: {} }), 'this is no Kubernetes object: `kind` is missing @ "metadata"'],
  [{ apiVersion: 'v1', kind: 'List', items: {} }, 'items: must be a list, but it is a map @ {}'],
])('%j is unreadable', (json, words) => {
  const { said, unused, diagnostics } = decodeJson(json);
  expect(said).toEqual([`error: ${words}`]);
  expect(diagnostics[0]?.gap).toBe('unreadable');
  expect(unused).toMatchObject([{ reason: 'not-an-object' }]);
});

it('reads the good items beside a bad one', () => expect(namesIn(list(5, pod('a')))).toEqual(['Pod a']));

it('stops at a depth instead of overflowing', () => {
  let nested: unknown = pod('deep');
  for (let depth = 0; depth < 200; depth++) nested = list(nested);
  const { resources, diagnostics } = decodeJson(list(nested, pod('a')));
  expect(resources).toMatchObject([{ meta: { name: 'a' } }]);
  expect(diagnostics).toMatchObject([{ code: 'nested-too-deep', gap: 'over-budget' }]);
});
