// The command from files to findings, exit status and mended files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
});
afterEach(() => terminal.dispose());

const run = (line: string) => runCommand(['lint', ...line.split(' ')], terminal);
const read = (path: string): string => readFileSync(join(terminal.cwd, path), 'utf8');

const policy = (spec: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: { name: web, namespace: shop }\nspec:\n${spec}`;
const implicit = policy("  selector: app == 'web'\n  ingress: [{ action: Allow, source: { selector: all() } }]\n");
const explicit = policy(
  "  types: [Ingress]\n  selector: app == 'web'\n  ingress: [{ action: Allow, source: { selector: all() } }]\n",
);
const sourcePort = policy(
  "  selector: app == 'web'\n  types: [Ingress]\n  ingress: [{ action: Allow, protocol: TCP, source: { ports: [80] } }]\n",
);
const other = sourcePort.replace('name: web', 'name: db');

it('writes what it finds, the gravest first', async () => {
  terminal.write({ 'a.yaml': implicit, 'b.yaml': other });
  expect(await run('.')).toBe(0);
  const [first, second, sum] = terminal.output.split('\n');
  expect(first).toMatch(/^b\.yaml:7:\d+: warning: `source\.ports` are .* Write the ports .* \[source-ports\]$/);
  expect(second).toMatch(/^a\.yaml:4:1: info: `types` is not written: .* \[types-implicit\]$/);
  expect(sum).toMatch(/^1 warning, 1 note in 2 files;/);
});

it('has problems of reading among them, and is then incomplete', async () => {
  terminal.write({ 'a.yaml': policy('  selector: app = 3\n') });
  expect(await run('a.yaml --format json --fail-on info')).toBe(3);
  expect(JSON.parse(terminal.output)).toMatchObject({
    schema: 'sluice/lint/v1',
    findings: [{ rule: 'selector-syntax', severity: 'error', file: 'a.yaml', line: 5 }],
    incomplete: true,
  });
});

it.each([
  ['error', 0],
  ['warning', 1],
  ['info', 1],
])('fails on %s: %i', async (severity, status) => {
  terminal.write({ 'a.yaml': sourcePort });
  expect(await run(`a.yaml --fail-on ${severity}`)).toBe(status);
});

it('needs a path', async () => expect(await runCommand(['lint'], terminal)).toBe(2));

describe('--fix', () => {
  it('writes what leaves the meaning as it is, and nothing else', async () => {
    terminal.write({ 'a.yaml': implicit, 'b.yaml': other });
    expect(await run('. --fix')).toBe(0);
    expect([read('a.yaml'), read('b.yaml')]).toEqual([explicit, other]);
    expect(terminal.messages).toEqual([
      'sluice: a.yaml:4: Add `types: [Ingress]` [types-implicit]',
      'sluice: wrote 1 fix',
    ]);
    expect(terminal.output).not.toContain('types-implicit');
    expect(terminal.output).toContain('source-ports');
  });

  it('leaves archives and texts that are not plain UTF-8 alone, and says so', async () => {
    const marked = `\uFEFF${implicit.replace('name: web', 'name: db')}`;
    const bytes = new TextEncoder().encode(implicit);
    terminal.write({ 'a.zip': zipSync({ 'a.yaml': bytes }), 'b.yaml': marked });
    await run('a.zip b.yaml --fix');
    expect(terminal.messages).toEqual([
      expect.stringMatching(/a\.yaml: not fixed: it is no file of its own on this disk$/),
      expect.stringMatching(/b\.yaml: not fixed: it holds something else/),
      'sluice: nothing could be fixed safely',
    ]);
    expect(read('b.yaml')).toBe(marked);
  });
});

describe('lets findings pass by comments', () => {
  const known = implicit.replace('spec:', 'spec: # sluice-ignore types-implicit: ingress only, on purpose');

  it('counts and lists them, with who says so', async () => {
    terminal.write({ 'a.yaml': known });
    expect(await run('a.yaml --fail-on info')).toBe(0);
    expect(terminal.output).toBe(
      'a.yaml:4:1: let pass: ingress only, on purpose (a.yaml:4) [types-implicit]\nNo findings in 1 file, 1 let pass\n',
    );
    terminal.output = '';
    await run('a.yaml --format json');
    expect(JSON.parse(terminal.output)).toMatchObject({
      findings: [],
      passed: [{ rule: 'types-implicit', reason: 'ingress only, on purpose', by: { file: 'a.yaml', line: 4 } }],
    });
    for (const format of ['md', 'sarif', 'github']) {
      terminal.output = '';
      expect(await run(`a.yaml --fail-on info --format ${format}`)).toBe(0);
      expect(terminal.output).not.toMatch(/"ruleId"|::notice/);
    }
  });

  it('does not mend what is let pass', async () => {
    terminal.write({ 'a.yaml': known });
    await run('a.yaml --fix');
    expect(read('a.yaml')).toBe(known);
  });

  it('never hides that the input is incomplete', async () => {
    terminal.write({ 'a.yaml': `# sluice-ignore selector-syntax: known\n${policy('  selector: app = 3\n')}` });
    expect(await run('a.yaml')).toBe(3);
    expect(terminal.output).toContain('[selector-syntax]');
    expect(terminal.output).toMatch(/1:1: info: `selector-syntax` cannot be let pass .* \[ignore-unused\]/);
  });

  it('takes comments out that fit nothing, and what that uncovers', async () => {
    terminal.write({ 'a.yaml': `# sluice-ignore order-tie: gone\n${implicit}` });
    await run('a.yaml --fix');
    expect(read('a.yaml')).toBe(explicit);
    expect(terminal.messages).toContain('sluice: a.yaml:1: Take the comment out [ignore-unused]');
  });
});

describe('help', () => {
  it.each([
    ['--explain types-implicit', /^types-implicit \(info\)\n.*\n\nWhy it matters\n/],
    ['--explain types-implicit --format json', /"quickFix": "safe"/],
    ['--explain duplicate-key', /^duplicate-key \(error\)/],
    ['--list', /^types-implicit +info +A Calico policy/],
    ['--list --format json', /"rule": "duplicate-key"/],
  ])('%s', async (line, text) => {
    expect(await run(line)).toBe(0);
    expect(terminal.output).toMatch(text);
  });

  it.each([
    ['--explain types-implict', 'no finding is called types-implict; did you mean types-implicit?'],
    ['--explain zzz', 'no finding is called zzz; --list has all of them'],
    ['--list --format sarif', 'help for findings is written as text or json, not as sarif'],
  ])('%s: %s', async (line, message) => {
    expect(await run(line)).toBe(2);
    expect(terminal.messages).toEqual([`sluice: ${message}`]);
  });
});
