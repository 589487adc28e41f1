// Arbitrary objects that Calico policies are about: pods, service accounts, services, sets, hosts, profiles, tiers.
import fc from 'fast-check';
import { tierWords } from './generate-calico-policy.ts';
import { calicoRuleArbitrary } from './generate-calico-rule.ts';
import {
  accountLabels,
  accountWords,
  compact,
  edgeAddress,
  namespaceLabels,
  namespaceWords,
  netWords,
  nodeAddress,
  objectLabels,
  podAddress,
  portWords,
  serviceWords,
  sometimes,
  transportWords,
} from './generate-calico-words.ts';
import type { Manifest } from './generate-policy.ts';
import type { YamlValue } from './yaml-text.ts';

const calico = (kind: string, metadata: Manifest, spec: YamlValue): Manifest => ({
  apiVersion: 'projectcalico.org/v3',
  kind,
  metadata,
  spec,
});

/** Most objects share a namespace, so that policies have something to govern. */
const home = fc.oneof(
  { arbitrary: fc.constant(namespaceWords[0]), weight: 4 },
  { arbitrary: fc.constant(namespaceWords[1]), weight: 2 },
  fc.constantFrom(...namespaceWords),
);

export const namespaceArbitrary: fc.Arbitrary<Manifest> = fc
  .record({ name: fc.constantFrom(...namespaceWords), labels: namespaceLabels })
  .map((metadata) => ({ apiVersion: 'v1', kind: 'Namespace', metadata }));

export const accountArbitrary: fc.Arbitrary<Manifest> = fc
  .record({ name: fc.constantFrom(...accountWords), namespace: home, labels: accountLabels })
  .map((metadata) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata }));

const containerPorts = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(...portWords),
      containerPort: fc.constantFrom(80, 53, 8080),
      protocol: fc.constantFrom(...transportWords, 'TCP' as const),
    }),
    { maxLength: 2, selector: ({ name }) => name },
  )
  .map((ports): YamlValue => ports.map((port) => ({ ...port })));

const container = (name: string, ports: YamlValue | undefined): Manifest => compact({ name, image: 'img', ports });

export interface PodDraft {
  readonly manifest: Manifest;
  /** `ns/name`. */
  readonly name: string;
  readonly address: string;
  readonly isHost: boolean;
}

type Place = 'node' | 'edge';

const podDetail = fc.record({
  namespace: home,
  labels: objectLabels,
  account: sometimes(4, fc.constantFrom(...accountWords)),
  ports: containerPorts,
  sidePorts: sometimes(2, containerPorts),
  initPorts: sometimes(1, containerPorts),
  subnet: fc.constantFrom(0, 0, 1, 2),
  /** Ordinary nodes, and those that may have host endpoints. */
  place: fc.oneof({ arbitrary: fc.constant<Place>('node'), weight: 6 }, fc.constant<Place>('edge')),
  node: fc.constantFrom(1, 2),
  isHost: fc.oneof({ arbitrary: fc.constant(false), weight: 5 }, fc.constant(true)),
  phase: fc.oneof({ arbitrary: fc.constant(undefined), weight: 12 }, fc.constantFrom('Running', 'Succeeded')),
});

/** Addresses go by position, so that no two pods have the same. */
export const podsArbitrary: fc.Arbitrary<PodDraft[]> = fc
  .array(podDetail, { minLength: 2, maxLength: 6, size: 'max' })
  .map((details) =>
    details.map((detail, position) => {
      const { namespace, labels, account, place, isHost, node, subnet, phase } = detail;
      const onNode = place === 'edge' ? edgeAddress(node) : nodeAddress(node);
      const address = isHost ? onNode : podAddress(subnet, position);
      const containers = [container('main', detail.ports)];
      if (detail.sidePorts) containers.push(container('side', detail.sidePorts));
      const spec = compact({
        nodeName: `${place}-${node}`,
        hostNetwork: isHost ? true : undefined,
        serviceAccountName: account,
        containers,
        initContainers: detail.initPorts && [container('init', detail.initPorts)],
      });
      const status = compact({ phase, podIP: address, hostIP: onNode });
      const metadata = { name: `p${position}`, namespace, labels };
      return {
        manifest: { apiVersion: 'v1', kind: 'Pod', metadata, spec, status },
        name: `${namespace}/p${position}`,
        address,
        isHost,
      };
    }),
  );

const servicePort = fc
  .record({
    protocol: fc.constantFrom(...transportWords, 'TCP' as const),
    port: fc.constantFrom(80, 443, 53),
    targetPort: fc.constantFrom<YamlValue | undefined>(undefined, 8080, 80, ...portWords),
  })
  .map(compact);

/** A service, sometimes with slices of its own, which then count instead of its selector. */
export const serviceArbitrary: fc.Arbitrary<Manifest[]> = fc
  .record({
    name: fc.constantFrom(...serviceWords),
    namespace: fc.constantFrom(...namespaceWords.slice(0, 2)),
    selector: fc.constantFrom<Manifest | undefined>({ app: 'web' }, { tier: 'front' }, { app: 'db' }, undefined),
    ports: fc.array(servicePort, { minLength: 1, maxLength: 2 }),
    slice: sometimes(3, fc.subarray(['10.244.0.10', '10.244.1.11', '8.8.8.8', '10.10.0.1'], { minLength: 1 })),
    slicePort: fc.constantFrom(80, 8080),
  })
  .map(({ name, namespace, selector, ports, slice, slicePort }) => {
    const named = ports.map((port, position) => ({ name: `p${position}`, ...port }));
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace } };
    const labels = { 'kubernetes.io/service-name': name };
    const endpointSlice = {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: `${name}-1`, namespace, labels },
      addressType: 'IPv4',
      endpoints: (slice ?? []).map((address) => ({ addresses: [address] })),
      ports: [{ name: 'p0', port: slicePort, protocol: 'TCP' }],
    };
    return [{ ...service, spec: compact({ selector, ports: named }) }, ...(slice ? [endpointSlice] : [])];
  });

/** Sets also take bare addresses, host bits and both families at once. */
export const setArbitrary: fc.Arbitrary<Manifest> = fc
  .record({
    isGlobal: fc.boolean(),
    name: fc.constantFrom('partners', 'offices'),
    namespace: home,
    labels: objectLabels,
    nets: fc.uniqueArray(fc.constantFrom(...netWords[4], ...netWords[6], '8.8.8.8', '10.244.0.11', '52.1.9.9/16'), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ isGlobal, name, namespace, labels, nets }) =>
    isGlobal
      ? calico('GlobalNetworkSet', { name, labels }, { nets })
      : calico('NetworkSet', { name, namespace, labels }, { nets }),
  );

const profiles = fc.constantFrom<readonly string[]>(
  ...[[], ['projectcalico-default-allow'], ['projectcalico-default-allow'], ['hosts'], ['missing']],
  ...[
    ['hosts', 'projectcalico-default-allow'],
    ['missing', 'projectcalico-default-allow'],
    ['kns.shop'],
    ['ksa.shop.default', 'kns.shop'],
  ],
);

/** Hosts `edge-1` and `edge-2`, one endpoint each, and the namespaces that their profiles name. */
export const hostsArbitrary: fc.Arbitrary<Manifest[]> = fc
  .array(
    fc.record({
      labels: objectLabels,
      interfaceName: fc.constantFrom('eth0', '*'),
      profiles,
      hasPort: fc.boolean(),
    }),
    { maxLength: 2 },
  )
  .map((details) => {
    const hosts = details.map(({ labels, interfaceName, profiles: names, hasPort }, position) =>
      calico(
        'HostEndpoint',
        { name: `host-${position + 1}`, labels },
        compact({
          node: `edge-${position + 1}`,
          interfaceName,
          expectedIPs: [edgeAddress(position + 1)],
          profiles: names.length > 0 ? names : undefined,
          ports: hasPort ? [{ name: 'http', protocol: 'TCP', port: 8080 }] : undefined,
        }),
      ),
    );
    const isNamed = details.some(({ profiles: names }) => names.includes('kns.shop'));
    return isNamed ? [...hosts, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }] : hosts;
  });

/** A profile for hosts; those of pods are built in. */
export const profileArbitrary: fc.Arbitrary<Manifest> = fc
  .record({
    labelsToApply: objectLabels,
    ingress: fc.array(calicoRuleArbitrary({ isNamespaced: false, direction: 'ingress' }), { maxLength: 2 }),
    egress: fc.array(calicoRuleArbitrary({ isNamespaced: false, direction: 'egress' }), { maxLength: 2 }),
  })
  .map((spec) => calico('Profile', { name: 'hosts' }, spec));

export const tierArbitrary: fc.Arbitrary<Manifest> = fc
  .record({
    name: fc.constantFrom(...tierWords),
    order: fc.constantFrom(undefined, 5, 500, 500, 1000, 999_999.5, 1_000_000, 5_000_000, 20_000_000),
    defaultAction: fc.constantFrom(undefined, 'Deny', 'Pass'),
  })
  .map(({ name, ...spec }) => calico('Tier', { name }, compact(spec)));

const failsafes = fc.array(
  fc
    .record({
      protocol: fc.constantFrom('tcp', 'udp'),
      port: fc.constantFrom(80, 53, 22),
      net: sometimes(4, fc.constantFrom('10.244.0.0/24', '0.0.0.0/0')),
    })
    .map(compact),
  { maxLength: 2 },
);

export const felixArbitrary: fc.Arbitrary<Manifest> = fc
  .record({
    defaultEndpointToHostAction: fc.constantFrom('Accept', 'Drop'),
    failsafeInboundHostPorts: sometimes(5, failsafes),
    failsafeOutboundHostPorts: sometimes(5, failsafes),
  })
  .map((spec) => calico('FelixConfiguration', { name: 'default' }, compact(spec)));

/** Both ordinary nodes, and sometimes the setting that makes Calico put them under policy. */
export const nodesArbitrary: fc.Arbitrary<Manifest[]> = fc
  .record({ labels: fc.tuple(objectLabels, objectLabels), isAutomatic: sometimes(3, fc.constant(true)) })
  .map(({ labels, isAutomatic }) => [
    ...labels.map((own, position) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: `node-${position + 1}`, labels: own },
      status: { addresses: [{ type: 'InternalIP', address: nodeAddress(position + 1) }] },
    })),
    ...(isAutomatic
      ? [
          calico(
            'KubeControllersConfiguration',
            { name: 'default' },
            { controllers: { node: { hostEndpoint: { autoCreate: 'Enabled' } } } },
          ),
        ]
      : []),
  ]);
