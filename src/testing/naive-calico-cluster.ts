// Who takes part in a cluster as Calico sees it, for the naive evaluator: endpoints with flat labels, sets, what a name means.
import { type Address, type Cidr, cidrOfAddress, formatAddress, parseAddress } from '../net/cidr.ts';
import type { HostEndpointResource, ProfileResource } from '../resources/calico-resource.ts';
import type { ContainerPort, Labels, PodResource, Resource } from '../resources/resource.ts';

/** Something that rule selectors find by its labels: they match the addresses it has (Calico spec, 5.1). */
export interface NaiveObject {
  readonly labels: Labels;
  readonly cidrs: readonly Cidr[];
  readonly ports: readonly ContainerPort[];
}

/** Something that policy applies to. */
export interface NaiveEndpoint extends NaiveObject {
  readonly name: string;
  readonly node: string | undefined;
  readonly addresses: readonly Address[];
  /** `projectcalico.org/namespace`; undefined for a host. */
  readonly namespace: string | undefined;
  readonly host: HostEndpointResource | undefined;
}

/** One end of a flow. `process`: in the host namespace of a node, whether or not a host endpoint stands for it. */
export type NaiveCalicoEnd =
  | { readonly type: 'pod'; readonly endpoint: NaiveEndpoint; readonly address: Address }
  | {
      readonly type: 'process';
      readonly endpoint: NaiveEndpoint | undefined;
      readonly node: string;
      readonly address: Address;
    }
  | { readonly type: 'outside'; readonly address: Address };

export interface NaiveCalicoCluster {
  readonly resources: readonly Resource[];
  readonly pods: readonly NaiveEndpoint[];
  readonly hosts: readonly NaiveEndpoint[];
  /** Pods, hosts with addresses, network sets. */
  readonly objects: readonly NaiveObject[];
}

const readAddresses = (texts: readonly string[]): Address[] => texts.flatMap((text) => parseAddress(text) ?? []);

export const isRunning = (resource: Resource): resource is PodResource =>
  resource.kind === 'Pod' && resource.status.phase !== 'Succeeded' && resource.status.phase !== 'Failed';

function labelsOf(resources: readonly Resource[], kind: 'Namespace' | 'ServiceAccount', name: string, ns = ''): Labels {
  const found = resources.find((r) => r.kind === kind && r.meta.name === name && r.meta.namespace === ns);
  return found?.meta.labels ?? new Map();
}

/** What the profile `kns.<ns>` gives: the namespace's labels under `pcns.`, and its name (spec, 1.8 and 3). */
function namespaceLabels(resources: readonly Resource[], namespace: string): [string, string][] {
  const written = labelsOf(resources, 'Namespace', namespace);
  const labels = new Map([
    ...written,
    ['kubernetes.io/metadata.name', namespace],
    ['projectcalico.org/name', namespace],
  ]);
  return [...labels].map(([key, value]) => [`pcns.${key}`, value]);
}

/** What the profile `ksa.<ns>.<sa>` gives. */
function accountLabels(resources: readonly Resource[], namespace: string, account: string): [string, string][] {
  const written = labelsOf(resources, 'ServiceAccount', account, namespace);
  return [...new Map([...written, ['projectcalico.org/name', account]])].map(([key, value]) => [`pcsa.${key}`, value]);
}

/** Calculated labels overwrite the pod's own of the same name; `pcns.` and `pcsa.` cannot be its own at all. */
function podLabels(pod: PodResource, resources: readonly Resource[]): Labels {
  const { namespace } = pod.meta;
  const own = [...pod.meta.labels].filter(([key]) => !key.startsWith('pcns.') && !key.startsWith('pcsa.'));
  return new Map([
    ...namespaceLabels(resources, namespace),
    ...accountLabels(resources, namespace, pod.spec.serviceAccount),
    ...own,
    ['projectcalico.org/namespace', namespace],
    ['projectcalico.org/orchestrator', 'k8s'],
    ['projectcalico.org/serviceaccount', pod.spec.serviceAccount],
  ]);
}

/** "has a node, not hostNetwork, has an IP, phase not Succeeded/Failed" (spec, 3). */
function podEndpoints(resources: readonly Resource[]): NaiveEndpoint[] {
  const pods = resources.filter(isRunning).filter(({ spec }) => !spec.hostNetwork);
  return pods.map((pod) => {
    const addresses = readAddresses(pod.status.podIPs);
    return {
      name: `${pod.meta.namespace}/${pod.meta.name}`,
      node: pod.spec.nodeName,
      namespace: pod.meta.namespace,
      labels: podLabels(pod, resources),
      addresses,
      cidrs: addresses.map(cidrOfAddress),
      ports: pod.spec.ports,
      host: undefined,
    };
  });
}

export function profileNamed(resources: readonly Resource[], name: string): ProfileResource | undefined {
  return resources.find((r): r is ProfileResource => r.kind === 'Profile' && r.meta.name === name);
}

/** Namespaces and service accounts that nobody declares are there as soon as something is in them or runs as them. */
function isNamespace(resources: readonly Resource[], name: string): boolean {
  return resources.some(({ kind, meta }) => meta.namespace === name || (kind === 'Namespace' && meta.name === name));
}

/** Every namespace has an account `default`. */
function isAccount(resources: readonly Resource[], namespace: string, name: string): boolean {
  if (name === 'default') return isNamespace(resources, namespace);
  return resources.some(
    (resource) =>
      resource.meta.namespace === namespace &&
      ((resource.kind === 'ServiceAccount' && resource.meta.name === name) ||
        (isRunning(resource) && resource.spec.serviceAccount === name)),
  );
}

/** What a profile's name says of a namespace or a service account that exists (spec, 1.8). */
export function builtInProfile(
  resources: readonly Resource[],
  name: string,
): { readonly namespace: string; readonly account?: string } | undefined {
  const [kind, namespace = '', ...rest] = name.split('.');
  const account = rest.join('.');
  if (kind === 'kns' && account === '' && isNamespace(resources, namespace)) return { namespace };
  return kind === 'ksa' && isAccount(resources, namespace, account) ? { namespace, account } : undefined;
}

function labelsOfProfile(resources: readonly Resource[], name: string): [string, string][] {
  const written = profileNamed(resources, name);
  if (written) return [...written.labelsToApply];
  const builtIn = builtInProfile(resources, name);
  if (!builtIn) return [];
  return builtIn.account === undefined
    ? namespaceLabels(resources, builtIn.namespace)
    : accountLabels(resources, builtIn.namespace, builtIn.account);
}

/** Spec 9, "Automatic HEPs". */
function automaticHosts(resources: readonly Resource[]): HostEndpointResource[] {
  const isOn = resources.some(
    (r) => r.kind === 'KubeControllersConfiguration' && r.meta.name === 'default' && r.autoHostEndpoints,
  );
  if (!isOn) return [];
  return resources.flatMap((resource): HostEndpointResource[] => {
    if (resource.kind !== 'Node') return [];
    const { meta, apiVersion, range, nameRange, addresses } = resource;
    const labels = new Map([...meta.labels, ['projectcalico.org/created-by', 'calico-kube-controllers']]);
    return [
      {
        ...{ kind: 'HostEndpoint', apiVersion, range, nameRange, node: meta.name, interfaceName: '*', ports: [] },
        meta: { ...meta, name: `${meta.name}-auto-hep`, labels },
        expectedIPs: readAddresses(addresses),
        profiles: ['projectcalico-default-allow'],
      },
    ];
  });
}

/** "Endpoint's own labels win over profile labels; earlier profile in the list wins over later." */
function hostEndpoints(resources: readonly Resource[]): NaiveEndpoint[] {
  const declared = resources.filter((r): r is HostEndpointResource => r.kind === 'HostEndpoint');
  const automatic = automaticHosts(resources).filter(({ meta }) => !declared.some((r) => r.meta.name === meta.name));
  return [...declared, ...automatic].map((host) => ({
    name: host.meta.name,
    node: host.node,
    namespace: undefined,
    labels: new Map([
      ...[...host.profiles].reverse().flatMap((profile) => labelsOfProfile(resources, profile)),
      ...host.meta.labels,
    ]),
    addresses: host.expectedIPs,
    cidrs: host.expectedIPs.map(cidrOfAddress),
    ports: host.ports,
    host,
  }));
}

/** Inherited labels of a namespaced set are those of its namespace; a global one has only its own (spec, 3). */
function networkSets(resources: readonly Resource[]): NaiveObject[] {
  return resources.flatMap((resource) => {
    if (resource.kind === 'GlobalNetworkSet')
      return [{ labels: resource.meta.labels, cidrs: resource.nets, ports: [] }];
    if (resource.kind !== 'NetworkSet') return [];
    const { namespace, labels: own } = resource.meta;
    const calculated: [string, string] = ['projectcalico.org/namespace', namespace];
    const labels = new Map([...namespaceLabels(resources, namespace), ...own, calculated]);
    return [{ labels, cidrs: resource.nets, ports: [] }];
  });
}

export function naiveCalicoCluster(resources: readonly Resource[]): NaiveCalicoCluster {
  const pods = podEndpoints(resources);
  const hosts = hostEndpoints(resources);
  return { resources, pods, hosts, objects: [...pods, ...hosts, ...networkSets(resources)] };
}

/** The addresses of a pod in its node's network, which are its node's. */
export function hostNetworkAddresses(pod: PodResource, resources: readonly Resource[]): string[] {
  if (pod.status.podIPs.length > 0) return [...pod.status.podIPs];
  if (pod.status.hostIPs.length > 0) return [...pod.status.hostIPs];
  const node = resources.find((r) => r.kind === 'Node' && r.meta.name === pod.spec.nodeName);
  return node?.kind === 'Node' ? [...node.addresses] : [];
}

/** Which node an address is known to belong to. */
function nodeOfAddress(text: string, { resources, hosts }: NaiveCalicoCluster): string | undefined {
  const host = hosts.find(({ addresses }) => addresses.some((address) => formatAddress(address) === text));
  if (host) return host.node;
  for (const resource of resources) {
    if (resource.kind === 'Node' && resource.addresses.includes(text)) return resource.meta.name;
    if (!isRunning(resource)) continue;
    const told = [...resource.status.hostIPs, ...(resource.spec.hostNetwork ? resource.status.podIPs : [])];
    if (told.includes(text) && resource.spec.nodeName !== undefined) return resource.spec.nodeName;
  }
  return undefined;
}

/** The host endpoint of a process: the one that expects its address, else the one for every interface of its node. */
function hostOfProcess(address: Address, node: string, hosts: readonly NaiveEndpoint[]): NaiveEndpoint | undefined {
  const text = formatAddress(address);
  const expecting = hosts.find(({ addresses }) => addresses.some((other) => formatAddress(other) === text));
  return expecting ?? hosts.find((host) => host.node === node && host.host?.interfaceName === '*');
}

function processOn(node: string, address: Address, cluster: NaiveCalicoCluster): NaiveCalicoEnd {
  return { type: 'process', endpoint: hostOfProcess(address, node, cluster.hosts), node, address };
}

function endOfAddress(address: Address, cluster: NaiveCalicoCluster): NaiveCalicoEnd {
  const text = formatAddress(address);
  const pod = cluster.pods.find(({ addresses }) => addresses.some((own) => formatAddress(own) === text));
  if (pod) return { type: 'pod', endpoint: pod, address };
  const node = nodeOfAddress(text, cluster);
  return node === undefined ? { type: 'outside', address } : processOn(node, address, cluster);
}

/** What a probe's name may mean: `ns/pod`, once for each of its addresses, or an address. Empty: no such endpoint. */
export function endsNamed(name: string, cluster: NaiveCalicoCluster): NaiveCalicoEnd[] {
  const address = parseAddress(name);
  if (address) return [endOfAddress(address, cluster)];
  const pod = cluster.resources.filter(isRunning).find(({ meta }) => `${meta.namespace}/${meta.name}` === name);
  if (!pod) return [];
  if (pod.spec.hostNetwork) {
    const own = readAddresses(hostNetworkAddresses(pod, cluster.resources));
    return own.map((address) => processOn(pod.spec.nodeName ?? '', address, cluster));
  }
  const endpoint = cluster.pods.find((candidate) => candidate.name === name);
  return endpoint ? endpoint.addresses.map((address) => ({ type: 'pod', endpoint, address })) : [];
}
