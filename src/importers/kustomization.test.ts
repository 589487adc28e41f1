// Overlays: harmless ones are told as information, those that change manifests as something the answer lacks.
import { expect, it } from 'vitest';
import { entry } from '../testing/import-entry.ts';
import { importFiles } from './import-entries.ts';
import { kustomization } from './kustomization.ts';

const open = async (text: string) =>
  await importFiles([entry('base/kustomization.yaml', text), entry('base/a.yaml', 'a: 1')]);

it('reads the manifests beside a file that only collects', async () => {
  const { files, notices } = await open(
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - a.yaml\n',
  );
  expect(files.map((file) => file.path)).toEqual(['base/a.yaml']);
  expect(notices.map((notice) => notice.severity)).toEqual(['info']);
});

it('names what it does not apply, and the command that does', async () => {
  const { notices } = await open('resources: [a.yaml]\nnamespace: shop\npatches:\n  - path: p.yaml\n');
  expect(notices).toEqual([
    {
      path: 'base/kustomization.yaml',
      severity: 'error',
      message:
        'a Kustomize file whose namespace, patches are not applied here; skipped: run `kubectl kustomize base/` and open what it prints',
    },
  ]);
});

it.each([
  ['kustomization.yml', true],
  ['a/Kustomization', true],
  ['my-kustomization.yaml', false],
])('recognises %s: %s', (path, expected) => expect(kustomization.recognise(path, new Set())).toBe(expected));
