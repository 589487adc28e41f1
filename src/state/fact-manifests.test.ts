// Facts as manifests: what a form is given is what the manifest says.
import { expect, it } from 'vitest';
import { decodeFiles } from '../testing/decode-files.ts';
import { namespaceFact, nodeFact, parseLabels, serviceAccountFact } from './fact-manifests.ts';

const written = (change: { readonly created?: readonly { readonly path: string; readonly text: string }[] }) =>
  change.created?.[0]?.text;

it('reads labels as kubectl takes them', () => {
  expect(parseLabels(' team=a,env=prod  example.com/tier= ')).toEqual({
    ok: true,
    value: [
      ['team', 'a'],
      ['env', 'prod'],
      ['example.com/tier', ''],
    ],
  });
  for (const wrong of ['team', 'team=a=b', '=a', 'team=!', 'Exam_ple/x=y']) {
    expect(parseLabels(wrong)).toMatchObject({ ok: false, error: expect.stringContaining(wrong) });
  }
});

it('writes values that YAML would read otherwise in quotes', () =>
  expect(
    written(
      namespaceFact('shop', [
        ['on', 'true'],
        ['n', '1'],
      ]),
    ),
  ).toBe('apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    "on": "true"\n    "n": "1"\n'));

it('are manifests that the API server takes', () => {
  const files = [
    namespaceFact('shop', [['team', 'a']]),
    serviceAccountFact('shop/web', []),
    nodeFact('node-1', ['10.0.0.1', 'fd00::1']),
  ].flatMap(({ created = [] }) => created);
  const resources = decodeFiles(files);
  expect(resources.map(({ kind, meta }) => `${kind} ${meta.namespace} ${meta.name}`)).toEqual([
    'Namespace  shop',
    'ServiceAccount shop web',
    'Node  node-1',
  ]);
});
