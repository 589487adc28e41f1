// What is packed can be installed in an empty folder, without anything else, and runs: the command, and the step of the GitHub Action.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sarifErrors } from '../testing/sarif-schema.ts';

const checkout = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'sluice-packed-'));
const installed = join(scratch, 'empty');
const repository = join(scratch, 'repository');
const summary = join(scratch, 'summary.md');
const outputs = join(scratch, 'outputs');
let packed: readonly string[] = [];

// Windows has npm as a script of its shell.
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', [...args], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

beforeAll(() => {
  mkdirSync(installed);
  execFileSync(process.execPath, ['.ci/sluice.mjs', '--help'], { cwd: checkout, stdio: 'ignore' });
  const [made] = JSON.parse(npm(['pack', '--ignore-scripts', '--json', '--pack-destination', scratch], checkout));
  packed = made.files.map(({ path }: { path: string }) => path);
  writeFileSync(join(installed, 'package.json'), '{ "private": true }\n');
  npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(scratch, made.filename)], installed);
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), text);
  }
};

const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }\nspec: { containers: [{ name: c, ports: [{ containerPort: 80 }] }] }\n`;
const policy = (from: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: db, namespace: shop }\nspec: { podSelector: { matchLabels: { app: db } }, policyTypes: [Ingress], ingress: [${from}] }\n`;
const asserted = `apiVersion: sluice/v1
kind: Assertions
assertions:
  - { name: the Internet stays out, from: internet, to: shop/db, expect: denied }
`;

describe('the package', () => {
  it('needs no other, and holds what it runs and nothing of what it is made from', () => {
    expect(
      JSON.parse(readFileSync(join(installed, 'node_modules/sluice/package.json'), 'utf8')).dependencies,
    ).toBeUndefined();
    expect(packed).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'action.yml', 'action/run.mjs', 'dist-cli/sluice.js']),
    );
    expect(packed.filter((path) => !/^(dist|dist-cli|action)\/|^[^/]+$/.test(path))).toEqual([]);
  });

  it('runs', () => {
    write({ 'k8s/db.yaml': pod('db') });
    const run = spawnSync('npx', ['--no-install', 'sluice', 'connectivity', join(repository, 'k8s')], {
      cwd: installed,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect([run.status, run.stdout]).toEqual([0, expect.stringContaining('shop/Pod/db')]);
  });

  it('holds the lessons', () => {
    const command = join(installed, 'node_modules/sluice/dist-cli/sluice.js');
    const text = execFileSync(process.execPath, [command, 'lesson', 'template', 'default-deny'], { encoding: 'utf8' });
    expect(text).toMatch(/^name: default-deny$/m);
  });
});

describe('the step of the Action', { timeout: 60_000 }, () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: repository,
      encoding: 'utf8',
    }).trim();
  let base = '';

  beforeEach(() => {
    rmSync(repository, { recursive: true, force: true });
    rmSync(summary, { force: true });
    rmSync(outputs, { force: true });
    write({ 'k8s/db.yaml': pod('db'), 'k8s/web.yaml': pod('web'), 'k8s/policy.yaml': policy('') });
    write({
      'k8s/shop.flows.yaml': asserted,
      'sluice.yaml': 'apiVersion: sluice/v1\nkind: Config\npaths: [k8s]\nfailOn: [internet, error]\n',
    });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'base');
    base = git('rev-parse', 'HEAD');
  });

  const commit = (files: Readonly<Record<string, string>>): void => {
    write(files);
    git('add', '-A');
    git('commit', '-q', '-m', 'head');
  };

  function step(inputs: Readonly<Record<string, string>> = {}) {
    const event = join(scratch, 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { base: { sha: base } } }));
    const run = spawnSync(process.execPath, [join(installed, 'node_modules/sluice/action/run.mjs')], {
      cwd: repository,
      encoding: 'utf8',
      env: {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, RUNNER_TEMP: scratch, GITHUB_EVENT_PATH: event },
        ...{ GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputs, SLUICE_COMMANDS: 'lint check diff', ...inputs },
      },
    });
    const written = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
    return { status: run.status, log: run.stdout, summary: written(summary), outputs: written(outputs).split('\n') };
  }

  it('passes a change that opens nothing', () => {
    commit({ 'README.md': 'words\n' });
    const { status, summary: told, outputs: values } = step();
    // Two notes: nothing governs the egress of the shop, and nothing the web tier.
    expect([status, values]).toEqual([0, expect.arrayContaining(['status=0', 'opened=0', 'broken=0', 'findings=2'])]);
    expect(told).toContain('## What this change opens and closes');
    expect(told).toContain('The assertion holds');
  });

  it('fails a change that opens flows to the Internet, and tells where', () => {
    commit({ 'k8s/policy.yaml': policy('{}') });
    const { status, log, summary: told, outputs: values } = step();
    expect([status, values]).toEqual([1, expect.arrayContaining(['status=1', 'broken=1', 'closed=0'])]);
    expect(values.find((line) => line.startsWith('opened='))).not.toBe('opened=0');
    expect(log).toMatch(/^::error file=k8s\/shop\.flows\.yaml,line=4,.*the Internet stays out/m);
    expect(told).toMatch(/opens 2 flows/);
    for (const name of ['lint', 'check', 'diff']) {
      expect(sarifErrors(readFileSync(join(scratch, 'sluice', `${name}.sarif`), 'utf8'))).toEqual([]);
    }
  });

  it('takes the configuration of the base, unless told otherwise', () => {
    const quiet = 'apiVersion: sluice/v1\nkind: Config\npaths: [k8s]\n';
    commit({ 'k8s/policy.yaml': policy('{}'), 'sluice.yaml': quiet });
    expect(step({ SLUICE_COMMANDS: 'diff' }).status).toBe(1);
    expect(step({ SLUICE_COMMANDS: 'diff', SLUICE_TRUST_CONFIG: 'true' }).status).toBe(0);
  });

  it('tells an incomplete input, wrong inputs and a base that is not there apart', () => {
    commit({ 'k8s/broken.yaml': 'kind: [\n' });
    expect(step({ SLUICE_COMMANDS: 'lint' }).status).toBe(3);
    expect(step({ SLUICE_COMMANDS: 'lint', SLUICE_ALLOW_INCOMPLETE: 'true' }).status).toBe(1);
    expect(step({ SLUICE_COMMANDS: 'lnt' })).toMatchObject({
      status: 2,
      log: expect.stringContaining('lnt is none of'),
    });
    expect(step({ SLUICE_BASE: 'f00d' })).toMatchObject({ status: 2, log: expect.stringContaining('fetch-depth: 0') });
  });

  it('runs nothing that an input or a name holds, and takes no commands from them', () => {
    const name = 'k8s/$(touch pwned)\n::error::x.yaml';
    commit({ [name]: 'kind: [\n' });
    const { status, log } = step({ SLUICE_PATHS: 'k8s\n$(touch pwned)', SLUICE_COMMANDS: 'lint' });
    expect(status).toBe(2);
    expect(existsSync(join(repository, 'pwned'))).toBe(false);
    const told = log.replaceAll(/::stop-commands::(\S+)\n[\s\S]*?\n::\1::\n/g, '');
    expect(told).not.toContain('::error::x');
    expect(step({ SLUICE_COMMANDS: 'lint' }).log).not.toMatch(/^::error::x/m);
  });
});

it('the Action gives its inputs to the step as its environment, and nowhere else', () => {
  const text = readFileSync(join(checkout, 'action.yml'), 'utf8');
  const [, script = ''] = /^ {6}run: (.*)$/m.exec(text) ?? [];
  expect(script).toBe('node "$GITHUB_ACTION_PATH/action/run.mjs"');
  const inputs = [...text.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name);
  const declared = [...(/^inputs:\n([\s\S]*?)^outputs:/m.exec(text)?.[1] ?? '').matchAll(/^ {2}([\w-]+):$/gm)];
  expect(inputs).toEqual(declared.map(([, name]) => name));
  expect(text).not.toMatch(/^\s+(- )?uses:/m);
});
