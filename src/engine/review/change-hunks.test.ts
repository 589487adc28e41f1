// What changed of an object, in parts that can be taken back alone, in words.
import { describe, expect, it } from 'vitest';
import { Locator } from '../locate.ts';
import { readWorkspace } from '../read-workspace.ts';
import { changeHunks } from './change-hunks.ts';
import { pairDocuments } from './pair-documents.ts';

function hunks(base: string, head: string) {
  const [before, after] = [base, head].map((text) => readWorkspace([{ path: 'a.yaml', text }]));
  if (!before || !after) return [];
  const pairs = pairDocuments(before, after);
  return changeHunks(pairs, new Locator(before), new Locator(after), after).flatMap((one) => one.hunks);
}

const policy = (spec: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: a}\nspec:\n  podSelector: {}\n  ${spec}\n`;
const sentences = (base: string, head: string) => hunks(base, head).map(({ sentence }) => sentence);

describe('sentences', () => {
  const of = 'of NetworkPolicy a/p';
  it.each([
    ['ingress: [{}]', 'ingress: [{}, {ports: [{port: 80}]}]', [`adds ingress rule 2 ${of}`]],
    [
      'ingress: [{ports: [{port: 80}]}]',
      'ingress: [{ports: [{port: 80}, {port: 90, endPort: 95}]}]',
      [`adds port TCP 90-95 to ingress rule 1 ${of}`],
    ],
    [
      'egress: [{to: [{podSelector: {}}]}]',
      'egress: [{to: [{podSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8}}]}]',
      [`adds peer 10.0.0.0/8 to egress rule 1 ${of}`],
    ],
    [
      'ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]',
      'ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]',
      [`adds exception 10.1.0.0/16 to peer 1 of ingress rule 1 ${of}`],
    ],
    ['policyTypes: [Ingress]', 'policyTypes: [Ingress, Egress]', ['adds policy type Egress to NetworkPolicy a/p']],
    ['ingress: []', '', ['removes empty list of ingress rules from NetworkPolicy a/p']],
    [
      'ingress: [{from: [{podSelector: {matchExpressions: [{key: a, operator: Exists}]}}]}]',
      'ingress: [{from: [{podSelector: {}}]}]',
      [`removes condition has a from the pod selector of peer 1 of ingress rule 1 ${of}`],
    ],
  ])('%s to %s', (base, head, told) => expect(sentences(policy(base), policy(head))).toEqual(told));

  const calico = (spec: string) =>
    `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: g}\nspec: {${spec}}\n`;
  it.each([
    ['order: 100', 'order: 50', ['changes order of GlobalNetworkPolicy g from 100 to 50']],
    ['order: 1', 'order: 1, tier: security', ['moves GlobalNetworkPolicy g from tier default to tier security']],
    [
      "selector: a == 'b'",
      "selector: a == 'c'",
      ["changes selector of GlobalNetworkPolicy g from a == 'b' to a == 'c'"],
    ],
    [
      'ingress: [{action: Allow, source: {nets: [10.0.0.0/8]}}]',
      'ingress: [{action: Allow, source: {nets: [10.0.0.0/8, 11.0.0.0/8]}}]',
      ['adds source CIDR 11.0.0.0/8 to ingress rule 1 of GlobalNetworkPolicy g'],
    ],
    [
      'ingress: [{action: Allow}]',
      'ingress: [{action: Deny}, {action: Allow}]',
      ['adds ingress rule 1 (Deny) of GlobalNetworkPolicy g'],
    ],
  ])('%s to %s', (base, head, told) => expect(sentences(calico(base), calico(head))).toEqual(told));

  it('cuts what is long, and names what it does not know as it is written', () => {
    const map = (text: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {key: ${text}}\n`;
    const [sentence = ''] = sentences(map('x'), map('y'.repeat(5000)));
    expect(sentence).toMatch(/^changes data\.key of ConfigMap c from x to y/);
    expect(sentence.length).toBeLessThan(300);
  });
});

it('takes parts together that the API would refuse one without the other', () => {
  const condition = (text: string) => policy(`ingress: [{from: [{podSelector: {matchExpressions: [${text}]}}]}]`);
  const told = hunks(condition('{key: a, operator: Exists}'), condition('{key: a, operator: In, values: [x]}'));
  expect(told).toHaveLength(1);
});

it('says of a change that the API refuses the object for it', () =>
  expect(sentences(policy('ingress: [{ports: [{port: 80}]}]'), policy('ingress: [{ports: [{port: 80000}]}]'))).toEqual([
    'changes port of ingress rule 1 of NetworkPolicy a/p from 80 to 80000, so that the API server rejects it',
  ]));

it('has ids that stay when lines move, and places that do not', () => {
  const [base, head] = [policy('ingress: []'), policy('ingress: [{}]')];
  const moved = `# a line\n\n${head}`;
  const [one, other] = [hunks(base, head), hunks(base, moved)];
  expect(other.map(({ id }) => id)).toEqual(one.map(({ id }) => id));
  expect(other.map((hunk) => hunk.head?.line)).toEqual(one.map((hunk) => (hunk.head?.line ?? 0) + 2));
});
