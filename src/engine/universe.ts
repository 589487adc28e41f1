// The columns of a snapshot: classes of endpoints that no policy can tell apart, then parts of the address space.
import type { Cluster, Endpoint, LabelView } from '../model/cluster.ts';
import { Bitset } from '../net/bitset.ts';
import { type Address, type Cidr, type Family, parseCidr } from '../net/cidr.ts';
import type { ContainerPort } from '../resources/resource.ts';
import { type AddressColumn, AddressColumns } from './address-columns.ts';
import { type Addressing, AddressingTable, isOnHost } from './addressing.ts';
import type { EngineOptions } from './engine-options.ts';
import { LabelProjection } from './label-projection.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Endpoints alike in everything the policies ask about; a verdict for the class is the verdict for each of them. */
export interface EndpointClass {
  readonly key: string;
  /** Indexes into `Cluster.endpoints`. */
  readonly members: readonly number[];
  /** Any member. */
  readonly sample: Endpoint;
  /** Index into `Universe.addressings`. */
  readonly addressing: number;
}

export interface Universe {
  readonly space: AddressColumns;
  readonly families: readonly Family[];
  readonly classes: readonly EndpointClass[];
  /** Class of each endpoint. */
  readonly classOf: Uint32Array;
  readonly addressings: readonly Addressing[];
  /** Columns in all: classes, then address columns. */
  readonly size: number;
  /** Pods on the host network that no host endpoint governs: no policy applies to them. */
  readonly hostNetwork: Bitset;
  /** Everything that speaks with its host's address: no selector of a rule matches it as an endpoint. */
  readonly onHosts: Bitset;
  /** Pod CIDRs given as a fact, by options or manifests. */
  readonly podCIDRs: readonly Cidr[];
  /** What selectors ask about labels, and which classes that tells apart. */
  readonly labels: LabelProjection;
  /** Port names that tell classes apart. */
  readonly portNames: ReadonlySet<string>;
}

/** The column that holds an address. */
export function columnOfAddress({ classes, space }: Universe, address: Address): number {
  return classes.length + (space.columnOf[space.atoms.atomOf(address)] ?? 0);
}

/** The column of what a CIDR holds beside the longer ones in use inside it. */
export function columnOfCidr({ classes, space }: Universe, cidr: Cidr): number {
  return classes.length + (space.columnOf[space.atoms.atomOfCidr(cidr)] ?? 0);
}

/** The address column behind a column; undefined for a class. */
export function addressColumn({ classes, space }: Universe, column: number): AddressColumn | undefined {
  return space.columns[column - classes.length];
}

/** The families that some address, CIDR or given fact speaks of; IPv4 where none does. */
function familiesInUse(cluster: Cluster, cidrs: readonly Cidr[]): Family[] {
  const used = new Set<Family>(cidrs.map((cidr) => cidr.family));
  for (const endpoint of cluster.endpoints) for (const address of endpoint.addresses) used.add(address.family);
  if (used.size === 0) return [4];
  return ([4, 6] as const).filter((family) => used.has(family));
}

class PortsKey {
  readonly #names: ReadonlySet<string>;
  /** Pods of one template share their list of ports. */
  readonly #known = new WeakMap<readonly ContainerPort[], string>();

  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  of({ ports, addressPorts }: Endpoint): string {
    if (this.#names.size === 0 || (ports.length === 0 && !addressPorts)) return '';
    if (addressPorts) return this.#key([...ports, ...addressPorts]);
    const key = this.#known.get(ports) ?? this.#key(ports);
    this.#known.set(ports, key);
    return key;
  }

  #key(ports: readonly ContainerPort[]): string {
    const named = ports.filter((port) => port.name !== undefined && this.#names.has(port.name));
    return named
      .map((port) => `${port.name}=${port.protocol}/${port.port}`)
      .sort()
      .join(',');
  }
}

/** What tells endpoints apart beside labels, ports and addresses. */
function kindOf({ type, hostNetwork, doubt }: Endpoint): string {
  return `${type}${hostNetwork ? ' on host' : ''}${doubt ? ` ${doubt.governed} ${doubt.fact.message}` : ''}`;
}

/**
 * Splits endpoints into classes. Two endpoints are alike when namespace, type, the labels asked for, host network, the
 * ports whose names are used and the atoms of their addresses are the same: nothing else enters a verdict.
 */
export function buildUniverse(
  cluster: Cluster,
  vocabulary: Vocabulary,
  options: EngineOptions,
  labelOf: LabelView,
): Universe {
  const podCIDRs = [...options.podCIDRs.flatMap((text) => parseCidr(text)?.cidr ?? []), ...cluster.podCIDRs];
  const cidrs = [...vocabulary.cidrs, ...podCIDRs];
  const space = new AddressColumns(cidrs, vocabulary.blocks);
  const families = familiesInUse(cluster, cidrs);
  const addressings = new AddressingTable(space, families, podCIDRs);
  const labels = new LabelProjection(vocabulary.questions, cluster.endpoints, labelOf);
  const ports = new PortsKey(vocabulary.portNames);
  const classes: { key: string; members: number[]; sample: Endpoint; addressing: number }[] = [];
  const byKey = new Map<string, number>();
  const classOf = new Uint32Array(cluster.endpoints.length);
  for (const [index, endpoint] of cluster.endpoints.entries()) {
    const addressing = addressings.idOf(endpoint);
    const key = `${endpoint.namespace}|${kindOf(endpoint)}|${addressing}|${ports.of(endpoint)}|${labels.project(endpoint)}`;
    let id = byKey.get(key);
    if (id === undefined) {
      id = classes.length;
      byKey.set(key, id);
      classes.push({ key, members: [], sample: endpoint, addressing });
    }
    classes[id]?.members.push(index);
    classOf[index] = id;
  }
  const size = classes.length + space.columns.length;
  const hostNetwork = new Bitset(size);
  const onHosts = new Bitset(size);
  for (const [id, { sample }] of classes.entries()) {
    if (sample.hostNetwork && sample.type === 'pod') hostNetwork.add(id);
    if (isOnHost(sample)) onHosts.add(id);
  }
  return {
    space,
    families,
    classes,
    classOf,
    addressings: addressings.list,
    size,
    hostNetwork,
    onHosts,
    podCIDRs,
    labels,
    portNames: vocabulary.portNames,
  };
}
