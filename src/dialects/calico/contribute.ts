// What Calico's objects tell about the cluster: sets of addresses, hosts under policy, where pods get addresses, settings.
import type { AddressSet, Cluster, ClusterAssumption, ClusterParts, HostEndpoint } from '../../model/cluster.ts';
import { type Cidr, cidrOfAddress } from '../../net/cidr.ts';
import type { NetworkSetResource } from '../../resources/calico-resource.ts';
import type { Labels, Resource } from '../../resources/resource.ts';
import type { CompileContext } from '../dialect.ts';
import { domainAddresses } from '../domain-addresses.ts';
import { felixAssumptions, toOwnHost } from './felix-configuration.ts';
import { autoHostConfiguration, type DeclaredHost, hostEndpointsOf } from './host-endpoints.ts';
import { NAMESPACE_LABEL, NAMESPACE_PREFIX, OWN_NAME } from './label-names.ts';
import { labelsWithProfiles, profilesByName } from './profiles.ts';

/** Selectors that ask a namespace's labels see those behind the prefix. */
function bothScopes(labels: Labels): AddressSet['labels'] {
  const ofNamespace = [...labels].filter(([key]) => key.startsWith(NAMESPACE_PREFIX));
  return {
    endpoint: labels,
    namespace: new Map(ofNamespace.map(([key, value]) => [key.slice(NAMESPACE_PREFIX.length), value])),
  };
}

/** A set's own labels win over those of its namespace; its namespace itself is computed. */
function setLabels({ meta }: NetworkSetResource, cluster: Cluster): Labels {
  if (meta.namespace === '') return meta.labels;
  const inherited = cluster.namespaces.find((namespace) => namespace.name === meta.namespace)?.labels ?? new Map();
  return new Map([
    ...[...inherited].map(([key, value]) => [NAMESPACE_PREFIX + key, value] as const),
    [NAMESPACE_PREFIX + OWN_NAME, meta.namespace],
    ...meta.labels,
    [NAMESPACE_LABEL, meta.namespace],
  ]);
}

function addressSet(resource: NetworkSetResource, { cluster, domains }: CompileContext): AddressSet {
  const { namespace, name } = resource.meta;
  const supplied = domainAddresses(resource.domains, domains);
  return {
    id: `set:${namespace === '' ? name : `${namespace}/${name}`}`,
    namespace,
    name,
    labels: bothScopes(setLabels(resource, cluster)),
    cidrs: [...resource.nets, ...supplied.addresses.map(cidrOfAddress)],
    more: supplied.lacking,
    shown: true,
    range: resource.range,
  };
}

/** An interface has the addresses it is said to have; all interfaces together also have the node's. */
function hostPart(host: DeclaredHost, labels: Labels, cluster: Cluster): HostEndpoint {
  const { name, node, interfaces, interfaceName, expectedIPs, ports, range } = host;
  const own = interfaces === 'every' ? (cluster.hosts.find((one) => one.name === node)?.addresses ?? []) : [];
  const addresses = new Map([...expectedIPs, ...own].map((address) => [cidrOfAddress(address).text, address]));
  // Names of ports belong to the addresses that the host endpoint is said to have.
  const named = expectedIPs.length > 0 ? ports : [];
  return { name, node, interfaces, interfaceName, labels, addresses: [...addresses.values()], ports: named, range };
}

/** Rules find a host endpoint by the addresses it is said to have, and by no others. */
function hostSet({ name, expectedIPs, range }: DeclaredHost, labels: Labels): AddressSet {
  return {
    id: `set:host-endpoint:${name}`,
    namespace: '',
    name,
    labels: bothScopes(labels),
    cidrs: expectedIPs.map(cidrOfAddress),
    more: undefined,
    shown: false,
    range,
  };
}

function hostAssumptions(resources: readonly Resource[]): readonly ClusterAssumption[] {
  const automatic = autoHostConfiguration(resources);
  if (!automatic || resources.some((resource) => resource.kind === 'Node')) return [];
  return [
    {
      code: 'auto-host-endpoints',
      message:
        'Calico makes a host endpoint for every node, but no Node object is in the manifests, so hosts are judged as without',
      remedy: 'Load the nodes (kubectl get nodes -o yaml)',
      subjects: [`${automatic.kind} ${automatic.meta.name}`],
    },
  ];
}

const poolsOf = (resources: readonly Resource[]): readonly Cidr[] =>
  resources.flatMap((resource) => (resource.kind === 'IPPool' && resource.forWorkloads ? [resource.cidr] : []));

/** Under the reading of Kubernetes only where pods get addresses: the other objects are Calico's own affair. */
export function contribute(resources: readonly Resource[], context: CompileContext): ClusterParts {
  const podCIDRs = poolsOf(resources);
  if (context.semantics === 'kubernetes') {
    return { sets: [], hostEndpoints: [], podCIDRs, toOwnHost: undefined, assumptions: [] };
  }
  const profiles = profilesByName(resources);
  const hosts = hostEndpointsOf(resources).map((host) => ({
    host,
    labels: labelsWithProfiles(host, profiles, context.cluster),
  }));
  const sets = resources.flatMap((resource) =>
    resource.kind === 'NetworkSet' || resource.kind === 'GlobalNetworkSet' ? [addressSet(resource, context)] : [],
  );
  return {
    sets: [...sets, ...hosts.map(({ host, labels }) => hostSet(host, labels))],
    hostEndpoints: hosts.map(({ host, labels }) => hostPart(host, labels, context.cluster)),
    podCIDRs,
    toOwnHost: toOwnHost(resources),
    assumptions: [...felixAssumptions(resources), ...hostAssumptions(resources)],
  };
}
