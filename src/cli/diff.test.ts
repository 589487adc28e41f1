// The command from two folders, or a git range, to flips with causes.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { dbPolicy, shopPods } from '../testing/shop-manifests.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
});
afterEach(() => terminal.dispose());

const run = (line: string) => runCommand(['diff', ...line.split(' ')], terminal);

interface Result {
  opened: { src: string; dst: string; risk: string; causes: unknown[] }[];
  closed: { src: string; dst: string; risk: string; causes: unknown[] }[];
  summary: { sentence: string };
}

describe('between folders', () => {
  beforeEach(() => {
    terminal.write({
      'base/pods.yaml': shopPods,
      'base/db.yaml': dbPolicy('web'),
      'head/pods.yaml': shopPods,
      'head/db.yaml': dbPolicy('db'),
    });
  });

  it('names what closed, its risk and the line', async () => {
    expect(await run('base head --format json')).toBe(0);
    const result = JSON.parse(terminal.output) as Result;
    expect(result.opened).toEqual([]);
    expect(result.closed).toEqual([
      {
        src: 'shop/Pod/web',
        dst: 'shop/Pod/db',
        protocol: 'TCP',
        ports: '5432',
        verdict: 'denied',
        was: 'allowed',
        risk: 'none',
        risks: [],
        causes: [
          {
            file: 'head/db.yaml',
            line: 15,
            change:
              'changes label app of the pod selector of peer 1 of ingress rule 1 of NetworkPolicy shop/db from web to db',
            id: expect.stringMatching(/^networking\.k8s\.io\/NetworkPolicy\/shop\/db:/),
          },
        ],
      },
    ]);
    expect(result.summary.sentence).toBe('This change closes 1 flow.');
  });

  it('says nothing flips between equal folders', async () => {
    expect(await run('base base --fail-on any')).toBe(0);
    expect(terminal.output).toBe('This change opens and closes nothing.\n');
  });

  it.each([
    ['opened', 0],
    ['closed', 1],
    ['internet', 0],
    ['any', 1],
    ['opened,closed', 1],
  ])('--fail-on %s: %i', async (what, status) => expect(await run(`base head --fail-on ${what}`)).toBe(status));

  it('names a removed policy, and the Internet as the risk', async () => {
    rmSync(join(terminal.cwd, 'head/db.yaml'));
    expect(await run('base head --format json --fail-on internet')).toBe(1);
    const { opened } = JSON.parse(terminal.output) as Result;
    expect(opened.map((flip) => [flip.src, flip.risk])).toEqual([
      ['internet', 'internet'],
      ['ops/Pod/probe', 'namespaces'],
    ]);
    for (const flip of opened)
      expect(flip.causes).toMatchObject([{ file: 'base/db.yaml', line: 1, change: 'removes NetworkPolicy shop/db' }]);
  });

  it('names a workload whose labels changed', async () => {
    terminal.write({ 'head/pods.yaml': shopPods.replace('app: web', 'app: www'), 'head/db.yaml': dbPolicy('web') });
    expect(await run('base head --format json')).toBe(0);
    const { closed } = JSON.parse(terminal.output) as Result;
    expect(closed.map((flip) => flip.causes)).toMatchObject([
      [{ file: 'head/pods.yaml', line: 17, change: 'changes label app of Pod shop/web from web to www' }],
    ]);
  });

  it('tells flows between tenants', async () => {
    const labelled = (tenant: string) => shopPods.replace('name: ops', `name: ops\n  labels:\n    owner: ${tenant}`);
    terminal.write({ 'base/pods.yaml': labelled('ops'), 'head/pods.yaml': labelled('ops') });
    rmSync(join(terminal.cwd, 'head/db.yaml'));
    expect(await run('base head --tenant-label owner')).toBe(0);
    expect(terminal.output).toContain('Opened, between tenants (1)');
  });

  it('takes one end from standard input', async () => {
    terminal.standardInput = `${shopPods}---\n${dbPolicy('db')}`;
    expect(await run('base - --fail-on closed')).toBe(1);
    expect(terminal.output).toContain('stdin.yaml:');
    expect(await run('- -')).toBe(2);
  });

  it('puts incomplete input before what it found', async () => {
    terminal.write({ 'head/x.yaml': 'a: [' });
    expect(await run('base head --fail-on any')).toBe(3);
    expect(await run('base head --fail-on any --allow-incomplete')).toBe(1);
  });
});

describe('of a git range', () => {
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...args],
      { cwd: terminal.cwd, stdio: 'pipe' },
    );

  beforeEach(() => {
    git('init', '-q', '-b', 'main');
    terminal.write({ 'k8s/pods.yaml': shopPods, 'k8s/db.yaml': dbPolicy('web'), 'other/broken.yaml': 'a: [' });
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    git('checkout', '-q', '-b', 'change');
    terminal.write({ 'k8s/db.yaml': dbPolicy('db') });
    git('commit', '-q', '-a', '-m', 'two');
    git('checkout', '-q', 'main');
  });

  it.each(['main..change k8s', 'main...change k8s', '..change k8s'])('%s', async (range) => {
    expect(await run(`--git ${range}`)).toBe(0);
    expect(terminal.output).toContain('k8s/db.yaml:15: changes label app of the pod selector');
  });

  it('compares one revision with the files as they are, new ones included', async () => {
    expect(await run('--git change k8s')).toBe(0);
    expect(terminal.output).toContain('This change opens 1 flow.');
    git('rm', '-q', 'k8s/db.yaml');
    terminal.write({
      'k8s/new.yaml': dbPolicy(undefined),
      '.gitignore': 'k8s/ignored.yaml',
      'k8s/ignored.yaml': 'a: [',
    });
    expect(await run('--git main k8s --format json')).toBe(0);
    const { closed } = JSON.parse(terminal.output.slice(terminal.output.indexOf('{'))) as Result;
    expect(closed.map((flip) => flip.src)).toEqual(['shop/Pod/web']);
    expect(execFileSync('git', ['status', '--short', 'k8s'], { cwd: terminal.cwd, encoding: 'utf8' })).toContain(
      '?? k8s/new.yaml',
    );
  });

  it.each([
    ['new', '--fail-on opened', 1],
    ['old', '--fail-on closed', 1],
  ])('%s manifests may be all there are', async (end, flags, status) => {
    git('checkout', '-q', '--orphan', 'bare');
    git('rm', '-rfq', '.');
    git('commit', '-q', '--allow-empty', '-m', 'none');
    expect(await run(`--git ${end === 'new' ? 'bare..main' : 'main..bare'} k8s ${flags}`)).toBe(status);
    expect(terminal.messages).toEqual([]);
  });

  it('reads the whole tree without a path', async () => {
    expect(await run('--git main..change')).toBe(3);
    expect(terminal.messages[0]).toContain('sluice: other/broken.yaml:');
  });

  it.each([
    ['--git main..nowhere k8s', 'sluice: git knows no revision nowhere here'],
    ['--git nowhere k8s', 'sluice: git knows no revision nowhere here'],
    ['--git main nowhere', 'sluice: nowhere: no manifests there, neither in main nor in the working tree'],
    ['--git main..change nowhere', 'sluice: nowhere: no manifests there at either end of main..change'],
    ['--git --output=x..change k8s', 'sluice: --git needs a value'],
    ['--git=--output=x..change k8s', 'sluice: --output=x is no revision'],
  ])('%s is wrong usage', async (line, message) => {
    expect(await run(line)).toBe(2);
    expect(terminal.messages).toEqual([message]);
  });
});

it('says where git cannot help', async () => {
  expect(await run('--git main..HEAD')).toBe(2);
  expect(terminal.messages).toEqual(['sluice: --git works inside a git repository']);
});
