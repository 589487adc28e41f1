// Changes fetched from a real server on this machine that speaks the forges' APIs.
import { afterEach, describe, expect, it } from 'vitest';
import { ForgeServer } from '../../testing/forge-server.ts';
import { allForges } from './all-forges.ts';
import { fetchChange, isManifestPath } from './fetch-change.ts';
import { createForgeRequests, ForgeProblem } from './forge-requests.ts';

const many = (text: (at: number) => string) =>
  Object.fromEntries(Array.from({ length: 230 }, (_, at) => [`many/${at}.yaml`, text(at)]));
const hostile = {
  'hostile/../../x.yaml': 'c: 1\n',
  'hostile/<img src=x>.yaml': 'c: 2\n',
  'hostile/__proto__.yaml': 'c: 3\n',
  'hostile/two\nlines ?#%2e.yaml': 'c: 4\n',
};
const project = {
  project: 'acme/shop',
  title: 'Open <b>the</b> shop',
  base: { 'k8s/gone.yaml': 'kind: Pod\n', 'k8s/same.yaml': 'kind: Service\n', ...many((at) => `a: ${at}\n`) },
  head: {
    'k8s/new.yml': 'kind: Namespace\n',
    'k8s/same.yaml': 'kind: Service\n',
    'k8s/chart.md': '# none\n',
    '.github/workflows/ci.yaml': 'on: push\n',
    ...many((at) => `b: ${at}\n`),
    ...hostile,
  },
};
let server = new ForgeServer(project);
afterEach(() => server.stop());

async function change(
  path: string,
  { token = '', folder = '', of = project as ConstructorParameters<typeof ForgeServer>[0] } = {},
) {
  server = new ForgeServer(of);
  const url = new URL(`${await server.start()}${path}`);
  const forge = allForges.find((one) => one.readAddress(url));
  const address = forge?.readAddress(url);
  if (!forge || !address) throw new Error('no forge');
  const now = () => Date.parse('2026-01-01T12:00:00Z');
  const requests = createForgeRequests({ fetch, token, signal: new AbortController().signal, now });
  const find = () => forge.findChange(address, requests);
  const steps: [number, number][] = [];
  const progress = (...step: [number, number]) => void steps.push(step);
  const read = async () => fetchChange({ forge, address, change: await find(), folder, requests, progress });
  return { forge, find, read, steps };
}

const ways = [
  ['GitHub', '/acme/shop/pull/7', '#7 Open <b>the</b> shop'],
  ['GitHub', '/acme/shop/pull/7/files', '#7 Open <b>the</b> shop'],
  ['GitHub', '/acme/shop/compare/main...feature/x', 'main...feature/x'],
  ['GitLab', '/acme/shop/-/merge_requests/7', '!7 Open <b>the</b> shop'],
  ['GitLab', '/acme/shop/-/compare/main...feature%2Fx', 'main...feature/x'],
] as const;

describe.each(ways)('%s %s', (title, path, name) => {
  it('finds the change, and reads both ends from where it began', async () => {
    const { forge, find, read, steps } = await change(path);
    expect(forge.title).toBe(title);
    const found = await find();
    expect(found.title).toBe(name);
    // Two pages and a part.
    expect(found.changed.length).toBe(230 + 4 + Object.keys(hostile).length);
    expect(found.isCutShort).toBe(false);
    const { base, head } = await read();
    expect(base.find((file) => file.path === 'k8s/gone.yaml')?.text).toBe('kind: Pod\n');
    expect(base).toHaveLength(Object.keys(project.base).length);
    const texts = new Map(head.map((file) => [file.path, file.text]));
    for (const [at, text] of Object.entries(project.head))
      expect(texts.get(at)).toBe(isManifestPath(at) ? text : undefined);
    // What both ends have is fetched once.
    expect(steps.at(-1)).toEqual([467, 467]);
    expect(new Set(server.requests.filter((one) => one.includes('blob'))).size).toBe(467);
  });

  it('reads one folder, which one end may lack', async () => {
    const { read } = await change(path, { folder: '/hostile/' });
    const { base, head } = await read();
    expect([base, head.map((file) => file.path).sort()]).toEqual([[], Object.keys(hostile).sort()]);
  });

  it('reads what is private with a token only', async () => {
    const of = { ...project, token: 'secret' };
    await expect((await change(path, { of })).find()).rejects.toThrow(
      /nothing at this address.*private and needs a token/,
    );
    await expect((await change(path, { of, token: 'wrong' })).find()).rejects.toThrow(/the token may not read it/);
    expect((await (await change(path, { of, token: 'secret' })).find()).title).toBe(name);
    expect(server.requests.join()).not.toContain('secret');
  });

  it.each([
    [429, { 'retry-after': '90' }, /takes no more requests for now; try again in 2 minutes, at .*With a token/],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767269700' }, /try again in 15 minutes/],
    [403, {}, /does not allow this \(403\)/],
    [401, {}, /does not accept the token/],
    [502, {}, /error \(502\)\. Try again/],
    [200, {}, /does not answer as expected/],
  ])('tells of %d %o', async (status, headers, words) => {
    const { find } = await change(path);
    server.refuseWith = { status, headers };
    const failure = await find().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ForgeProblem);
    expect(String(failure)).toMatch(words);
  });

  it('tells of a server that is not there', async () => {
    const { find } = await change(path);
    server.stop();
    await expect(find()).rejects.toThrow(/cannot be reached from this page/);
  });
});
