// Which configuration counts, and what it changes.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
});
afterEach(() => terminal.dispose());

const run = (line: string) => runCommand(line.split(' '), terminal);
const config = (text: string): string => `apiVersion: sluice/v1\nkind: Config\n${text}`;
const implicit = `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { selector: "app == 'web'", ingress: [{ action: Allow, source: { nets: [10.244.0.0/24] } }] }
`;
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop, labels: { app: web } }\nspec: {}\n';
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: terminal.cwd });

describe('finds a configuration', () => {
  it('upward to the top of the repository, and gives the paths', async () => {
    terminal.write({ 'repo/k8s/a.yaml': implicit, 'repo/sluice.yaml': config('failOn: info\npaths: [k8s]\n') });
    terminal.write({ 'sluice.yaml': config('nonsense: 1\n') });
    git('init', '-q', 'repo');
    expect(await run('lint repo/k8s')).toBe(1);
    expect(await run('lint repo/k8s --no-config')).toBe(0);
    expect(await run('lint --config repo/sluice.yaml')).toBe(1);
    expect(terminal.output).toContain('repo/k8s/a.yaml:4:1: info:');
    expect(await run('lint repo/k8s --config sluice.yaml')).toBe(2);
    expect(terminal.messages.at(-1)).toMatch(/^sluice: sluice\.yaml:3:1: unknown field nonsense; there are/);
  });

  it('in no repository not above where somebody stands', async () => {
    terminal.write({ 'at/a.yaml': implicit, 'at/sluice.yaml': config('failOn: info\n') });
    expect(await run('lint at')).toBe(1);
    expect(await run(`lint ${join(terminal.cwd, 'at')}`)).toBe(1);
  });

  it('that is no manifest, while everything else in the same file is one', async () => {
    terminal.write({ 'a.yaml': implicit, 'sluice.yaml': config('severities: { types-implicit: off }\n') });
    expect(await run('lint . --format json')).toBe(0);
    expect(terminal.output).not.toContain('types-implicit');
    terminal.write({ 'b/sluice.yaml': implicit.replace('name: web', 'name: hidden') });
    expect(await run('lint b/sluice.yaml --no-config')).toBe(0);
    expect(terminal.output).toContain('b/sluice.yaml:4:1: info');
  });
});

it('gives facts that flags win over', async () => {
  terminal.write({ 'a.yaml': `${implicit}---\n${pod}`, 'sluice.yaml': config('podCIDRs: [10.244.0.0/16]\n') });
  const flows = async (flags = '') => {
    terminal.output = '';
    expect(await run(`connectivity a.yaml --format json${flags}`)).toBe(0);
    return terminal.output;
  };
  const configured = await flows();
  expect(configured).toBe(await flows(' --no-config --pod-cidr 10.244.0.0/16'));
  expect(configured).not.toBe(await flows(' --no-config'));
  expect(await flows(' --pod-cidr 10.9.0.0/16')).toBe(await flows(' --no-config --pod-cidr 10.9.0.0/16'));
});

describe('lets findings pass', () => {
  const rule = (more: string): string => config(`ignore:\n  - { rule: types-implicit, reason: soon, ${more} }\n`);

  it.each([
    ['files: a.yaml', 0],
    ["files: 'k8s/**/a.*'", 0],
    ["files: 'k8s/*.yaml'", 1],
    ["object: 'NetworkPolicy shop/*'", 0],
    ['object: NetworkPolicy shop/db', 1],
    ['expires: 2026-11-22', 0],
    ['expires: 2026-11-21', 1],
  ])('%s: exit status %i', async (more, status) => {
    terminal.write({ 'k8s/deep/a.yaml': implicit, 'sluice.yaml': rule(more) });
    expect(await run('lint k8s --fail-on info')).toBe(status);
  });

  it('tells that a rule expired, or fits nothing', async () => {
    terminal.write({ 'a.yaml': implicit, 'sluice.yaml': rule('expires: 2026-01-31') });
    await run('lint a.yaml');
    expect(terminal.output).toContain('It was let pass until 2026-01-31 (sluice.yaml:4).');
    terminal.write({ 'sluice.yaml': rule('files: other.yaml') });
    await run('lint a.yaml');
    expect(terminal.messages.at(-1)).toBe('sluice: sluice.yaml:4: this ignore rule fits no finding; take it out');
  });

  it('never hides that the input is incomplete', async () => {
    terminal.write({
      'a.yaml': implicit.replace("app == 'web'", 'app ='),
      'sluice.yaml': config('severities: { selector-syntax: off }\n'),
    });
    expect(await run('lint a.yaml')).toBe(3);
  });
});

describe('of a git range', () => {
  it('takes that of the base, so that a change cannot switch off its own check', async () => {
    git('init', '-q', '.');
    terminal.write({ 'k8s/a.yaml': pod, 'sluice.yaml': config('failOn: closed\n') });
    git('add', '-A');
    git('commit', '-q', '-m', 'base');
    const deny = implicit.replace('10.244.0.0/24', '192.0.2.0/24');
    terminal.write({ 'k8s/b.yaml': deny, 'sluice.yaml': config('failOn: []\n') });
    git('add', '-A');
    git('commit', '-q', '-m', 'head');
    expect(await run('diff --git HEAD~1..HEAD k8s')).toBe(1);
    expect(terminal.messages).toContainEqual(
      expect.stringMatching(/^sluice: sluice\.yaml differs from that of \w+, which counts/),
    );
    expect(await run('diff --git HEAD~1..HEAD k8s --trust-config')).toBe(0);
    expect(await run('diff --git HEAD~1..HEAD k8s --fail-on opened')).toBe(0);
    terminal.write({ 'sluice.yaml': config('failOn: info\n') });
    expect(await run('lint k8s')).toBe(1);
    expect(await run('lint k8s --config-at HEAD')).toBe(0);
    expect(await run('lint k8s --config-at nowhere')).toBe(2);
  });
});
