// The command that shows a change in the page: what it puts in, and whom it serves.
import { execFileSync } from 'node:child_process';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewPlace } from '../exporters/review-page.ts';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { dbPolicy, shopPods } from '../testing/shop-manifests.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
let running: Promise<number> | undefined;
beforeEach(() => {
  terminal = new RememberingTerminal();
  terminal.write({
    'pages/index.html': `<title>Sluice</title>${reviewPlace}`,
    'pages/report.html': `<title>Report</title>${reviewPlace}`,
    'pages/assets/page.js': 'page',
    'pages/secret.txt': 'not served',
    'base/pods.yaml': shopPods,
    'base/db.yaml': dbPolicy('web'),
    'head/pods.yaml': shopPods,
    'head/db.yaml': dbPolicy('db'),
  });
});
afterEach(async () => {
  terminal.stop();
  await running;
  running = undefined;
  terminal.dispose();
});

/** Starts the command and waits for the address it prints. */
async function served(line: string): Promise<URL> {
  running = runCommand(['review', ...line.split(' ')], terminal);
  void running.then((status) => {
    terminal.output += `\nended with ${status}`;
  });
  await expect.poll(() => terminal.output).not.toBe('');
  return new URL(/http:\S+/.exec(terminal.output)?.[0] ?? `about:${terminal.output}${terminal.messages}`);
}

interface Asked {
  readonly method?: string;
  readonly host?: string;
}

/** `path` as it stands: a client's own tidying of `..` would hide what is asked. */
function ask(to: URL, path = to.pathname, { method = 'GET', host = to.host }: Asked = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((done, fail) => {
    const asking = request({ host: to.hostname, port: to.port, path, method, headers: { host } }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asking.on('error', fail);
    asking.end();
  });
}

const dataIn = (html: string) => JSON.parse(/id="sluice-review">(.*?)<\/script>/s.exec(html)?.[1] ?? '');

describe('sluice review', () => {
  it('serves the page with both ends inside, under one path each', async () => {
    const { text, headers } = await ask(await served('base head --semantics kubernetes --tenant-label team'));
    expect(dataIn(text)).toMatchObject({
      schema: 'sluice/review-input/v1',
      name: 'base and head',
      base: [{ path: 'db.yaml', text: dbPolicy('web') }, { path: 'pods.yaml' }],
      head: [{ path: 'db.yaml', text: dbPolicy('db') }, { path: 'pods.yaml' }],
      options: { semantics: 'kubernetes' },
      tenantLabel: 'team',
      notices: [],
    });
    expect(headers['content-security-policy']).toMatch(/connect-src 'none'.*frame-ancestors 'none'/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' });
    terminal.stop();
    expect(await running).toBe(0);
  });

  it('shows two files as one that changed, and what could not be read', async () => {
    terminal.write({ 'old.yaml': shopPods, 'new/shop.yaml': dbPolicy('db'), 'new/broken.zip': 'no zip' });
    expect(dataIn((await ask(await served('old.yaml new/shop.yaml'))).text)).toMatchObject({
      base: [{ path: 'new/shop.yaml', text: shopPods }],
      head: [{ path: 'new/shop.yaml', text: dbPolicy('db') }],
    });
    terminal.stop();
    await running;
    terminal.output = '';
    const { notices } = dataIn((await ask(await served('old.yaml new/broken.zip'))).text);
    expect(notices).toMatchObject([{ path: 'new/broken.zip', severity: 'error' }]);
  });

  it('reads revisions without touching the working tree', async () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: terminal.cwd, encoding: 'utf8' });
    git('init', '-q');
    git('add', 'base');
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'one');
    terminal.write({ 'base/db.yaml': dbPolicy('db') });
    git('add', 'base');
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'two');
    terminal.write({ 'base/db.yaml': '# not committed\n' });
    const before = git('status', '--porcelain');
    const data = dataIn((await ask(await served('--git HEAD~1..HEAD base'))).text);
    expect(data).toMatchObject({ name: 'HEAD~1..HEAD', head: [{ path: 'base/db.yaml', text: dbPolicy('db') }, {}] });
    expect(git('status', '--porcelain')).toBe(before);
  });

  it('serves nobody who does not have the address, and nothing but the page', async () => {
    const address = await served('base head');
    expect(address.hostname).toBe('127.0.0.1');
    expect(address.pathname.length).toBeGreaterThan(20);
    const answers = async (path?: string, asked: Asked = {}) => (await ask(address, path, asked)).status;
    expect(await answers('/assets/page.js')).toBe(200);
    expect(await answers(address.pathname, { method: 'HEAD' })).toBe(200);
    expect(await answers(address.pathname, { host: `localhost:${address.port}` })).toBe(200);
    expect(await answers(address.pathname, { host: `evil.example:${address.port}` })).toBe(403);
    expect(await answers(address.pathname, { host: '127.0.0.1' })).toBe(403);
    expect(await answers(address.pathname, { method: 'POST' })).toBe(405);
    for (const path of [
      '/',
      '/secret.txt',
      '/assets/../secret.txt',
      '/assets/%2e%2e/secret.txt',
      '//etc/passwd',
      '*',
    ]) {
      const { status, text } = await ask(address, path);
      expect([status, text]).toEqual([404, 'There is nothing at this address.\n']);
    }
  });

  it.each([
    ['base', /name two PATHs/],
    ['base head --port x', /--port x is no port/],
    ['base head --port 70000', /no port/],
    ['nothing head', /nothing: no such file or folder/],
  ])('refuses %s', async (line, words) => {
    expect(await runCommand(['review', ...line.split(' ')], terminal)).toBe(2);
    expect(terminal.messages.join()).toMatch(words);
  });

  it('says when a port is taken, and when there is no page', async () => {
    const { port } = await served('base head');
    const other = (line: string) => runCommand(['review', ...line.split(' ')], terminal);
    expect(await other(`base head --port ${port}`)).toBe(2);
    expect(terminal.messages.join()).toMatch(/is taken; without --port/);
    terminal.write({ 'pages/index.html': '<p>' });
    expect(await other('base head')).toBe(2);
    expect(terminal.messages.join()).toMatch(/no place for a review/);
  });
});

it('sluice diff --format html is the report with both ends inside, and judges as ever', async () => {
  const run = (line: string) => runCommand(['diff', ...line.split(' ')], terminal);
  expect(await run('base head --format html --fail-on closed')).toBe(1);
  expect(terminal.output).toMatch(/^<title>Report<\/title>/);
  expect(dataIn(terminal.output)).toMatchObject({ head: [{ path: 'db.yaml', text: dbPolicy('db') }, {}] });
});
