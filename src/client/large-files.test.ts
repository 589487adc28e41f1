// Large files that an engine keeps.
import { expect, it } from 'vitest';
import { LargeFiles } from './large-files.ts';

const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec: {podSelector: {}}
`;
const pods = Array.from(
  { length: 200 },
  (_, i) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p${i}, namespace: shop}\nspec: {}\n`,
);
const text = [policy, ...pods].join('---\n');
const blob = new Blob([text]);

it('keeps the facts and gives the rest', async () => {
  const files = new LargeFiles();
  const told: number[] = [];
  const read = await files.read('all.yaml', blob, (bytes) => told.push(bytes) > 0);
  expect(told).toEqual([text.length]);
  expect(read).toEqual([
    { path: 'all.yaml', text: '', large: { bytes: text.length } },
    { path: 'all.yaml#NetworkPolicy.shop.web.yaml', text: policy, excerptOf: { path: 'all.yaml', line: 1 } },
  ]);
  expect(files.withFacts(read ?? [])[0]?.facts?.resources).toHaveLength(200);
  files.keepOnly([]);
  expect(files.withFacts(read ?? [])[0]?.facts).toBeUndefined();
});

it('stops when asked', async () => {
  expect(await new LargeFiles().read('all.yaml', blob, () => false)).toBeUndefined();
});
