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
    {
      path: 'all.yaml#NetworkPolicy.shop.web.yaml',
      text: policy,
      excerptOf: { path: 'all.yaml', line: 1, shift: { lines: 0, first: 0, others: 0 } },
    },
  ]);
  expect(files.withFacts(read ?? [])[0]?.facts?.resources).toHaveLength(200);
  files.keepOnly([]);
  expect(files.withFacts(read ?? [])[0]?.facts).toBeUndefined();
});

it('stops when asked', async () => {
  expect(await new LargeFiles().read('all.yaml', blob, () => false)).toBeUndefined();
});

it('unpacks a gzip file meanwhile, and tells how much of it is read', async () => {
  const packed = await new Response(blob.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  const told: number[] = [];
  const files = new LargeFiles();
  const read = await files.read('all.yaml.gz', packed, (bytes) => told.push(bytes) > 0);
  expect(told).toEqual([packed.size]);
  expect(read?.map(({ path, large }) => [path, large?.bytes])).toEqual([
    ['all.yaml.gz', text.length],
    ['all.yaml.gz#NetworkPolicy.shop.web.yaml', undefined],
  ]);
  const cut = packed.slice(0, packed.size - 9);
  await expect(files.read('all.yaml.gz', cut, () => true)).rejects.toThrow('gzip file is cut off');
});
