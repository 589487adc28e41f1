// Help, wrong usage, and internal errors.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { allCommands, runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
});
afterEach(() => terminal.dispose());

const run = (line: string) => runCommand(line.split(' ').filter(Boolean), terminal);

describe('help', () => {
  it.each(['--help', '-h'])('%s names every command, examples first', async (flag) => {
    expect(await run(flag)).toBe(0);
    for (const { name } of allCommands) expect(terminal.output).toContain(`  ${name} `);
    expect(terminal.output.indexOf('Examples:')).toBeLessThan(terminal.output.indexOf('Commands:'));
  });

  it.each(allCommands)('$name --help shows its examples and flags', async ({ name, flags, examples }) => {
    expect(await run(`${name} --help`)).toBe(0);
    for (const [line] of examples) expect(terminal.output).toContain(line);
    for (const flag of Object.keys(flags)) expect(terminal.output).toContain(`--${flag}`);
  });
});

it.each([
  ['conectivity', 'sluice: no command is called conectivity; did you mean connectivity?'],
  ['--format json', `sluice: name a command before --format: ${allCommands.map(({ name }) => name).join(', ')}`],
  ['connectivity', 'sluice: name at least one PATH, or - for standard input'],
  ['connectivity . --formt json', 'sluice: unknown flag --formt; did you mean --format?'],
  ['connectivity . -x', 'sluice: unknown flag -x; --help lists the flags'],
  [
    'connectivity . --format jsno',
    'sluice: --format jsno is none of text, json, csv, md, dot, mermaid; did you mean json?',
  ],
  ['connectivity . --format --level pod', 'sluice: --format needs a value: text, json, csv, md, dot, mermaid'],
  ['connectivity . --level', 'sluice: --level needs a value: namespace, workload, pod'],
  ['connectivity . --pending=yes', 'sluice: --pending yes is none of calico, promoted'],
  ['connectivity . --pending', 'sluice: no YAML or JSON manifests found there'],
  ['connectivity . --pod-cidr 10.0.0.0', 'sluice: --pod-cidr 10.0.0.0 is no CIDR; write one like 10.244.0.0/16'],
  ['connectivity nowhere', 'sluice: nowhere: no such file or folder'],
  ['connectivity .', 'sluice: no YAML or JSON manifests found there'],
  ['explain .', 'sluice: name both ends: --from A --to B'],
  ['explain . --from a --to b --port 99999', 'sluice: --port 99999 is no port; write a number from 1 to 65535'],
  ['diff .', 'sluice: name two PATHs, BASE and HEAD, or give --git BASE..HEAD'],
  ['diff . . --format svg', 'sluice: --format svg is none of text, json, md, sarif, html'],
  ['diff --git main', 'sluice: --git works inside a git repository'],
  ['conformance', 'sluice: name at least one file of recorded cases (.jsonl)'],
  ['conformance no.jsonl', 'sluice: no.jsonl: could not be read'],
])('%s is wrong usage', async (line, message) => {
  expect(await run(line)).toBe(2);
  expect(terminal.messages).toEqual([message]);
  expect(terminal.output).toBe('');
});

it('shows a hostile argument in one line without control characters', async () => {
  expect(await runCommand(['connectivity', 'a\n\u001b[31mb'], terminal)).toBe(2);
  expect(terminal.messages).toEqual(['sluice: a\\u{a}\\u{1b}[31mb: no such file or folder']);
});

it('tells of an internal error without telling what the manifests say', async () => {
  terminal.input = () => Promise.reject(new RangeError('secret content'));
  expect(await run('connectivity -')).toBe(4);
  expect(terminal.messages).toHaveLength(1);
  expect(terminal.messages[0]).toMatch(
    /^sluice: internal error \(RangeError\) at [\w.-]+\.ts:\d+:\d+.*; please report it$/,
  );
});
