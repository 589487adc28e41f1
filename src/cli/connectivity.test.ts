// The command from files to text and status.
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { dbPolicy, shopPods } from '../testing/shop-manifests.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
});
afterEach(() => terminal.dispose());

const run = (line: string) => runCommand(['connectivity', ...line.split(' ')], terminal);
const flowsTo = (dst: string) =>
  (
    JSON.parse(terminal.output) as {
      flows: { src: string; dst: string; protocol: string; ports: string; verdict: string }[];
    }
  ).flows
    .filter((flow) => flow.dst === dst)
    .map((flow) => `${flow.src} ${flow.protocol} ${flow.ports} ${flow.verdict}`);

it('prints the flows by source', async () => {
  terminal.write({ 'shop/pods.yaml': shopPods, 'shop/db.yaml': dbPolicy('web') });
  expect(await run('shop --focus shop/db')).toBe(0);
  expect(terminal.output.split('\n\nAssumed')[0]).toBe(`8 possible flows (3 workloads, 3 pods, 2 namespaces, 1 policy)

shop/Pod/db
  → internet       all ports  allowed
  → ops/Pod/probe  all ports  allowed
  → shop/Pod/web   TCP 80     allowed

shop/Pod/web
  → shop/Pod/db    TCP 5432   allowed`);
});

it('writes the JSON schema, whatever the order of files', async () => {
  terminal.write({ 'a.yaml': shopPods, 'b.yaml': dbPolicy('web') });
  expect(await run('a.yaml b.yaml --format json')).toBe(0);
  expect(JSON.parse(terminal.output)).toMatchObject({
    schema: 'sluice/connectivity/v1',
    snapshot: { files: 2, namespaces: 2, workloads: 3, pods: 3, policies: 1 },
    problems: [],
    incomplete: false,
  });
  expect(flowsTo('shop/Pod/db')).toEqual(['shop/Pod/web TCP 5432 allowed']);
  expect(flowsTo('shop/Pod/web')).toEqual([
    'internet TCP 80 allowed',
    'ops/Pod/probe TCP 80 allowed',
    'shop/Pod/db TCP 80 allowed',
  ]);
  const first = terminal.output;
  terminal.output = '';
  await run('b.yaml a.yaml --format json');
  expect(terminal.output).toBe(first);
});

it.each(['csv', 'md', 'dot', 'mermaid'])('writes %s', async (format) => {
  terminal.write({ 'a.yaml': shopPods });
  expect(await run(`. --format ${format}`)).toBe(0);
  expect(terminal.output).toContain('shop');
});

it('counts all ports when asked, and sums up by namespace', async () => {
  terminal.write({ 'a.yaml': shopPods, 'b.yaml': dbPolicy('web') });
  await run('. --format json --ports all --focus shop/db');
  expect(flowsTo('shop/Pod/db')).toEqual(['shop/Pod/web TCP 5432 allowed']);
  terminal.output = '';
  await run('. --format json --level namespace');
  expect(flowsTo('shop')).toEqual(['internet TCP 80 allowed', 'ops TCP 80 allowed', 'shop TCP 80,5432 allowed']);
});

it('takes several CIDRs after one flag', async () => {
  const deployment =
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api, namespace: shop}\nspec: {template: {metadata: {labels: {app: api}}}}\n';
  const policy = dbPolicy('web').replace(/podSelector:\n +matchLabels:\n +app: web/, 'ipBlock: {cidr: 10.0.0.0/8}');
  terminal.write({ 'a.yaml': `${shopPods}---\n${deployment}`, 'b.yaml': policy });
  expect(await run('--pod-cidr 10.1.0.0/16 10.2.0.0/16 a.yaml b.yaml --format json')).toBe(0);
  expect(flowsTo('shop/Pod/db')).toContain('shop/Deployment/api TCP 5432 allowed');
});

it('says which name is nearest to an unknown focus', async () => {
  terminal.write({ 'a.yaml': shopPods });
  expect(await run('. --focus shop/dbb')).toBe(2);
  expect(terminal.messages).toEqual(['sluice: nothing is called shop/dbb; did you mean shop/db?']);
});

describe('reads', () => {
  it('standard input, a zip, and a file with any name', async () => {
    terminal.standardInput = dbPolicy('web');
    terminal.write({
      'a.zip': zipSync({ 'pods.yaml': new TextEncoder().encode(shopPods) }),
      'more.txt': 'kind: Namespace\napiVersion: v1\nmetadata: {name: x}\n',
    });
    expect(await run('- a.zip more.txt --format json')).toBe(0);
    expect(JSON.parse(terminal.output)).toMatchObject({ snapshot: { files: 3, namespaces: 3, policies: 1 } });
  });

  it('a file once, however often it is named', async () => {
    terminal.write({ 'a.yaml': shopPods });
    expect(await run('. a.yaml ./a.yaml --format json')).toBe(0);
    expect(JSON.parse(terminal.output)).toMatchObject({ snapshot: { files: 1 }, problems: [] });
  });

  it('no links and no devices in a folder, and says so', async () => {
    terminal.write({ 'm/a.yaml': shopPods, 'elsewhere/b.yaml': dbPolicy(undefined) });
    symlinkSync(join(terminal.cwd, 'elsewhere'), join(terminal.cwd, 'm/link'));
    symlinkSync(join(terminal.cwd, 'm'), join(terminal.cwd, 'm/loop'));
    execFileSync('mkfifo', [join(terminal.cwd, 'm/pipe.yaml')]);
    expect(await run('m --format json')).toBe(3);
    expect(terminal.messages.slice(0, 3)).toEqual([
      'sluice: m/link: a symbolic link, which is not followed; name its target to read it',
      'sluice: m/loop: a symbolic link, which is not followed; name its target to read it',
      'sluice: m/pipe.yaml: not a regular file; skipped',
    ]);
  });
});

describe('incomplete input', () => {
  const broken =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\nspec:\n  podSelector: {}\n  ingres: []\n';

  it('is status 3, with the place', async () => {
    terminal.write({ 'a.yaml': shopPods, 'p.yaml': broken });
    expect(await run('.')).toBe(3);
    expect(terminal.messages[0]).toMatch(/^sluice: p\.yaml:6:3: .*ingres/);
    expect(terminal.messages.at(-1)).toContain('--allow-incomplete');
  });

  it('may be accepted', async () => {
    terminal.write({ 'a.yaml': shopPods, 'p.yaml': broken });
    expect(await run('. --allow-incomplete')).toBe(0);
    expect(terminal.messages.at(-1)).toMatch(/^sluice: warning: /);
  });

  it('is also a file that could not be read', async () => {
    terminal.write({ 'a.yaml': shopPods, 'b.yaml': Uint8Array.from([0, 1, 2]) });
    expect(await run('.')).toBe(3);
    expect(terminal.messages[0]).toBe('sluice: b.yaml: is not text (a NUL character at position 0); skipped');
  });
});

describe('a large file', () => {
  const large = (policy: string): string =>
    [policy, shopPods, ...Array.from({ length: 4000 }, (_, i) => `# ${'x'.repeat(80)} ${i}`)].join('\n---\n');

  it('says the same as the same text in small files', async () => {
    terminal.write({ 'all.yaml': large(dbPolicy('web')), 'm/a.yaml': shopPods, 'm/b.yaml': dbPolicy('web') });
    expect(await run('all.yaml --format json')).toBe(0);
    const { flows, snapshot } = JSON.parse(terminal.output);
    expect(snapshot).toMatchObject({ files: 1, policies: 1 });
    terminal.output = '';
    await run('m --format json');
    expect(JSON.parse(terminal.output).flows).toEqual(flows);
  });

  it('tells problems of its policies at their lines', async () => {
    const wrong = dbPolicy('web').replace('podSelector', 'podSelectro');
    terminal.write({ 'all.yaml': large(`${shopPods}\n---\n${wrong}`) });
    expect(await run('all.yaml --format json')).toBe(3);
    const line = `${shopPods}\n---\n${wrong}`.split('\n').findIndex((text) => text.includes('podSelectro')) + 1;
    expect(terminal.messages[0]).toMatch(new RegExp(`^sluice: all.yaml:${line}:\\d+: unknown field`));
  });
});
