// What comes of host endpoints: endpoints, failsafe ports, profiles.
import { describe, expect, it } from 'vitest';
import { buildCluster } from '../../model/build-cluster.ts';
import { joinParts } from '../../model/join-parts.ts';
import type { Semantics } from '../../model/semantics.ts';
import { formatAddress } from '../../net/cidr.ts';
import { decodeFiles } from '../../testing/decode-files.ts';
import { drawPolicy } from '../../testing/draw-policy.ts';
import { calicoDialect } from './calico-dialect.ts';
import { contribute } from './contribute.ts';

const api = 'apiVersion: projectcalico.org/v3';
const host = (name: string, spec = 'interfaceName: eth0') =>
  `{${api}, kind: HostEndpoint, metadata: {name: ${name}, labels: {own: ${name}}}, spec: {node: n1, ${spec}}}`;
const node = (name: string) =>
  `{apiVersion: v1, kind: Node, metadata: {name: ${name}, labels: {zone: z}}, status: {addresses: [{type: InternalIP, address: 192.0.2.1}]}}`;
const automatic = `{${api}, kind: KubeControllersConfiguration, metadata: {name: default}, spec: {controllers: {node: {hostEndpoint: {autoCreate: Enabled}}}}}`;
const felix = (spec: string) => `{${api}, kind: FelixConfiguration, metadata: {name: default}, spec: {${spec}}}`;
const profile = (name: string, spec: string) => `{${api}, kind: Profile, metadata: {name: ${name}}, spec: {${spec}}}`;

function join(documents: readonly string[], semantics: Semantics = 'calico-3.32') {
  const resources = decodeFiles([{ path: 'a.yaml', text: documents.join('\n---\n') }]);
  const bare = buildCluster(resources);
  const context = { semantics, pending: 'enforced', domains: new Map(), cluster: bare } as const;
  const parts = contribute(resources, context);
  const implied = calicoDialect.implied?.(resources, { ...context, cluster: joinParts(bare, [parts]) }) ?? [];
  const drawn = (kind: string) => implied.filter((policy) => policy.kind === kind).flatMap(drawPolicy);
  return { parts, failsafe: drawn('FailsafePorts'), profiles: drawn('Profile') };
}

describe('host endpoints', () => {
  const drawn = (...documents: string[]) =>
    join(documents).parts.hostEndpoints.map(
      ({ name, interfaces, addresses, labels }) =>
        `${name} ${interfaces} [${addresses.map(formatAddress)}] ${[...labels].map((label) => label.join('='))}`,
    );

  it('have the addresses they are said to have, and for every interface those of the node', () =>
    expect(
      drawn(node('n1'), host('a', 'expectedIPs: [192.0.2.9]'), host('b', 'interfaceName: "*"'), host('c')),
    ).toEqual(['a one [192.0.2.9] own=a', 'b every [192.0.2.1] own=b', 'c one [] own=c']));

  it('are made for every node where Calico is told so, unless the name is taken', () => {
    const made = ['n1', 'n2'].map(
      (name) => `${name}-auto-hep every [192.0.2.1] zone=z,projectcalico.org/created-by=calico-kube-controllers`,
    );
    expect(drawn(node('n1'), node('n2'), automatic)).toEqual(made);
    expect(drawn(node('n1'), node('n2'), automatic, host('n1-auto-hep'))).toEqual([
      'n1-auto-hep one [] own=n1-auto-hep',
      made[1],
    ]);
    expect(drawn(node('n1'))).toEqual([]);
  });

  it('are assumed away where no node is known', () =>
    expect(join([automatic]).parts.assumptions.map(({ code }) => code)).toEqual(['auto-host-endpoints']));

  it('are nothing under the reading of Kubernetes', () => {
    const { parts, failsafe, profiles } = join([host('a')], 'kubernetes');
    expect([parts.hostEndpoints, parts.sets, failsafe, profiles]).toEqual([[], [], [], []]);
  });
});

describe('failsafe ports', () => {
  const ports = (...documents: string[]) => join(documents).failsafe;

  it('are built in', () => {
    const [head, ...rules] = ports(host('a'));
    expect(head).toBe('FailsafePorts//a, host/failsafe 0, for (type host|every-host and @host-endpoint in [a])');
    const text = (direction: string) =>
      rules.filter((rule) => rule.startsWith(direction)).map((rule) => rule.replace(/.*anyone: /, ''));
    const both = ['TCP 179', 'TCP 2379', 'TCP 2380', 'TCP 5473', 'TCP 6443', 'TCP 6666', 'TCP 6667'];
    expect(text('ingress')).toEqual(['TCP 22', 'UDP 68', ...both]);
    expect(text('egress')).toEqual(['UDP 53', 'UDP 67', ...both]);
  });

  it('may be others, or none', () =>
    expect(
      ports(
        host('a'),
        felix(
          'failsafeInboundHostPorts: [{protocol: tcp, port: 2222, net: 10.0.0.0/8}], failsafeOutboundHostPorts: []',
        ),
      ).slice(1),
    ).toEqual(['ingress 1 allow 10.0.0.0/8: TCP 2222', 'egress: no rule']));
});

describe('profiles', () => {
  const profiles = (...documents: string[]) => join(documents).profiles;
  const of = (names: string) => `(type host|every-host and @host-endpoint in [${names}])`;

  it('stand in the order of each list, and deny in the end', () =>
    expect(
      profiles(
        host('a', 'interfaceName: eth0, profiles: [p, projectcalico-default-allow]'),
        host('b', 'interfaceName: eth1, profiles: [p, missing]'),
        profile('p', 'ingress: [{action: Pass, protocol: TCP}]'),
      ),
    ).toEqual([
      `Profile//p#1, profiles/1 0, for ${of('a, b')}`,
      'ingress 1 pass anyone: TCP all',
      'egress: no rule',
      `Profile//missing#2, profiles/2 0, for ${of('b')}`,
      'ingress 1 deny anyone: all traffic',
      'egress 1 deny anyone: all traffic',
      `Profile//projectcalico-default-allow#2, profiles/2 0, for ${of('a')}`,
      'ingress 1 allow anyone: all traffic',
      'egress 1 allow anyone: all traffic',
      ...['a', 'b'].flatMap((name) => [
        `Profile//end#${name}, profiles/end 0, for ${of(name)}`,
        'ingress: no rule',
        'egress: no rule',
      ]),
    ]));

  it('of namespaces allow, those of service accounts say nothing', () => {
    const shop = '{apiVersion: v1, kind: Namespace, metadata: {name: shop}}';
    const lines = profiles(host('a', 'interfaceName: eth0, profiles: [ksa.shop.web, kns.shop, kns.other]'), shop);
    expect(lines.filter((line) => line.startsWith('ingress'))).toEqual([
      'ingress: no rule',
      'ingress 1 allow anyone: all traffic',
      'ingress 1 deny anyone: all traffic',
      'ingress: no rule',
    ]);
  });

  it('of automatic host endpoints stand together', () =>
    expect(profiles(node('n1'), node('n2'), automatic).filter((line) => line.startsWith('Profile'))).toEqual([
      `Profile//projectcalico-default-allow#1, profiles/1 0, for ${of('n1-auto-hep, n2-auto-hep')}`,
      `Profile//end#automatic, profiles/end 0, for ${of('n1-auto-hep, n2-auto-hep')}`,
    ]));
});
