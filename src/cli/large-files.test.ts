// What is wrong with an object is said of the same line and column, whether its file is read whole or as a large one.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RememberingTerminal } from '../testing/remembering-terminal.ts';
import { runCommand } from './run-command.ts';

let terminal: RememberingTerminal;
beforeEach(() => {
  terminal = new RememberingTerminal();
});
afterEach(() => terminal.dispose());

const policy = (name: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
spec:
  podSelector: {}
  policyTypes: [Outgress]
  ingress:
    - from: [{podSelector: {matchLabels: {app: on}}}]
`;
const item = (text: string, indent: string) =>
  text.replaceAll(/^(?=.)/gm, `${indent}  `).replace(`${indent}  `, `${indent}- `);
const object = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'web' },
  spec: { podSelector: {}, policyTypes: ['Outgress'] },
};
const { apiVersion: _, kind: __, ...untyped } = object;

/** Blanks and comments after it make a file large. */
const padding = { yaml: `# ${'x'.repeat(78)}\n`.repeat(4000), json: `${' '.repeat(80)}\n`.repeat(4000) };

it.each([
  ['documents', 'yaml', `${policy('a')}---\n# a comment\n\n${policy('b')}`],
  ['documents after a separator', 'yaml', `---\n${policy('a')}---\n---\n${policy('b')}`],
  ['documents after comments', 'yaml', `# one\n\n# two\n---\n# three\n${policy('a')}`],
  ['a document in brackets', 'yaml', `${policy('a')}---\n${JSON.stringify(object).replaceAll('":', '": ')}\n`],
  ['a list', 'yaml', `apiVersion: v1\nitems:\n${item(policy('a'), '')}${item(policy('b'), '')}kind: List\n`],
  ['an indented list', 'yaml', `apiVersion: v1\nkind: List\nitems:\n${item(policy('a'), '    ')}`],
  [
    'a typed list',
    'yaml',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicyList\nitems:\n${item(policy('a').replace(/^.*\n.*\n/, ''), '')}`,
  ],
  ['a list', 'json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [object, object] }, null, 2)],
  ['a list on one line', 'json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [object, object] })],
  [
    'a typed list',
    'json',
    JSON.stringify({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicyList', items: [untyped] }, null, 2),
  ],
  ['values', 'json', `${JSON.stringify(object)}\n  ${JSON.stringify(object, null, 1)}\n`],
] as const)('%s of %s', async (_what, format, text) => {
  terminal.write({ [`m.${format}`]: text });
  await runCommand(['connectivity', `m.${format}`], terminal);
  const messages = terminal.messages.splice(0);
  expect(messages.length).toBeGreaterThan(1);
  terminal.write({ [`m.${format}`]: `${text}\n${padding[format]}` });
  await runCommand(['connectivity', `m.${format}`], terminal);
  expect(terminal.messages).toEqual(messages);
});
