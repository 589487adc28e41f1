// NetworkPolicy manifests and the rules they compile to.
import { describe, expect, it } from 'vitest';
import { compileManifest, drawCompiled } from '../../testing/draw-policy.ts';
import { networkPolicy } from './network-policy.ts';

const head = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: x}\n';
const compile = (spec: string) => drawCompiled(networkPolicy, `${head}spec: ${spec}\n`);
const rulesOf = (spec: string) => compile(spec).slice(1);
const from = (peers: string) => rulesOf(`{ingress: [{from: ${peers}}]}`);
const ports = (list: string) => rulesOf(`{ingress: [{ports: ${list}}]}`);

const own = 'ns:kubernetes.io/metadata.name in [x]';

it('selects pods of its own namespace', () => {
  expect(compile('{}')[0]).toBe(`NetworkPolicy/x/p, default 1000, for ${own}`);
  expect(compile('{podSelector: {matchLabels: {app: a}}}')[0]).toBe(
    `NetworkPolicy/x/p, default 1000, for (${own} and app in [a])`,
  );
});

it('leaves other kinds alone', () =>
  expect(drawCompiled(networkPolicy, 'apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n')).toEqual([
    'not compiled',
  ]));

describe('directions', () => {
  it.each([
    ['{}', ['ingress: no rule']],
    ['{policyTypes: []}', ['ingress: no rule']],
    ['{egress: []}', ['ingress: no rule']],
    ['{egress: [{}]}', ['ingress: no rule', 'egress 1 allow anyone: all traffic']],
    ['{policyTypes: [Egress]}', ['egress: no rule']],
    ['{policyTypes: [Egress], ingress: [{}]}', ['egress: no rule']],
    ['{policyTypes: [Ingress], egress: [{}]}', ['ingress: no rule']],
    ['{policyTypes: [Ingress, Egress], ingress: [{}]}', ['ingress 1 allow anyone: all traffic', 'egress: no rule']],
  ])('of %s', (spec, rules) => expect(rulesOf(spec)).toEqual(rules));
});

describe('peers', () => {
  it.each([
    ['[]', 'anyone'],
    ['null', 'anyone'],
    ['[{podSelector: {}}]', own],
    ['[{podSelector: {matchLabels: {app: a}}}]', `(${own} and app in [a])`],
    ['[{namespaceSelector: {}}]', 'all'],
    ['[{namespaceSelector: {matchLabels: {env: dev}}}]', 'ns:env in [dev]'],
    [
      '[{namespaceSelector: {matchLabels: {env: dev}}, podSelector: {matchLabels: {app: a}}}]',
      '(ns:env in [dev] and app in [a])',
    ],
    [
      '[{namespaceSelector: {matchLabels: {env: dev}}}, {podSelector: {matchLabels: {app: a}}}]',
      `(ns:env in [dev] or (${own} and app in [a]))`,
    ],
    ['[{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]', '10.0.0.0/8 except 10.1.0.0/16'],
    ['[{ipBlock: {cidr: "::/0"}}, {namespaceSelector: {}}]', '(::/0 or all)'],
  ])('%s', (peers, drawn) => expect(from(peers)).toEqual([`ingress 1 allow ${drawn}: all traffic`]));
});

describe('selectors', () => {
  it.each([
    ['{key: app, operator: In, values: [a, b]}', 'app in [a, b]'],
    ['{key: app, operator: NotIn, values: [a]}', 'not app in [a]'],
    ['{key: app, operator: Exists}', 'has app'],
    ['{key: app, operator: DoesNotExist}', 'not has app'],
  ])('%s', (expression, drawn) =>
    expect(compile(`{podSelector: {matchExpressions: [${expression}]}}`)[0]).toMatch(` for (${own} and ${drawn})`),
  );
});

describe('ports', () => {
  it.each([
    ['[]', 'all traffic'],
    ['[{}]', 'TCP all'],
    ['[{protocol: UDP}]', 'UDP all'],
    ['[{port: 80}]', 'TCP 80'],
    ['[{port: 80, endPort: 90}, {protocol: SCTP, port: 9}]', 'TCP 80-90, SCTP 9'],
    ['[{protocol: UDP, port: dns}]', 'dns of UDP all'],
  ])('%s', (list, drawn) => expect(ports(list)).toEqual([`ingress 1 allow anyone: ${drawn}`]));
});

it('numbers rules from 1', () =>
  expect(rulesOf('{ingress: [{}, {ports: [{port: 1}]}]}').map((line) => line.slice(0, 9))).toEqual([
    'ingress 1',
    'ingress 2',
  ]));

describe('under Calico', () => {
  const manifest = `${head}spec: {ingress: [{from: [{namespaceSelector: {matchLabels: {projectcalico.org/name: other}}}]}]}\n`;

  it('means pods only, and knows a namespace by the label that Calico computes', () =>
    expect(drawCompiled(networkPolicy, manifest, { semantics: 'calico-3.32' })).toEqual([
      `NetworkPolicy/x/p, default 1000, for (type pod and ${own})`,
      'ingress 1 allow (type pod and ns:kubernetes.io/metadata.name in [other]): all traffic',
    ]));

  it.each([
    ['calico-3.32', 'p/x/KubernetesNetworkPolicy'],
    ['calico-3.31', 'x/knp.default.p'],
  ] as const)('%s breaks ties by %s', (semantics, text) =>
    expect(compileManifest(networkPolicy, manifest, { semantics })[0]?.tieBreak).toBe(text),
  );
});
