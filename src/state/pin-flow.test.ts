// Pinning writes what the engine reads again, in the style of the file; unpinning takes just that out.
import { expect, it } from 'vitest';
import { createInProcessClient } from '../client/in-process-client.ts';
import type { SourceFile } from '../documents/source-file.ts';
import { applyEdits } from '../documents/text-edit.ts';
import { defaultOptions } from '../engine/engine-options.ts';
import { cluster } from '../testing/cluster-text.ts';
import { pinChange, unpinChange } from './pin-flow.ts';

const shop = cluster`shop: web{app=web}:80 db{app=db}:5432`;
const pin = { from: 'shop/web', to: 'shop/db', port: 'TCP/5432', expect: 'allowed' } as const;

async function resultsOf(files: readonly SourceFile[]) {
  const { assertions } = await createInProcessClient(() => 0).load([...shop, ...files], defaultOptions);
  return assertions.results;
}

it('makes the file, and adds to it once it is there', async () => {
  const { created = [] } = pinChange(shop, pin, []);
  expect(created[0]?.text).toBe(`apiVersion: sluice/v1
kind: Assertions
assertions:
  - name: "shop/web reaches shop/db on TCP/5432"
    from: shop/web
    to: shop/db
    port: TCP/5432
    expect: allowed
`);
  const known = await resultsOf(created);
  const { edits } = pinChange(created, { ...pin, expect: 'denied', port: undefined }, known);
  const text = applyEdits(created[0]?.text ?? '', edits);
  const results = await resultsOf([{ path: 'assertions.flows.yaml', text }]);
  expect(results.map(({ name, verdict }) => `${name}: ${verdict}`)).toEqual([
    'shop/web reaches shop/db on TCP/5432: allowed',
    'shop/web does not reach shop/db: allowed',
  ]);
});

it.each([
  ['lines', 'assertions:\n  - name: a\n    from: shop/web\n    to: shop/db\n    expect: allowed\n'],
  ['braces', 'assertions: [{ name: a, from: shop/web, to: shop/db, expect: allowed }]\n'],
  ['nothing', 'assertions:\n'],
])('keeps to a list in %s, and takes out again what it wrote', async (_, list) => {
  const text = `apiVersion: sluice/v1\nkind: Assertions\n${list}`;
  const file = { path: 'team.flows.yaml', text };
  const before = await resultsOf([file]);
  const pinned = { ...file, text: applyEdits(text, pinChange([file], pin, before).edits) };
  const results = await resultsOf([pinned]);
  expect(results.map(({ verdict }) => verdict)).toEqual([...before.map(({ verdict }) => verdict), 'allowed']);
  const last = results.at(-1);
  const change = last && unpinChange([pinned], last);
  const after = await resultsOf([{ ...file, text: applyEdits(pinned.text, change?.edits ?? []) }]);
  expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
});
