// What Calico's objects tell about the cluster.
import { describe, expect, it } from 'vitest';
import { buildCluster } from '../../model/build-cluster.ts';
import type { Semantics } from '../../model/semantics.ts';
import { parseAddress } from '../../net/cidr.ts';
import { decodeFiles } from '../../testing/decode-files.ts';
import { contribute } from './contribute.ts';

const api = 'apiVersion: projectcalico.org/v3';

function contributed(document: string, semantics: Semantics = 'calico-enterprise', domains: readonly string[] = []) {
  const resources = decodeFiles([{ path: 'a.yaml', text: document }]);
  const address = parseAddress('192.0.2.1');
  const known = new Map(domains.map((name) => [name, address ? [address] : []]));
  return contribute(resources, {
    semantics,
    pending: 'enforced',
    domains: known,
    cluster: buildCluster(resources),
  });
}

describe('network sets', () => {
  const draw = (document: string, domains?: readonly string[]) =>
    contributed(document, 'calico-enterprise', domains).sets.map(({ id, cidrs, labels, more, shown }) => [
      id,
      cidrs.map((cidr) => cidr.text).join(),
      [...labels.endpoint].map((label) => label.join('=')).sort(),
      [...labels.namespace].map((label) => label.join('=')).sort(),
      more?.message,
      shown,
    ]);

  it('have their own labels and those of their namespace', () =>
    expect(
      draw(`{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: red}}}
---
{${api}, kind: NetworkSet, metadata: {name: s, namespace: shop, labels: {role: db, pcns.team: blue}}, spec: {nets: [10.0.0.1/8, 192.0.2.7]}}`),
    ).toEqual([
      [
        'set:shop/s',
        '10.0.0.0/8,192.0.2.7/32',
        [
          'pcns.kubernetes.io/metadata.name=shop',
          'pcns.projectcalico.org/name=shop',
          'pcns.team=blue',
          'projectcalico.org/namespace=shop',
          'role=db',
        ],
        ['kubernetes.io/metadata.name=shop', 'projectcalico.org/name=shop', 'team=blue'],
        undefined,
        true,
      ],
    ]));

  it('may hold addresses that only the user can tell', () => {
    const set = `{${api}, kind: GlobalNetworkSet, metadata: {name: s}, spec: {allowedEgressDomains: [a.test]}}`;
    expect(draw(set)[0]?.slice(0, 5)).toEqual([
      'set:s',
      '',
      [],
      [],
      'The addresses behind a.test are not in the manifests',
    ]);
    expect(draw(set, ['a.test'])[0]?.slice(1, 5)).toEqual(['192.0.2.1/32', [], [], undefined]);
  });

  it('of host endpoints hold the addresses these are said to have, and are not shown', () =>
    expect(
      draw(
        `{${api}, kind: HostEndpoint, metadata: {name: h, labels: {a: b}}, spec: {node: n1, expectedIPs: [192.0.2.9]}}`,
      ),
    ).toEqual([['set:host-endpoint:h', '192.0.2.9/32', ['a=b'], [], undefined, false]]));
});

it.each(['calico-3.32', 'kubernetes'] as const)('pools tell where pods get addresses: %s', (semantics) =>
  expect(
    contributed(
      `{${api}, kind: IPPool, metadata: {name: a}, spec: {cidr: 10.244.0.0/16}}
---
{${api}, kind: IPPool, metadata: {name: b}, spec: {cidr: 10.9.0.0/16, allowedUses: [Tunnel]}}`,
      semantics,
    ).podCIDRs.map((cidr) => cidr.text),
  ).toEqual(['10.244.0.0/16']),
);

describe('traffic from pods to their own host', () => {
  const verdict = (spec: string) => {
    const felix = `{${api}, kind: FelixConfiguration, metadata: {name: default}, spec: {${spec}}}`;
    const { toOwnHost, assumptions } = contributed(felix);
    return [toOwnHost?.verdict, assumptions.map(({ code }) => code)];
  };

  it.each([
    ['', ['allowed', ['to-own-host']]],
    ['defaultEndpointToHostAction: Accept', ['allowed', []]],
    ['defaultEndpointToHostAction: Drop', ['denied', []]],
    ['defaultEndpointToHostAction: Return', ['unknown', []]],
  ])('{%s}', (spec, said) => expect(verdict(spec)).toEqual(said));

  it('is allowed without settings, as Calico is set up', () =>
    expect(contributed(`{apiVersion: v1, kind: Namespace, metadata: {name: a}}`).toOwnHost?.verdict).toBe('allowed'));

  it('is nothing Calico says under the reading of Kubernetes', () =>
    expect(
      contributed(`{apiVersion: v1, kind: Namespace, metadata: {name: a}}`, 'kubernetes').toOwnHost,
    ).toBeUndefined());
});
