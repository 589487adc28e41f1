// NetworkPolicy manifests of Calico and the rules they compile to.
import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../net/cidr.ts';
import { compileManifest, drawCompiled } from '../../testing/draw-policy.ts';
import { calicoNetworkPolicy } from './network-policy.ts';

const context = { semantics: 'calico-enterprise' } as const;
const manifest = (spec: string, before = '') =>
  `${before}apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: p, namespace: x}\nspec: ${spec}\n`;
const compile = (spec: string, before = '') => drawCompiled(calicoNetworkPolicy, manifest(spec, before), context);
const egress = (rule: string, before = '') => compile(`{types: [Egress], egress: [${rule}]}`, before)[1];
const ingress = (rule: string, before = '') => compile(`{types: [Ingress], ingress: [${rule}]}`, before)[1];
const own = 'projectcalico.org/namespace in [x]';

it('selects pods of its own namespace, in its tier and order', () => {
  expect(compile('{}')).toEqual([
    `CalicoNetworkPolicy/x/p, default Infinity, for (type pod and ${own})`,
    'ingress: no rule',
  ]);
  expect(compile("{tier: t, order: -1.5, selector: a == 'b'}")[0]).toMatch(
    /^CalicoNetworkPolicy\/x\/p, t -1.5, .*a in \[b\]/,
  );
});

it.each([
  ['calico-3.32', 'p/x/NetworkPolicy'],
  ['calico-3.31', 'x/default.p'],
] as const)('%s breaks ties by %s', (semantics, text) =>
  expect(compileManifest(calicoNetworkPolicy, manifest('{}'), { semantics })[0]?.tieBreak).toBe(text),
);

it('keeps the order and actions of rules', () =>
  expect(compile('{ingress: [{action: Log}, {action: Pass}, {action: Deny}, {action: Allow}]}').slice(1)).toEqual([
    'ingress 1 log anyone: all traffic',
    'ingress 2 pass anyone: all traffic',
    'ingress 3 deny anyone: all traffic',
    'ingress 4 allow anyone: all traffic',
  ]));

describe('the other end', () => {
  it.each([
    ['{}', 'anyone'],
    ["{selector: a == 'b'}", `objects (${own} and a in [b])`],
    ["{notSelector: a == 'b'}", `objects (${own} and not a in [b])`],
  ])('%s', (entity, drawn) => {
    expect(egress(`{action: Allow, destination: ${entity}}`)).toBe(`egress 1 allow ${drawn}: all traffic`);
    expect(ingress(`{action: Allow, source: ${entity}}`)).toBe(`ingress 1 allow ${drawn}: all traffic`);
  });

  it('may stand beside a condition on the own end', () => {
    const rule = "{action: Allow, source: {selector: a == 's'}, destination: {selector: a == 'd'}}";
    const [source, destination] = [`objects (${own} and a in [s])`, `objects (${own} and a in [d])`];
    expect(ingress(rule)).toBe(`ingress 1 allow ${source} with own ${destination}: all traffic`);
    expect(egress(rule)).toBe(`egress 1 allow ${destination} with own ${source}: all traffic`);
  });
});

describe('families', () => {
  it.each([
    ['{action: Allow, ipVersion: 6}', ' IPv6 anyone: all traffic'],
    ['{action: Allow, protocol: ICMP}', ' IPv4 anyone: ICMP all'],
    ['{action: Allow, protocol: ICMPv6}', ' IPv6 anyone: ICMPv6 all'],
    [
      '{action: Allow, destination: {nets: [10.0.0.0/8], notNets: [10.1.0.0/16]}}',
      ' IPv4 10.0.0.0/8 except 10.1.0.0/16: all traffic',
    ],
    ['{action: Allow, destination: {notNets: ["2001:db8::/32"]}}', ' IPv6 not 2001:db8::/32: all traffic'],
  ])('%s', (rule, drawn) => expect(egress(rule)).toBe(`egress 1 allow${drawn}`));
});

describe('traffic', () => {
  it.each([
    ['protocol: TCP', 'anyone: TCP all'],
    ['protocol: 47', 'anyone: other 47'],
    ['protocol: TCP, destination: {ports: [80, "8000:8100", web]}', 'anyone: TCP 80, TCP 8000-8100, web of TCP all'],
    ['destination: {ports: [web]}', 'anyone: web of any'],
    [
      "protocol: TCP, destination: {selector: a == 'b', ports: [web]}",
      `objects (${own} and a in [b]): web of TCP all at (${own} and a in [b])`,
    ],
    ['protocol: TCP, destination: {ports: [80], notPorts: [web]}', 'anyone: TCP 80 except web of TCP all'],
    [
      "protocol: TCP, destination: {selector: a == 'b', notPorts: [web]}",
      `objects (${own} and a in [b]): TCP all except web of TCP all at (${own} and a in [b])`,
    ],
    ['protocol: UDP, destination: {notPorts: [53]}', 'anyone: UDP all except UDP 53'],
    ['protocol: ICMP, icmp: {type: 8}', 'IPv4 anyone: ICMP type 8'],
    ['protocol: ICMP, icmp: {type: 8, code: 1}', 'IPv4 anyone: ICMP type 8 code 1'],
    ['protocol: ICMP, notICMP: {type: 0}', 'IPv4 anyone: ICMP type 1-255'],
    ['protocol: TCP, notProtocol: TCP', 'anyone: no traffic'],
  ])('%s', (fields, drawn) => expect(egress(`{action: Deny, ${fields}}`)).toBe(`egress 1 deny ${drawn}`));

  it('reads well in a sentence', () => {
    const texts = (fields: string) =>
      compileManifest(calicoNetworkPolicy, manifest(`{types: [Egress], egress: [{action: Deny, ${fields}}]}`), context)
        .flatMap((policy) => policy.egress ?? [])
        .flatMap((rule) => rule.matches)
        .flatMap((match) => [...match.traffic, ...(match.except ?? [])].map((term) => term.text));
    expect(texts('protocol: TCP')).toEqual(['TCP on any port']);
    expect(texts('protocol: TCP, destination: {ports: [80, 443, "8000:8100", web]}')).toEqual([
      'TCP 80, 443 or 8000-8100',
      'TCP on the port named web',
    ]);
    expect(texts('notProtocol: TCP')).toEqual(['everything but TCP']);
    expect(texts('protocol: ICMP, icmp: {type: 8, code: 0}')).toEqual(['ICMP type 8 code 0']);
    expect(texts('protocol: ICMP, notICMP: {type: 0}')).toEqual(['ICMP but ICMP type 0']);
  });
});

describe('source ports', () => {
  const pod = `apiVersion: v1
kind: Pod
metadata: {name: a, namespace: x}
spec: {containers: [{name: c, image: i, ports: [{name: client, containerPort: 41234}, {name: other, containerPort: 80}]}]}
---
`;
  it.each([
    ['{ports: [41234]}', 'anyone: TCP all'],
    ['{ports: [80]}', 'nothing'],
    ['{notPorts: ["40000:50000"]}', 'nothing'],
    ['{notPorts: [80]}', 'anyone: TCP all'],
    ['{ports: [client]}', '@id in [pod:x/a]: TCP all'],
    ['{ports: [other]}', 'nothing'],
    [
      "{selector: a == 'b', notPorts: [client]}",
      `(objects (${own} and a in [b]) and not (@id in [pod:x/a] and (${own} and a in [b]))): TCP all`,
    ],
    ['{notPorts: [client]}', 'not @id in [pod:x/a]: TCP all'],
  ])('%s', (source, drawn) =>
    expect(ingress(`{action: Allow, protocol: TCP, source: ${source}}`, pod)).toBe(`ingress 1 allow ${drawn}`),
  );
});

describe('services', () => {
  const cluster = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: x}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}, {name: d, protocol: UDP, port: 53, targetPort: dns}]}
---
apiVersion: v1
kind: Pod
metadata: {name: h, namespace: x, labels: {app: web}}
spec: {hostNetwork: true, nodeName: n1, containers: [{name: c, image: i, ports: [{name: dns, containerPort: 5353, protocol: UDP}]}]}
status: {podIP: 192.0.2.7}
---
apiVersion: v1
kind: Service
metadata: {name: outside, namespace: x}
spec: {ports: [{port: 443}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: s, namespace: x, labels: {kubernetes.io/service-name: outside}}
addressType: IPv4
endpoints: [{addresses: [192.0.2.1]}, {addresses: [192.0.2.2]}]
ports: [{port: 6443}]
---
`;
  const pods = '(type pod and ns:kubernetes.io/metadata.name in [x] and app in [web])';
  it.each([
    [
      'web',
      `${pods}: TCP 8080, dns of UDP all at ${pods}; 192.0.2.7/32: TCP 8080, UDP 5353`,
      `(${pods} or 192.0.2.7/32): all traffic`,
    ],
    ['outside', '192.0.2.1/32, 192.0.2.2/32: TCP 6443', '192.0.2.1/32, 192.0.2.2/32: all traffic'],
    ['missing', 'nothing', 'nothing'],
  ])('%s', (name, to, from) => {
    const services = `{services: {name: ${name}, namespace: x}}`;
    expect(egress(`{action: Allow, destination: ${services}}`, cluster)).toBe(`egress 1 allow ${to}`);
    expect(ingress(`{action: Allow, source: ${services}}`, cluster)).toBe(`ingress 1 allow ${from}`);
  });

  it('without a namespace are never found', () =>
    expect(egress('{action: Allow, destination: {services: {name: web}}}', cluster)).toBe('egress 1 allow nothing'));

  it('keep to the protocol of the rule', () =>
    expect(egress('{action: Allow, protocol: UDP, destination: {services: {name: web, namespace: x}}}', cluster)).toBe(
      `egress 1 allow ${pods}: no traffic, dns of UDP all at ${pods}; 192.0.2.7/32: no traffic, UDP 5353`,
    ));

  it('of the API servers exist in every cluster', () =>
    expect(egress('{action: Allow, destination: {services: {name: kubernetes, namespace: default}}}')).toMatch(
      /^egress 1 allow service-addresses-unknown: .*: TCP all$/,
    ));
});

describe('domains', () => {
  const rule = manifest('{types: [Egress], egress: [{action: Allow, destination: {domains: [a.test, "*.b.test"]}}]}');
  const draw = (names: readonly string[]) => {
    const addresses = [parseAddress('192.0.2.1')].filter((address) => address !== undefined);
    const domains = new Map(names.map((name) => [name, addresses]));
    return drawCompiled(calicoNetworkPolicy, rule, { ...context, domains })[1];
  };
  const unknown = (names: string) => `domain-addresses-unknown: The addresses behind ${names} are not in the manifests`;

  it.each([
    [[], unknown('a.test, *.b.test')],
    [['a.test'], `(192.0.2.1/32 or ${unknown('*.b.test')})`],
    [['a.test', 'x.b.test'], '192.0.2.1/32, 192.0.2.1/32'],
    [['b.test', 'a.test.example'], unknown('a.test, *.b.test')],
  ])('with %j supplied', (names, drawn) => expect(draw(names)).toBe(`egress 1 allow ${drawn}: all traffic`));
});
