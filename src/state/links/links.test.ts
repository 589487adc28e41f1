// Links: what is on show comes back from one, links of older versions are read, and no link does harm.

import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeEngine } from '../../testing/fake-engine-client.ts';
import { createMemoryLocks, createMemoryStore } from '../../testing/memory-storage.ts';
import { runs } from '../../testing/property-runs.ts';
import { createBrowserStorage } from '../browser-storage.ts';
import { createWorkbench } from '../create-workbench.ts';
import { TabOwnership } from '../tab-ownership.ts';
import { readLink } from './link-codec.ts';
import { linkViewKeys } from './link-content.ts';

const demo = [
  { path: 'a.yaml', text: 'a: 1\n' },
  { path: 'b.yaml', text: 'b: 1\n' },
];
const other = [
  { path: 'x/web.yaml', text: 'kind: Pod # ü 🦊\n' },
  { path: 'x/gone.yaml', text: 'kind: Pod\n' },
];

async function page(name: string, files: readonly { path: string; text: string }[]) {
  const storage = createBrowserStorage(createMemoryStore(), new TabOwnership(createMemoryLocks()));
  const store = createWorkbench(createFakeEngine().client, storage, () => () => undefined);
  await store.getState().openFiles(name, files);
  return () => store.getState();
}

const fragmentOf = (version: number, content: unknown) =>
  `s=${version}.${deflateRawSync(JSON.stringify(content)).toString('base64url')}`;

async function made(state: Awaited<ReturnType<typeof page>>, keepSecrets = false) {
  const link = await state().makeLink(demo, keepSecrets);
  if (!link.ok) throw new Error(link.error);
  return link.value;
}

describe('a link', () => {
  it('brings back files, baseline, options and view', async () => {
    const sender = await page('shop', other);
    sender().editFile('x/web.yaml', 'kind: Deployment\n# two\n');
    sender().removeFile('x/gone.yaml');
    sender().createFile('x/new.yaml', 'new');
    await sender().setOptions({ semantics: 'kubernetes', podCIDRs: ['10.0.0.0/8'] });
    sender().select({ type: 'edge', source: 'internet', target: 'namespace:x' });
    sender().explain({ from: 'internet', to: 'workload:x/Pod/web', protocol: 'TCP', port: 80 });
    sender().setMapView('tiers');
    sender().setTable({ flowFilter: 'from:web verdict:denied' });
    sender().setMatrixOrder('openness');
    sender().toggleNamespace('namespace:x');
    sender().chooseReach({ direction: 'from', hops: 3 });
    sender().saveView('mine');
    const { fragment, files } = await made(sender);
    expect(files).toEqual(['x/gone.yaml', 'x/new.yaml', 'x/web.yaml']);

    const reader = await page('before', demo);
    expect(await reader().followLink(fragment, demo)).toBe(true);
    for (const key of ['name', 'files', 'baseline', 'options', 'activeFile', ...linkViewKeys] as const) {
      expect(reader()[key], key).toEqual(sender()[key]);
    }
  });

  it('says the demo by its name', async () => {
    const sender = await page('demo', demo);
    sender().editFile('b.yaml', 'b: 2\n');
    const link = await made(sender);
    expect(link).toMatchObject({ isDemo: true, files: ['b.yaml'] });
    const reader = await page('before', other);
    await reader().followLink(link.fragment, demo);
    expect([reader().baseline, reader().files.map(({ text }) => text)]).toEqual([demo, ['a: 1\n', 'b: 2\n']]);
  });

  it('asks first where there is unsaved work, and keeps it aside', async () => {
    const { fragment } = await made(await page('shop', other));
    const reader = await page('mine', demo);
    reader().editFile('a.yaml', 'mine');
    await reader().followLink(fragment, demo);
    expect([reader().name, reader().linkOffer?.name]).toEqual(['mine', 'shop']);
    reader().declineLink();
    expect(reader().linkOffer).toBeUndefined();
    await reader().followLink(fragment, demo);
    await reader().acceptLink(demo);
    expect([reader().name, reader().linkOffer]).toEqual(['shop', undefined]);
    expect(reader().keptAside.map(({ name }) => name)).toEqual(['mine']);
  });

  it('leaves out what Secrets hold and what kubectl kept, unless asked', async () => {
    const secret = [
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n  annotations:',
      '    kubectl.kubernetes.io/last-applied-configuration: |\n      {"hunter": 2}\ndata:\n  password: aHVudGVy\nstringData: {a: hunter}',
      '---\n{"kind": "List", "items": [{"kind": "Secret", "data": {"b": "hunter"}}]}\n',
    ].join('\n');
    const sender = await page('s', [{ path: 's.yaml', text: secret }]);
    const textIn = async (keepSecrets: boolean) => {
      const read = await readLink((await made(sender, keepSecrets)).fragment);
      return read?.ok ? (read.value.files[0]?.[1] ?? '') : '';
    };
    expect(await textIn(true)).toBe(secret);
    const clean = await textIn(false);
    expect(clean).not.toMatch(/hunter|aHVudGVy/);
    expect(clean).toMatch(/kind: Secret\nmetadata:\n {2}name: s\n/);
    expect((await made(sender)).stripped).toEqual(['s.yaml']);
  });

  it('cannot be made of a large file, or of too much', async () => {
    const noise = fc.sample(fc.string({ minLength: 4000, maxLength: 4000 }), { numRuns: 120, seed: 1 }).join('');
    const much = await page('much', [{ path: 'a.yaml', text: noise }]);
    expect(await much().makeLink(demo, false)).toMatchObject({ ok: false, error: /link of \d+ KiB/ });
    const large = await page('large', [{ path: 'dump.json', text: '', large: { bytes: 1 } } as never]);
    expect(await large().makeLink(demo, false)).toMatchObject({ ok: false, error: /dump\.json is too large/ });
  });
});

describe('recorded links of version 0', () => {
  const explainQuery = { from: 'dev-app/frontend', to: 'dev-app/backend', protocol: 'TCP', port: 8080 };

  it.each([
    [
      's=0.q1ZKy8xJLVayqlZK1KtMzM1RslJKtFIwjMlTqtVRyk0sULJSyk0sKcqsUKoFAA',
      { name: 'demo', files: [['a.yaml', 'a: 1\n']], view: { mapView: 'matrix' } },
    ],
    [
      's=0.q1ZKy8xJLVayUkpJzc1X0lFKK8rPBfPKdBMLCvTTivLzSlLzUpR0lErykcSTEpOzIcIF-UUlSlYWBhYGtQA',
      { base: 'demo', files: [], view: { explainQuery } },
    ],
  ])('%s', async (fragment, value) => expect(await readLink(fragment)).toMatchObject({ ok: true, value }));
});

describe('a link from anybody', () => {
  const good = { name: 'n', files: [['a.yaml', 'a']], changes: [], options: {}, view: {} };

  it.each([
    ['s=1.', /damaged/],
    ['s=1.%%%', /damaged/],
    ['s=1.AAAA', /damaged/],
    ['s=2.AAAA', /newer version/],
    [`s=1.${'A'.repeat(300 * 1024)}`, /longer than 256 KiB/],
    [fragmentOf(1, 'x'.repeat(9 * 1024 * 1024)), /more than 8 MiB/],
    [
      fragmentOf(1, {
        ...good,
        files: [
          ['a.yaml', 'a'],
          ['a.yaml', 'b'],
        ],
      }),
      /does not hold/,
    ],
    [fragmentOf(1, { ...good, files: [['', 'a']] }), /does not hold/],
    [fragmentOf(1, { ...good, files: [['a\u0000', 'a']] }), /does not hold/],
    [fragmentOf(1, { ...good, view: { mapView: 'globe' } }), /does not hold/],
    [fragmentOf(1, { ...good, view: { selection: { type: 'node' } } }), /does not hold/],
    [fragmentOf(1, { ...good, options: { semantics: 'mine' } }), /does not hold/],
    [fragmentOf(1, []), /does not hold/],
  ])('is refused in words: %.40s', async (fragment, words) => {
    const state = await page('mine', demo);
    expect(await state().followLink(fragment, demo)).toBe(true);
    expect(state().linkProblem).toMatch(words);
    expect(state().files).toEqual(demo);
  });

  it('is none of ours where it does not begin like one', async () => {
    const state = await page('mine', demo);
    expect(await state().followLink('demo', demo)).toBe(false);
    expect(await state().followLink('s=x', demo)).toBe(false);
  });

  it('never throws', async () => {
    const any = fc.tuple(fc.nat(2), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(any, async ([version, value]) => {
        await readLink(fragmentOf(version, value));
        await readLink(fragmentOf(version, { ...good, view: value, options: value }));
      }),
      runs(100),
    );
  });
});
