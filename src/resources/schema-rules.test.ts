// What custom resources' schemas ask, seen at AdminNetworkPolicy: one-of fields, counts, sets, bounds, required fields.
import { expect, it } from 'vitest';
import { adminPolicyWith, rejectionsOf } from '../testing/decode-json.ts';

const allPods = { namespaces: {} };
const said = (spec: unknown) => rejectionsOf(adminPolicyWith('AdminNetworkPolicy', spec));
const rejections = (changes: object) => said({ priority: 1, subject: allPods, ...changes });
const repeat = (count: number, item: unknown) => Array.from({ length: count }, () => item);

it.each<[string, unknown, string]>([
  ['missing', undefined, 'spec: Required value @ "AdminNetworkPolicy"'],
  ['null', null, 'spec: Required value @ "AdminNetworkPolicy"'],
  ['a list', [], 'spec: must be a map, but it is a list @ []'],
])('spec %s', (_, spec, words) => expect(said(spec)).toEqual([words]));

it.each<[string, unknown, ...string[]]>([
  ['none', {}, 'Invalid value: 0: spec.subject in body should have at least 1 properties @ {}'],
  ['null', { pods: null }, 'Invalid value: 0: spec.subject in body should have at least 1 properties @ {"pods": null}'],
  ['two', { namespaces: {}, pods: {} }, 'Too many: 2: must have at most 1 items @ "pods"'],
])('exactly one of several fields: %s', (_, subject, words) =>
  expect(rejections({ subject })).toEqual([`spec.subject: ${words}`]),
);

it('says nothing of missing fields where a misspelt one is', () =>
  expect(rejections({ subject: { namespace: {} } })).toEqual(['unknown field "spec.subject.namespace" @ "namespace"']));

it.each<[string, object, ...string[]]>([
  ['0', {}],
  ['1000', { priority: 1000 }],
  [
    'below',
    { priority: -1 },
    'spec.priority: Invalid value: -1: spec.priority in body should be greater than or equal to 0 @ -1',
  ],
  [
    'above',
    { priority: 1001 },
    'spec.priority: Invalid value: 1001: spec.priority in body should be less than or equal to 1000 @ 1001',
  ],
  ['a string', { priority: '1' }, 'spec.priority: must be a whole number, but "1" is a string @ "1"'],
  ['missing', { priority: undefined }, 'spec.priority: Required value @ "spec"'],
  ['null', { priority: null }, 'spec.priority: Required value @ "spec"'],
])('a bounded number: %s', (_, changes, ...words) => expect(rejections({ priority: 0, ...changes })).toEqual(words));

it('counts items', () => {
  const rule = { action: 'Deny', from: [allPods] };
  expect(rejections({ ingress: repeat(100, rule) })).toEqual([]);
  expect(rejections({ ingress: repeat(101, rule) })).toEqual([
    'spec.ingress: Too many: 101: must have at most 100 items @ "ingress"',
  ]);
  expect(rejections({ ingress: [{ ...rule, from: [] }] })).toEqual([
    'spec.ingress[0].from: Invalid value: 0: spec.ingress[0].from in body should have at least 1 items @ []',
  ]);
});

it('finds duplicates in a set', () => {
  const egress = [{ action: 'Deny', to: [{ networks: ['10.0.0.0/8', '::/0', '10.0.0.0/8'] }] }];
  expect(rejections({ egress })).toEqual([
    'spec.egress[0].to[0].networks[2]: Duplicate value: "10.0.0.0/8" @ "10.0.0.0/8"',
  ]);
});

it('measures texts in characters', () => {
  const named = (name: string) => rejections({ ingress: [{ name, action: 'Deny', from: [allPods] }] });
  expect(named('ü'.repeat(100))).toEqual([]);
  const long = 'x'.repeat(101);
  expect(named(long)).toEqual([`spec.ingress[0].name: Too long: may not be more than 100 bytes @ "${long}"`]);
});
