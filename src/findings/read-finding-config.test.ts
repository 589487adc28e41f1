// Which `sluice.yaml` among manifests counts, and what is told of one that is not understood.
import { expect, it } from 'vitest';
import { readFindingConfig } from './read-finding-config.ts';

const text = (more = ''): string => `apiVersion: sluice/v1\nkind: Config\n${more}`;
const read = (files: Record<string, string>) =>
  readFindingConfig(
    Object.entries(files).map(([path, own]) => ({ path, text: own })),
    ['a-b'],
  );

it('is that of the topmost folder', () => {
  const deep = text('severities: { a-b: off }');
  expect(read({ 'x/y/sluice.yaml': deep, 'x/sluice.yaml': text() })?.config).toMatchObject({
    path: 'x/sluice.yaml',
    folder: 'x/',
    severities: new Map(),
  });
  expect(read({ 'x/y/sluice.yaml': deep })?.config?.severities).toEqual(new Map([['a-b', 'off']]));
});

it('is none that calls itself something else', () =>
  expect(read({ 'sluice.yaml': 'kind: Pod\n', 'my-sluice.yaml': text() })).toBeUndefined());

it('counts wholly or not at all', () => {
  const found = read({ 'sluice.yaml': text('severities: { a-c: off, a-b: error }') });
  expect(found?.config).toBeUndefined();
  expect(found?.faults).toMatchObject([
    {
      code: 'config-fault',
      message: 'No rule is called a-c; did you mean a-b?; nothing of this configuration counts',
      range: { start: text().length + 14 },
    },
  ]);
});
