// The command from assertions to exit status.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
  terminal.write({ 'k8s/web.yaml': pod('web'), 'k8s/db.yaml': pod('db') + policy });
});
afterEach(() => terminal.dispose());

const run = (line: string) => runCommand(['check', ...line.split(' ')], terminal);

const pod = (name: string): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }\nspec: { containers: [{ name: c, ports: [{ containerPort: 80 }] }] }\n`;
const policy = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec: { podSelector: { matchLabels: { app: db } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: web } } }] }] }
`;
const head = 'apiVersion: sluice/v1\nkind: Assertions\nassertions:\n';
const good = '  - { name: web reaches db, from: shop/web, to: shop/db, expect: allowed }\n';
const bad = "  - { name: nobody else, from: internet, to: 'shop/*', expect: denied }\n";

it('judges what it finds among the manifests', async () => {
  terminal.write({ 'k8s/a.flows.yaml': head + good });
  expect(await run('k8s')).toBe(0);
  expect(terminal.output).toBe('holds  web reaches db  shop/web → shop/db  allowed\n\nThe assertion holds\n');
});

it('fails where one is broken, and shows the lines that decide', async () => {
  terminal.write({ 'k8s/a.flows.yaml': head + good + bad });
  expect(await run('k8s')).toBe(1);
  expect(terminal.output).toContain(
    'broken  nobody else     internet → shop/*  must be denied, is not for 1 of 2 pairs  k8s/a.flows.yaml:5',
  );
  expect(terminal.output).toContain('    internet → shop/Pod/web TCP/80: allowed\n');
  expect(terminal.output).toContain('ingress  no policy → allowed');
});

it('judges only the files that are named', async () => {
  terminal.write({ 'k8s/a.flows.yaml': head + bad, 'own.yaml': head + good });
  expect(await run('k8s --assert own.yaml')).toBe(0);
  expect(await run('k8s --assert own.yaml,k8s/a.flows.yaml')).toBe(1);
  expect(await run('k8s --assert k8s/web.yaml')).toBe(2);
  expect(terminal.messages.at(-1)).toMatch(/^sluice: k8s\/web\.yaml: no assertions in there/);
});

it('passes nothing that it could not read', async () => {
  terminal.write({ 'a.flows.yaml': `${head}${good}  - { from: shop/web, too: shop/db, expect: allowed }\n` });
  expect(await run('k8s --assert a.flows.yaml')).toBe(2);
  expect(terminal.messages).toContainEqual(expect.stringMatching(/^sluice: a\.flows\.yaml:5:\d+: Unknown field `too`/));
  expect(terminal.output).toContain('holds');
  terminal.write({ 'k8s/broken.yaml': 'kind: [' });
  terminal.write({ 'a.flows.yaml': head + good });
  expect(await run('k8s --assert a.flows.yaml')).toBe(3);
});

it('says that there are none', async () => {
  expect(await run('k8s')).toBe(2);
  expect(terminal.messages).toEqual(['sluice: no assertions found there; name a file of them with --assert FILE']);
});

it('writes reports into files beside the one for people', async () => {
  terminal.write({ 'k8s/a.flows.yaml': head + good });
  expect(await run('k8s --format junit=out.xml --format sarif=out.sarif')).toBe(0);
  expect(terminal.output).toContain('The assertion holds');
  expect(terminal.read('out.xml')).toContain('<testcase');
  expect(JSON.parse(terminal.read('out.sarif'))).toMatchObject({ version: '2.1.0' });
  expect(await run('k8s --format md --format json')).toBe(2);
  expect(terminal.messages.at(-1)).toMatch(
    /cannot both go to standard output; write one into a file: --format json=FILE/,
  );
  expect(await run('k8s --format md=no/such/folder')).toBe(2);
});
