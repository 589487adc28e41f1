// NetworkPolicy of Calico: everything it can say, as it is read.
import { expect, it } from 'vitest';
import { decodeText, manifestOf } from '../../testing/decode-text.ts';

const withoutPlaces = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, part) => (/[rR]ange$|^bits$|^tree$/.test(key) ? undefined : part)));

function read(spec: string, apiVersion?: string) {
  const { resources, said } = decodeText(manifestOf('NetworkPolicy', spec, apiVersion));
  const [resource] = resources;
  if (resource?.kind !== 'CalicoNetworkPolicy') throw new Error(said.join('\n'));
  return resource;
}

it('reads every field of a rule', () => {
  const { spec, kind, meta } = read(`tier: security
order: 20
selector: app == 'web'
serviceAccountSelector: has(team)
types: [Egress, Ingress]
ingress:
- action: Allow
  ipVersion: 4
  protocol: TCP
  notProtocol: 17
  source:
    nets: [10.0.0.0/8]
    notNets: [10.1.0.0/16]
    selector: a == 'b'
    notSelector: has(c)
    namespaceSelector: global()
    ports: [80, "8000:9000", http]
    notPorts: [81]
    serviceAccounts: {names: [s], selector: all()}
  destination:
    domains: [example.com]
  http: {}
- action: Log
  protocol: ICMP
  icmp: {type: 8, code: 0}
  notICMP: {type: 5}
  source:
    services: {name: api, namespace: other}
`);
  expect({ kind, meta: meta.namespace }).toEqual({ kind: 'CalicoNetworkPolicy', meta: 'shop' });
  const nothing = { nets: [], notNets: [], ports: [], notPorts: [], domains: [] };
  expect(withoutPlaces(spec)).toEqual({
    tier: 'security',
    order: 20,
    selector: { text: "app == 'web'" },
    serviceAccountSelector: { text: 'has(team)' },
    types: ['Egress', 'Ingress'],
    typesGiven: { file: 'test.yaml', start: expect.any(Number), end: expect.any(Number) },
    doNotTrack: false,
    preDNAT: false,
    applyOnForward: false,
    egress: [],
    ingress: [
      {
        action: 'Allow',
        ipVersion: 4,
        protocol: 6,
        notProtocol: 17,
        http: true,
        source: {
          ...nothing,
          nets: [{ family: 4, prefix: 8, text: '10.0.0.0/8' }],
          notNets: [{ family: 4, prefix: 16, text: '10.1.0.0/16' }],
          selector: { text: "a == 'b'" },
          notSelector: { text: 'has(c)' },
          namespaceSelector: { text: 'global()' },
          serviceAccounts: { names: ['s'], selector: { text: 'all()' } },
          ports: [{ from: 80, to: 80 }, { from: 8000, to: 9000 }, { name: 'http' }],
          notPorts: [{ from: 81, to: 81 }],
        },
        destination: { ...nothing, domains: ['example.com'] },
      },
      {
        action: 'Log',
        protocol: 1,
        icmp: { type: 8, code: 0 },
        notICMP: { type: 5 },
        http: false,
        source: { ...nothing, services: { name: 'api', namespace: 'other' } },
        destination: nothing,
      },
    ],
  });
});

it('notes what only Enterprise has, and where', () => {
  const spec = 'egress: [{action: Allow, destination: {domains: [example.com]}}]';
  const text = manifestOf('NetworkPolicy', spec);
  const [field] = read(spec).enterpriseFields;
  expect(field?.path).toBe('spec.egress[0].destination.domains');
  expect(text.slice(field?.range.start, field?.range.end)).toBe('domains');
});

it('takes words in lower case in the storage form alone', () => {
  const spec = 'types: [egress]\negress: [{action: deny, protocol: icmpv6}]';
  expect(read(spec, 'crd.projectcalico.org/v1').spec).toMatchObject({
    types: ['Egress'],
    egress: [{ action: 'Deny', protocol: 58 }],
  });
  expect(decodeText(manifestOf('NetworkPolicy', spec)).diagnostics).toMatchObject([
    { gap: 'rejected' },
    { gap: 'rejected' },
    { gap: 'rejected' },
  ]);
});

it('refuses in the storage form what is wrong in itself', () => {
  const text = manifestOf('NetworkPolicy', 'ingress: [{action: ALLOW}]', 'crd.projectcalico.org/v1');
  expect(decodeText(text).resources).toEqual([]);
});

it('is read out of a list', () => {
  const item = { metadata: { name: 'a', namespace: 'x' }, spec: {} };
  const list = { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicyList', items: [item, item] };
  const { resources, said } = decodeText(JSON.stringify(list));
  expect(said).toEqual([]);
  expect(resources.map((resource) => resource.kind)).toEqual(['CalicoNetworkPolicy', 'CalicoNetworkPolicy']);
});

it('is told from the one of Kubernetes', () => {
  const { resources } = decodeText(
    `${manifestOf('NetworkPolicy', 'selector: all()')}---\n${manifestOf('NetworkPolicy', 'podSelector: {}', 'networking.k8s.io/v1')}`,
  );
  expect(resources.map((resource) => resource.kind)).toEqual(['CalicoNetworkPolicy', 'NetworkPolicy']);
});
