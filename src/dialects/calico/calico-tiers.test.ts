// The tiers that manifests add, in evaluation order.
import { describe, expect, it } from 'vitest';
import type { Semantics } from '../../model/semantics.ts';
import { decodeFiles } from '../../testing/decode-files.ts';
import { calicoTiers } from './calico-tiers.ts';

const tier = (name: string, spec: string) =>
  `{apiVersion: projectcalico.org/v3, kind: Tier, metadata: {name: ${name}}, spec: {${spec}}}`;
const policy = (name: string, spec: string) =>
  `{apiVersion: projectcalico.org/v3, kind: GlobalNetworkPolicy, metadata: {name: ${name}}, spec: {${spec}}}`;
const host = (profiles: string) =>
  `{apiVersion: projectcalico.org/v3, kind: HostEndpoint, metadata: {name: h}, spec: {node: n1, interfaceName: eth0, profiles: ${profiles}}}`;

/** `name stage order unmatched`, sorted as the engine does. */
function tiers(documents: readonly string[], semantics: Semantics = 'calico-3.32'): string[] {
  const resources = decodeFiles([{ path: 'a.yaml', text: documents.join('\n---\n') }]);
  return [...calicoTiers(resources, semantics)]
    .sort((a, b) => (a.stage ?? 0) - (b.stage ?? 0) || (a.order === b.order ? 0 : a.order - b.order))
    .map(({ name, stage = 0, order, unmatched }) => `${name} ${stage} ${order} ${unmatched}`);
}

it('are declared ones, with an order or after all others', () =>
  expect(tiers([tier('last', ''), tier('first', 'order: -1.5, defaultAction: Pass')])).toEqual([
    'first 0 -1.5 pass',
    'last 0 Infinity deny',
  ]));

it('are not the built-in ones, which other dialects give', () =>
  expect(tiers([tier('default', 'order: 1000000'), policy('p', 'tier: kube-admin')])).toEqual([]));

it('are also those that only policies name, after all declared ones', () =>
  expect(tiers([policy('p', 'tier: missing'), tier('last', '')])).toEqual([
    'last 0 Infinity deny',
    'missing 1 Infinity deny',
  ]));

it('differ from release to release in what is built in', () =>
  expect(tiers([tier('kube-admin', 'order: 1000, defaultAction: Pass')], 'calico-3.31')).toEqual([
    'kube-admin 0 1000 pass',
  ]));

it('are none under the reading of Kubernetes', () =>
  expect(tiers([tier('a', ''), host('[]')], 'kubernetes')).toEqual([]));

describe('of hosts', () => {
  it('surround the others', () =>
    expect(tiers([host('[a, b]')])).toEqual([
      'host/failsafe -3 0 pass',
      'profiles/1 2 1 pass',
      'profiles/2 2 2 pass',
      'profiles/end 2 Infinity deny',
    ]));

  it('stand behind each tier whose policies act on them', () =>
    expect(
      tiers([
        tier('a', 'order: 5, defaultAction: Pass'),
        policy('p', 'tier: a, applyOnForward: true, doNotTrack: true'),
        policy('q', 'tier: a, applyOnForward: true, preDNAT: true'),
        policy('r', 'tier: a, applyOnForward: true'),
        policy('s', 'applyOnForward: true'),
      ]),
    ).toEqual([
      'untracked/a -2 5 pass',
      'prednat/a -1 5 pass',
      'a 0 5 pass',
      'forward/a 0 5 pass',
      'forward/default 0 1000000 deny',
    ]));
});
