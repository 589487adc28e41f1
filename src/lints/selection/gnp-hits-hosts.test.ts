// Selectors that hold for what has neither labels nor a namespace.
import { expect, it } from 'vitest';
import { findingsOf, fixedTexts, messagesOf } from '../../testing/lint-manifests.ts';
import { gnpHitsHosts as lint } from './gnp-hits-hosts.ts';

const policy = (spec: string): string =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: p }\nspec:\n  ${spec}\n  types: [Ingress]\n`;
const host = (name: string, labels = ''): string =>
  `---\napiVersion: projectcalico.org/v3\nkind: HostEndpoint\nmetadata: { name: ${name}, labels: {${labels}} }\nspec: { node: ${name}, interfaceName: "*" }\n`;

it('names the hosts', () =>
  expect(messagesOf(lint, policy('selector: all()') + host('a') + host('b'))).toEqual([
    'It applies to 2 host endpoints (`a` and `b`) as well as to pods: the selector holds for what has no labels',
  ]));

it('is softer without hosts in the manifests', () =>
  expect(findingsOf(lint, policy("selector: app != 'x'"))).toMatchObject([
    {
      severity: 'info',
      message: expect.stringMatching(/every host endpoint that the cluster has \(the manifests hold none\)/),
    },
  ]));

it.each([
  ["namespaceSelector: name != 'x'", "namespaceSelector: has(projectcalico.org/name) && name != 'x'"],
  [
    "namespaceSelector: name != 'x' || has(y)",
    "namespaceSelector: has(projectcalico.org/name) && (name != 'x' || has(y))",
  ],
  ['selector: "!has(x)"', 'namespaceSelector: "all()"\n  selector: "!has(x)"'],
])('mends %s', (spec, fixed) =>
  expect(fixedTexts(lint, policy(spec) + host('a'))).toEqual([policy(fixed) + host('a')]),
);

it.each([
  'namespaceSelector: all()',
  "selector: role == 'node'",
  "selector: all()\n  namespaceSelector: has(team) && team != 'x'",
  'selector: all()\n  applyOnForward: true',
  "namespaceSelector: has(projectcalico.org/name) && projectcalico.org/name not in {'kube-system'}",
])('is silent about %s', (spec) => expect(messagesOf(lint, policy(spec) + host('a', "role: 'node'"))).toEqual([]));
