// GlobalNetworkPolicy manifests and the places where they act.
import { expect, it } from 'vitest';
import { compileManifest, drawCompiled } from '../../testing/draw-policy.ts';
import { globalNetworkPolicy } from './global-network-policy.ts';

const manifest = (spec: string) =>
  `apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: {name: p}\nspec: ${spec}\n`;
const compile = (spec: string) => drawCompiled(globalNetworkPolicy, manifest(spec), { semantics: 'calico-3.32' });
const ends = 'ingress 1 allow anyone: all traffic';

it.each([
  ['{}', ['GlobalNetworkPolicy//p, default Infinity, for type pod|host|every-host', 'ingress: no rule']],
  [
    '{tier: t, order: 3, applyOnForward: true, ingress: [{action: Allow}]}',
    [
      'GlobalNetworkPolicy//p, t 3, for type pod|host|every-host',
      ends,
      'GlobalNetworkPolicy//p#forward, forward/t 3, for type transit|every-transit',
      ends,
    ],
  ],
  [
    '{applyOnForward: true, preDNAT: true, ingress: [{action: Allow}]}',
    ['GlobalNetworkPolicy//p, prednat/default Infinity, for type host|every-host|transit|every-transit', ends],
  ],
  [
    '{applyOnForward: true, doNotTrack: true, types: [Ingress, Egress], ingress: [{action: Allow}]}',
    ['GlobalNetworkPolicy//p, untracked/default Infinity, for type host|transit', ends, 'egress: no rule'],
  ],
])('%s', (spec, drawn) => expect(compile(spec)).toEqual(drawn));

it('selects by the labels of namespaces and service accounts', () =>
  expect(compile("{namespaceSelector: a == '1', serviceAccountSelector: b == '2'}")[0]).toBe(
    'GlobalNetworkPolicy//p, default Infinity, for (type pod|host|every-host and (pcns.a in [1] and pcsa.b in [2]))',
  ));

it('means objects of all namespaces', () =>
  expect(
    compile(
      "{ingress: [{action: Allow, source: {selector: a == '1'}}, {action: Deny, source: {notSelector: all()}}]}",
    ).slice(1),
  ).toEqual(['ingress 1 allow objects a in [1]: all traffic', 'ingress 2 deny not objects all: all traffic']));

it.each([
  ['calico-3.32', 'p//GlobalNetworkPolicy'],
  ['calico-3.31', 'security.p'],
] as const)('%s breaks ties by %s', (semantics, text) =>
  expect(compileManifest(globalNetworkPolicy, manifest('{tier: security}'), { semantics })[0]?.tieBreak).toBe(text),
);

it('leaves the namespaced kind alone', () =>
  expect(drawCompiled(globalNetworkPolicy, manifest('{}').replace('GlobalNetworkPolicy', 'NetworkPolicy'))).toEqual([
    'not compiled',
  ]));
