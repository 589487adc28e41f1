// Suggestions while an end of a flow is typed: as a person writes names, with kinds and ports.
import { expect, it } from 'vitest';
import type { SourceFile } from '../documents/source-file.ts';
import { cluster } from '../testing/cluster-text.ts';
import { defaultOptions } from './engine-options.ts';
import { findEnds } from './find-ends.ts';
import { createSnapshot } from './snapshot.ts';

const files: readonly SourceFile[] = [
  ...cluster`
    shop: web{app=web}:80*2 StatefulSet/db{app=db}:5432 Deployment/db{app=db}:5432,9090
    dev: web-1{app=web}@10.0.0.7
  `,
  {
    path: 'svc.yaml',
    text: 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {selector: {app: web}, ports: [{port: 8080}]}\n',
  },
];

function find(text: string, side: 'from' | 'to' = 'to'): string[] {
  const hits = findEnds(createSnapshot(files, defaultOptions), { text, side, limit: 6 });
  return hits.map(({ value, detail, ports }) => [value, detail, ...ports].join(' · '));
}

it.each<[string, readonly string[]]>([
  [
    'web',
    ['shop/web · Deployment in shop · TCP 80', 'dev/web-1 · Pod in dev', 'svc:shop/web · Service in shop · TCP 8080'],
  ],
  ['shop/we', ['shop/web · Deployment in shop · TCP 80', 'svc:shop/web · Service in shop · TCP 8080']],
  ['shop/Deployment/db', ['shop/Deployment/db · Deployment in shop · TCP 5432 · TCP 9090']],
  ['svc:shop/', ['svc:shop/web · Service in shop · TCP 8080']],
  ['10.0.0', ['dev/web-1 · 10.0.0.7 in dev']],
  ['inter', ['internet · Outside the cluster']],
])('finds %s', (text, hits) => expect(find(text)).toEqual(hits));

it('names no service as a source, and has something before anything is typed', () => {
  expect(find('web', 'from').some((hit) => hit.startsWith('svc:'))).toBe(false);
  expect(find('').at(-1)).toBe('internet · Outside the cluster');
});
