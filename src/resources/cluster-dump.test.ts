// What `kubectl get … -o json` prints, with every field it may have, decodes without a word.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decodeJson } from '../testing/decode-json.ts';
import { ALL_KINDS } from './all-kinds.ts';

const dump: unknown = JSON.parse(readFileSync(new URL('../testing/cases/cluster-dump.json', import.meta.url), 'utf8'));

it('says nothing about a dump', () => {
  const { said, unused, resources } = decodeJson(dump);
  expect(said).toEqual([]);
  expect(unused).toEqual([]);
  expect(resources.map((resource) => resource.kind).sort()).toEqual(ALL_KINDS.map((kind) => kind.kind).sort());
});
