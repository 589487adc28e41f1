// Which edits an assembly follows without going through everything, and that it comes to what a new one comes to.
import { expect, test } from 'vitest';
import { Assembler } from './assemble.ts';
import { defaultOptions } from './engine-options.ts';
import { inPathOrder } from './path-order.ts';
import { readWorkspace } from './read-workspace.ts';
import { createReport } from './report.ts';
import { createSnapshot, createSnapshotCache } from './snapshot.ts';

const pod = (namespace: string, name: string) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${namespace}, labels: {app: ${name}}}
spec: {containers: [{name: c, ports: [{containerPort: 80}, {containerPort: 81}]}]}
---
`;

const texts: Readonly<Record<string, string>> = {
  'a-pods.yaml': `${pod('shop', 'web')}${pod('shop', 'api')}apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n`,
  'b-tier.yaml': 'apiVersion: projectcalico.org/v3\nkind: Tier\nmetadata: {name: early}\nspec: {order: 10}\n',
  'c-plain.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: plain, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress: [{from: [{podSelector: {}}, {ipBlock: {cidr: 192.0.2.0/24}}], ports: [{port: 80}]}]
`,
  'd-ordered.yaml': `apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: {name: early.ordered, namespace: shop}
spec: {tier: early, order: 5, selector: app == 'api', types: [Ingress], ingress: [{action: Deny, protocol: TCP, destination: {ports: [80]}}]}
`,
  'e-global.yaml': `apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: {name: early.global}
spec: {tier: early, order: 7, selector: all(), types: [Egress], egress: [{action: Pass}]}
`,
  'f-other.yaml': `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: other, namespace: shop}
spec: {podSelector: {}}
`,
};

const filesOf = (given: Readonly<Record<string, string>>) =>
  inPathOrder(Object.entries(given).map(([path, text]) => ({ path, text })));

test.each([
  ['a port', 'c-plain.yaml', 'port: 80', 'port: 81', true],
  ['whom a policy applies to', 'c-plain.yaml', 'app: web', 'app: api', true],
  ['lines between', 'c-plain.yaml', 'spec:', '# a comment\nspec:', true],
  ['a port of Calico’s', 'd-ordered.yaml', '[80]', "[81, '90:99']", true],
  ['an action of a global one', 'e-global.yaml', 'Pass', 'Deny', true],
  ['an address', 'c-plain.yaml', '192.0.2.0', '198.51.100.0', false],
  ['an order', 'd-ordered.yaml', 'order: 5', 'order: 9', false],
  ['a tier that nobody declares', 'd-ordered.yaml', 'tier: early', 'tier: late', false],
  ['a name', 'f-other.yaml', 'name: other', 'name: plain', false],
  ['a namespace that is left out', 'f-other.yaml', ', namespace: shop', '', false],
  ['what the API server refuses', 'c-plain.yaml', 'port: 80', 'port: 80000', false],
  ['a text that is no YAML', 'f-other.yaml', 'spec: {', 'spec: {{', false],
  [
    'a second policy',
    'f-other.yaml',
    'kind: NetworkPolicy\nmetadata: {name: other',
    `kind: NetworkPolicy\nmetadata: {name: o2, namespace: shop}\nspec: {podSelector: {}}\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: other`,
    false,
  ],
  ['a pod', 'a-pods.yaml', 'app: web', 'app: api', false],
  ['a tier', 'b-tier.yaml', 'order: 10', 'order: 10000000', false],
] as const)('%s', (_, path, from, to, isFollowed) => {
  const before = texts[path] ?? '';
  const changed = { ...texts, [path]: before.replace(from, to) };
  expect(changed[path]).not.toBe(before);

  const assembler = new Assembler();
  const cache = new Map();
  assembler.assemble(readWorkspace(filesOf(texts), cache), defaultOptions);
  const { replaced } = assembler.assemble(readWorkspace(filesOf(changed), cache), defaultOptions);
  expect(replaced !== undefined).toBe(isFollowed);

  // There and back, and there once more: each time as if nothing had been before.
  const kept = createSnapshotCache();
  for (const now of [texts, changed, texts, changed]) {
    const followed = createReport(createSnapshot(filesOf(now), defaultOptions, kept), 1);
    expect(followed).toEqual(createReport(createSnapshot(filesOf(now), defaultOptions), 1));
  }
});
