// Host endpoints: those that manifests declare, and those that Calico's controllers make for every node.
import { compareText } from '../../base/compare-text.ts';
import { groupBy } from '../../base/group-by.ts';
import type { SourceRange } from '../../documents/source-file.ts';
import { type Address, parseAddress } from '../../net/cidr.ts';
import type { HostEndpointResource } from '../../resources/calico-resource.ts';
import type { ContainerPort, Labels, NodeResource, Resource } from '../../resources/resource.ts';

/** A host endpoint as declared or made; labels without those of its profiles. */
export interface DeclaredHost {
  readonly name: string;
  readonly node: string;
  readonly interfaces: 'every' | 'one';
  /** As written: `eth0`, `*`; undefined where only addresses are given. */
  readonly interfaceName: string | undefined;
  readonly labels: Labels;
  readonly expectedIPs: readonly Address[];
  readonly profiles: readonly string[];
  readonly ports: readonly ContainerPort[];
  /** Of the object, or for an automatic one of the configuration that asks for it. */
  readonly range: SourceRange;
}

/** The built-in profile that allows everything. */
export const DEFAULT_ALLOW = 'projectcalico-default-allow';

function declaredHost({ meta, range, ...host }: HostEndpointResource): DeclaredHost {
  const { node, interfaceName, expectedIPs, profiles, ports } = host;
  const interfaces = interfaceName === '*' ? 'every' : 'one';
  return { name: meta.name, node, interfaces, interfaceName, labels: meta.labels, expectedIPs, profiles, ports, range };
}

/** Calico reference, "Automatic host endpoints". */
function automaticHost({ meta, addresses }: NodeResource, range: SourceRange): DeclaredHost {
  return {
    name: `${meta.name}-auto-hep`,
    node: meta.name,
    interfaces: 'every',
    interfaceName: '*',
    labels: new Map([...meta.labels, ['projectcalico.org/created-by', 'calico-kube-controllers']]),
    expectedIPs: addresses.map(parseAddress).filter((address) => address !== undefined),
    profiles: [DEFAULT_ALLOW],
    ports: [],
    range,
  };
}

/** The object that makes Calico's controllers create a host endpoint for every node, if there is one. */
export function autoHostConfiguration(resources: readonly Resource[]): Resource | undefined {
  return resources.find(
    (resource) =>
      resource.kind === 'KubeControllersConfiguration' &&
      resource.meta.name === 'default' &&
      resource.autoHostEndpoints,
  );
}

/** All host endpoints by name; a declared one takes the place of an automatic one of its name. */
export function hostEndpointsOf(resources: readonly Resource[]): readonly DeclaredHost[] {
  const hosts = new Map<string, DeclaredHost>();
  const automatic = autoHostConfiguration(resources);
  for (const resource of automatic ? resources : []) {
    if (resource.kind !== 'Node' || !automatic) continue;
    const host = automaticHost(resource, automatic.range);
    hosts.set(host.name, host);
  }
  for (const resource of resources) {
    if (resource.kind === 'HostEndpoint') hosts.set(resource.meta.name, declaredHost(resource));
  }
  return [...hosts.values()].sort((a, b) => compareText(a.name, b.name));
}

/** Host endpoints that one object declares; automatic ones stand together. */
export interface HostGroup {
  /** The host endpoint's name, or `automatic` for several. */
  readonly label: string;
  readonly names: readonly string[];
  readonly range: SourceRange;
}

export function groupHosts(hosts: readonly DeclaredHost[]): readonly HostGroup[] {
  const groups = groupBy(hosts, ({ range }) => `${range.file}:${range.start}`);
  return [...groups.values()].flatMap((group): HostGroup[] => {
    const [first] = group;
    if (!first) return [];
    const label = group.length > 1 ? 'automatic' : first.name;
    return [{ label, names: group.map((host) => host.name), range: first.range }];
  });
}
