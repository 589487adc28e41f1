// Arbitrary clusters with NetworkPolicies, as manifests and as files: shrinkable for fast-check, and by seed for everything else.
import fc from 'fast-check';
import type { SourceFile } from '../documents/source-file.ts';
import {
  type AddressMode,
  blockWords,
  nodeAddress,
  outsideAddresses,
  podAddresses,
  podRanges,
} from './generate-addresses.ts';
import { adminPoliciesArbitrary } from './generate-admin-policy.ts';
import {
  type Manifest,
  namespaceLabels,
  namespaceNames,
  podLabels,
  policyManifest,
  policySpecArbitrary,
  portNames,
  protocols,
} from './generate-policy.ts';
import { type YamlValue, yamlDocuments } from './yaml-text.ts';

export interface GeneratedCluster {
  /** Namespaces, nodes, pods and workloads. */
  readonly objects: readonly Manifest[];
  readonly policies: readonly Manifest[];
  readonly podCIDRs: readonly string[];
  /** Names that probes may use: `ns/name` of every pod and workload, terminated ones too, and addresses outside. */
  readonly endpoints: readonly string[];
  readonly mode: AddressMode;
}

const containerPort = fc
  .record(
    {
      name: fc.constantFrom(...portNames),
      containerPort: fc.constantFrom(80, 53, 8080),
      protocol: fc.constantFrom(...protocols),
    },
    { requiredKeys: ['containerPort'] },
  )
  .map((port): YamlValue => ({ ...port }));

/** A container cannot have two ports of one name; two containers can. */
const hasUniqueNames = (ports: readonly YamlValue[]): boolean => {
  const names = ports.flatMap((port) =>
    port !== null && typeof port === 'object' && 'name' in port ? [port.name] : [],
  );
  return new Set(names).size === names.length;
};

const containersArbitrary = fc
  .array(fc.array(containerPort, { maxLength: 2 }).filter(hasUniqueNames), { minLength: 1, maxLength: 2 })
  .map((lists) => lists.map((ports, position) => ({ name: `c${position}`, image: 'img', ports })));

interface EndpointDraft {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly labels: Record<string, string>;
  readonly ownLabels: Record<string, string>;
  readonly containers: YamlValue;
  /** `none`: not in the manifests; otherwise the pod's subnet. */
  readonly subnet: number | 'none';
  readonly node: number | undefined;
  readonly phase: string | undefined;
  readonly hostNetwork: boolean;
  readonly replicas: number;
}

/** Most objects share a namespace, so that policies have something to govern; `undefined` means `default`. */
const namespaceArbitrary = fc.oneof(
  { arbitrary: fc.constant('shop'), weight: 5 },
  fc.constantFrom(undefined, ...namespaceNames),
);

const endpointArbitrary: fc.Arbitrary<EndpointDraft> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constant('Pod'), weight: 3 },
    fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob'),
  ),
  namespace: namespaceArbitrary,
  labels: podLabels,
  ownLabels: podLabels,
  containers: containersArbitrary,
  subnet: fc.oneof({ arbitrary: fc.constantFrom(0, 1, 2), weight: 4 }, fc.constant<'none'>('none')),
  node: fc.constantFrom(undefined, 1, 2),
  phase: fc.oneof({ arbitrary: fc.constant('Running'), weight: 10 }, fc.constantFrom('Succeeded', 'Failed', 'Pending')),
  hostNetwork: fc.oneof({ arbitrary: fc.constant(false), weight: 8 }, fc.constant(true)),
  replicas: fc.integer({ min: 1, max: 3 }),
});

const nameOf = (draft: EndpointDraft, position: number): string => `${draft.kind === 'Pod' ? 'p' : 'w'}${position}`;

function podManifest(draft: EndpointDraft, position: number, mode: AddressMode): Manifest {
  const namespace = draft.namespace === undefined ? {} : { namespace: draft.namespace };
  const hostIP = nodeAddress(mode, draft.node ?? 1);
  const isPlaced = draft.node !== undefined;
  const own = draft.subnet === 'none' ? [] : podAddresses(mode, draft.subnet, position);
  const addresses = draft.hostNetwork ? (isPlaced && draft.subnet !== 'none' ? [hostIP] : []) : own;
  const status = {
    ...(draft.phase === undefined ? {} : { phase: draft.phase }),
    ...(isPlaced && addresses.length > 0 ? { hostIP } : {}),
    ...(addresses[0] ? { podIP: addresses[0], podIPs: addresses.map((ip) => ({ ip })) } : {}),
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: nameOf(draft, position), ...namespace, labels: draft.labels },
    spec: {
      containers: draft.containers,
      ...(draft.hostNetwork ? { hostNetwork: true } : {}),
      ...(isPlaced ? { nodeName: `node-${draft.node}` } : {}),
    },
    status,
  };
}

function workloadManifest(draft: EndpointDraft, position: number): Manifest {
  const namespace = draft.namespace === undefined ? {} : { namespace: draft.namespace };
  // Selectors of workloads need a label of their own, which no policy names.
  const labels = { ...draft.labels, workload: nameOf(draft, position) };
  const metadata = { name: nameOf(draft, position), ...namespace, labels: draft.ownLabels };
  const template = {
    metadata: { labels },
    spec: { containers: draft.containers, ...(draft.hostNetwork ? { hostNetwork: true } : {}) },
  };
  const { kind } = draft;
  const restarting = { ...template, spec: { ...template.spec, restartPolicy: 'Never' } };
  if (kind === 'Job') return { apiVersion: 'batch/v1', kind, metadata, spec: { template: restarting } };
  if (kind === 'CronJob') {
    const jobTemplate = { spec: { template: restarting } };
    return { apiVersion: 'batch/v1', kind, metadata, spec: { schedule: '0 0 * * *', jobTemplate } };
  }
  const selector = { matchLabels: { workload: nameOf(draft, position) } };
  const replicas = kind === 'DaemonSet' ? {} : { replicas: draft.replicas };
  const serviceName = kind === 'StatefulSet' ? { serviceName: 'none' } : {};
  return { apiVersion: 'apps/v1', kind, metadata, spec: { ...replicas, ...serviceName, selector, template } };
}

/** Some pods' addresses: a bare address is the pod that has it, unless that pod terminated. */
function knownAddresses(drafts: readonly EndpointDraft[], mode: AddressMode): string[] {
  const addresses = drafts.flatMap((draft, position) =>
    draft.kind === 'Pod' && draft.subnet !== 'none' ? podAddresses(mode, draft.subnet, position) : [],
  );
  return addresses.slice(0, 2);
}

const namespaceManifests = fc
  .tuple(
    ...namespaceNames.map((name) =>
      fc.option(
        namespaceLabels.map((labels) => ({ name, labels })),
        { freq: 3 },
      ),
    ),
  )
  .map((entries) => entries.filter((entry) => entry !== null))
  .map((entries) => entries.map((metadata): Manifest => ({ apiVersion: 'v1', kind: 'Namespace', metadata })));

function nodeManifest(mode: AddressMode, number: number): Manifest {
  const addresses = [{ type: 'InternalIP', address: nodeAddress(mode, number) }];
  const labels = number === 1 ? { disk: 'ssd' } : {};
  return { apiVersion: 'v1', kind: 'Node', metadata: { name: `node-${number}`, labels }, status: { addresses } };
}

const policiesArbitrary = (mode: AddressMode): fc.Arbitrary<Manifest[]> =>
  fc
    .array(fc.record({ namespace: namespaceArbitrary, spec: policySpecArbitrary(mode) }), {
      minLength: 1,
      maxLength: 8,
      size: 'max',
    })
    .map((drafts) => drafts.map(({ namespace, spec }, position) => policyManifest(namespace, `np-${position}`, spec)));

/** A cluster whose pods all have addresses of one address mode. */
export function clusterArbitraryOf(mode: AddressMode): fc.Arbitrary<GeneratedCluster> {
  return fc
    .record({
      namespaces: namespaceManifests,
      nodes: fc.subarray([1, 2]),
      endpoints: fc.array(endpointArbitrary, { minLength: 1, maxLength: 7, size: 'max' }),
      policies: policiesArbitrary(mode),
      givesRanges: fc.boolean(),
    })
    .map(({ namespaces, nodes, endpoints, policies, givesRanges }) => ({
      objects: [
        ...namespaces,
        ...nodes.map((number) => nodeManifest(mode, number)),
        ...endpoints.map((draft, position) =>
          draft.kind === 'Pod' ? podManifest(draft, position, mode) : workloadManifest(draft, position),
        ),
      ],
      policies,
      podCIDRs: !givesRanges ? [] : mode === 'dual' ? [...podRanges.ipv4, ...podRanges.ipv6] : podRanges[mode],
      endpoints: [
        ...endpoints.map((draft, position) => `${draft.namespace ?? 'default'}/${nameOf(draft, position)}`),
        ...knownAddresses(endpoints, mode),
        ...outsideAddresses(mode),
      ],
      mode,
    }));
}

/** A cluster that administrators have put policies around those of its namespaces. */
export function administeredArbitraryOf(mode: AddressMode): fc.Arbitrary<GeneratedCluster> {
  const admin = adminPoliciesArbitrary({
    networks: blockWords(mode),
    ports: portNames,
    nodes: fc.constantFrom<Manifest>({ nodes: { matchLabels: { disk: 'ssd' } } }, { nodes: { matchLabels: {} } }),
    domains: fc.constant<Manifest>({ domainNames: ['*.example.com'] }),
  });
  return fc
    .tuple(clusterArbitraryOf(mode), admin)
    .map(([cluster, added]) => ({ ...cluster, policies: [...cluster.policies.slice(0, 2), ...added] }));
}

/** Mostly IPv4 clusters, some IPv6. */
export const clusterArbitrary: fc.Arbitrary<GeneratedCluster> = fc.oneof(
  { arbitrary: clusterArbitraryOf('ipv4'), weight: 4 },
  { arbitrary: clusterArbitraryOf('ipv6'), weight: 1 },
);

/** All objects in one file, then each policy in a file of its own. */
export function filesOf({ objects, policies }: Pick<GeneratedCluster, 'objects' | 'policies'>): SourceFile[] {
  const policyFiles = policies.map((policy, position) => ({
    path: `policies/${position}.yaml`,
    text: yamlDocuments([policy]),
  }));
  return [{ path: 'cluster.yaml', text: yamlDocuments(objects) }, ...policyFiles];
}
