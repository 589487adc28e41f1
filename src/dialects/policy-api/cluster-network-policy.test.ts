// ClusterNetworkPolicy manifests and the rules they compile to.
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../net/cidr.ts';
import { compileManifest, drawCompiled } from '../../testing/draw-policy.ts';
import { clusterNetworkPolicy } from './cluster-network-policy.ts';

const manifest = (tier: string, rules: string) => `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec: {tier: ${tier}, priority: 7, subject: {namespaces: {}}, ${rules}}
`;
const compile = (tier: string, rules: string) => drawCompiled(clusterNetworkPolicy, manifest(tier, rules));

it.each([
  ['Admin', 'kube-admin'],
  ['Baseline', 'kube-baseline'],
])('of the tier %s goes into %s', (tier, name) =>
  expect(compile(tier, '')).toEqual([`ClusterNetworkPolicy//p, ${name} 7, for all`]),
);

it('compiles Accept and protocols', () =>
  expect(
    compile(
      'Admin',
      `egress: [{action: Accept, to: [{pods: {podSelector: {matchLabels: {app: a}}}}], protocols: [
        {tcp: {destinationPort: {number: 80}}}, {udp: {destinationPort: {range: {start: 1, end: 9}}}},
        {destinationNamedPort: web}]}, {action: Pass, to: [{nodes: {}}]}]`,
    ).slice(1),
  ).toEqual(['egress 1 allow app in [a]: TCP 80, UDP 1-9, web of any port', 'egress 2 pass hosts all: all traffic']));

it('is read by the standard and by Calico from 3.32', () =>
  expect(clusterNetworkPolicy.semantics).toEqual(['kubernetes', 'calico-3.32', 'calico-enterprise']));

it('takes domain names for the addresses that were supplied', () => {
  const rule = 'egress: [{action: Accept, to: [{domainNames: ["*.x.test", y.test]}]}]';
  const address = parseAddress('192.0.2.1');
  const domains = new Map([['a.x.test', address ? [address] : []]]);
  expect(drawCompiled(clusterNetworkPolicy, manifest('Admin', rule), { domains })[1]).toBe(
    'egress 1 allow (192.0.2.1/32 or domain-addresses-unknown: The addresses behind y.test are not in the manifests): all traffic',
  );
});

describe('under Calico', () => {
  const underCalico = (rules: string) =>
    drawCompiled(clusterNetworkPolicy, manifest('Admin', rules), { semantics: 'calico-3.32' });
  const egress = (action: string, peer: string) => underCalico(`egress: [{action: ${action}, to: [${peer}]}]`)[1];

  it('is for pods only', () =>
    expect(underCalico('')).toEqual(['ClusterNetworkPolicy//p, kube-admin 7, for type pod']));

  it.each([
    ['Deny', '{namespaces: {}}', 'deny objects has projectcalico.org/namespace'],
    [
      'Deny',
      '{namespaces: {matchExpressions: [{key: env, operator: NotIn, values: [dev]}]}}',
      'deny objects not pcns.env in [dev]',
    ],
    ['Deny', '{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: a}}}}', 'deny (type pod and app in [a])'],
    // A peer that Calico does not know spoils the whole rule, and the rule fails closed.
    ['Deny', '{namespaces: {}}, {nodes: {}}', 'deny anyone'],
    ['Pass', '{nodes: {}}', 'deny anyone'],
  ])('%s to %s', (action, peer, drawn) => expect(egress(action, peer)).toBe(`egress 1 ${drawn}: all traffic`));

  it('knows named ports of what each peer selects', () =>
    expect(
      underCalico(
        'egress: [{action: Deny, to: [{namespaces: {matchLabels: {env: dev}}}, {pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: a}}}}], protocols: [{destinationNamedPort: web}]}]',
      )[1],
    ).toBe(
      'egress 1 deny (type pod and app in [a]): web of any port; objects pcns.env in [dev]: web of any port at pcns.env in [dev]',
    ));

  it('allows nothing where it does not know a peer', () =>
    expect(egress('Accept', '{nodes: {}}')).toBe('egress: no rule'));

  it('breaks ties by name and kind', () =>
    expect(
      compileManifest(clusterNetworkPolicy, manifest('Admin', ''), { semantics: 'calico-3.32' })[0]?.tieBreak,
    ).toBe('p//KubernetesClusterNetworkPolicy'));
});
