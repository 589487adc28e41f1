// Arbitrary rules of Calico policies: valid ones only, over every field that decides.
import fc from 'fast-check';
import {
  accountSelector,
  accountWords,
  compact,
  namespaceSelector,
  namespaceWords,
  netWords,
  objectSelector,
  portWords,
  serviceWords,
  sometimes,
  transportWords,
} from './generate-calico-words.ts';
import type { Manifest } from './generate-policy.ts';
import type { YamlValue } from './yaml-text.ts';

export interface RuleScope {
  readonly isNamespaced: boolean;
  readonly direction: 'ingress' | 'egress';
}

type Family = 4 | 6;

const serviceAccounts = fc
  .record({
    names: sometimes(5, fc.subarray([...accountWords], { minLength: 1, maxLength: 2 })),
    selector: sometimes(4, accountSelector),
  })
  .map(compact);

/** `global()` must stand alone. */
const entityNamespaces = fc.oneof({ arbitrary: namespaceSelector, weight: 5 }, fc.constant('global()'));

const byLabels = fc
  .record({
    selector: sometimes(6, objectSelector),
    notSelector: sometimes(2, objectSelector),
    namespaceSelector: sometimes(4, entityNamespaces),
    serviceAccounts: sometimes(2, serviceAccounts),
  })
  .map(compact);

function byNets(family: Family): fc.Arbitrary<Manifest> {
  const list = (words: readonly string[]) => fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 2 });
  const all = netWords[family];
  // A negated catch-all is rejected: it would match nothing.
  const notNets = list(all.filter((net) => !net.endsWith('/0')));
  return fc.record({ nets: sometimes(6, list(all)), notNets: sometimes(4, notNets) }).map(compact);
}

/** A namespaced policy may leave the namespace out, which finds no service. */
function byService({ isNamespaced }: RuleScope): fc.Arbitrary<Manifest> {
  const name = fc.constantFrom(...serviceWords);
  const namespace = fc.constantFrom(...namespaceWords.slice(0, 2));
  return fc
    .record({ name, namespace: isNamespaced ? sometimes(9, namespace) : namespace })
    .map((services) => ({ services: compact(services) }));
}

/** The side that the endpoint which the policy governs is not on. */
function otherSide(scope: RuleScope, family: Family): fc.Arbitrary<Manifest> {
  const both = fc.tuple(byLabels, byNets(family)).map(([labels, nets]) => ({ ...labels, ...nets }));
  return fc.oneof(
    { arbitrary: fc.constant({}), weight: 4 },
    { arbitrary: byLabels, weight: 8 },
    { arbitrary: byNets(family), weight: 3 },
    { arbitrary: both, weight: 1 },
    { arbitrary: byService(scope), weight: 2 },
  );
}

function ownSide(family: Family): fc.Arbitrary<Manifest> {
  return fc.oneof({ arbitrary: fc.constant({}), weight: 8 }, byLabels, byNets(family));
}

interface Traffic {
  readonly rule: Manifest;
  readonly source?: Manifest;
  readonly destination?: Manifest;
}

const numericPort = fc.constantFrom<YamlValue>(80, 53, 8080, 22, '80', '1:79', '50:8080', '8080:65535');
const namedPort = fc.constantFrom<YamlValue>(...portWords);
const anyPort = fc.oneof({ arbitrary: numericPort, weight: 3 }, namedPort);
const listOf = (port: fc.Arbitrary<YamlValue>) => fc.array(port, { minLength: 1, maxLength: 2 });
const transport = fc.constantFrom<YamlValue>(...transportWords, 'TCP', 6, '17');

/** Protocols and ports; numeric ports need a protocol that has them, names do not. */
const portTraffic: fc.Arbitrary<Traffic> = fc.oneof(
  { arbitrary: fc.constant({ rule: {} }), weight: 4 },
  { arbitrary: transport.map((protocol) => ({ rule: { protocol } })), weight: 2 },
  {
    arbitrary: fc
      .record({ protocol: transport, ports: listOf(anyPort) })
      .map(({ protocol, ports }) => ({ rule: { protocol }, destination: { ports } })),
    weight: 5,
  },
  fc
    .record({ protocol: transport, ports: sometimes(4, listOf(anyPort)), notPorts: listOf(anyPort) })
    .map(({ protocol, ...lists }) => ({ rule: { protocol }, destination: compact(lists) })),
  listOf(namedPort).map((ports) => ({ rule: {}, destination: { ports } })),
  listOf(namedPort).map((notPorts) => ({ rule: {}, destination: { notPorts } })),
  fc
    .record({ protocol: transport, ports: listOf(fc.constantFrom<YamlValue>(41234, '40000:50000', 80, 'http')) })
    .map(({ protocol, ports }) => ({ rule: { protocol }, source: { ports } })),
);

const message = fc
  .record({ type: fc.constantFrom(8, 0, 3), code: sometimes(4, fc.constantFrom(0, 1)) })
  .map((match) => compact(match));

/** Other protocols, by name and number, and what a rule is not about. */
const otherTraffic: fc.Arbitrary<Traffic> = fc.oneof(
  message.map((icmp) => ({ rule: { protocol: 'ICMP', icmp } })),
  message.map((notICMP) => ({ rule: { protocol: 1, notICMP } })),
  fc.record({ protocol: fc.constantFrom<YamlValue>('ICMP', 'UDPLite', 47, '136', 1) }).map((rule) => ({ rule })),
  fc.record({ notProtocol: fc.constantFrom<YamlValue>('TCP', 'ICMP', 17, 'SCTP', '47') }).map((rule) => ({ rule })),
  fc.constant({ rule: { protocol: 'TCP', notProtocol: 'UDP' } }),
);

const action = fc.oneof(
  { arbitrary: fc.constant('Allow'), weight: 8 },
  { arbitrary: fc.constant('Deny'), weight: 5 },
  { arbitrary: fc.constant('Pass'), weight: 4 },
  fc.constant('Log'),
);

function withoutPorts(side: Manifest): Manifest {
  return Object.fromEntries(Object.entries(side).filter(([key]) => key !== 'ports' && key !== 'notPorts'));
}

function ruleOfFamily(scope: RuleScope, family: Family): fc.Arbitrary<Manifest> {
  const isIngress = scope.direction === 'ingress';
  // Protocols that fit one family only are left to IPv4, which the probes are of.
  const traffic = family === 4 ? fc.oneof({ arbitrary: portTraffic, weight: 4 }, otherTraffic) : portTraffic;
  return fc
    .record({
      action,
      traffic,
      ipVersion: sometimes(1, fc.constant(family)),
      other: otherSide(scope, family),
      own: ownSide(family),
      withHttp: sometimes(1, fc.constant(true)),
    })
    .map(({ action: word, traffic: { rule, source, destination }, ipVersion, other, own, withHttp }) => {
      const from = isIngress ? other : own;
      const to = isIngress ? own : other;
      const target = { ...to, ...destination };
      const mayHaveHttp = isIngress && word === 'Allow' && Object.keys(rule).length === 0;
      return compact({
        action: word,
        ...rule,
        ipVersion,
        source: { ...from, ...source },
        destination: 'services' in to ? withoutPorts(target) : target,
        http: withHttp && mayHaveHttp ? { methods: ['GET'] } : undefined,
      });
    });
}

/** A rule of a policy; one in ten is about IPv6 only. */
export function calicoRuleArbitrary(scope: RuleScope): fc.Arbitrary<Manifest> {
  return fc.oneof({ arbitrary: ruleOfFamily(scope, 4), weight: 9 }, ruleOfFamily(scope, 6));
}
