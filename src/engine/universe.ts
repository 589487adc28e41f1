// The columns of a snapshot: classes of endpoints that no policy can tell apart, then atoms of the address space.
import type { Cluster, Endpoint, LabelView } from '../model/cluster.ts';
import { Bitset } from '../net/bitset.ts';
import { type Cidr, type Family, parseCidr } from '../net/cidr.ts';
import type { ContainerPort } from '../resources/resource.ts';
import { AddressAtoms } from './address-atoms.ts';
import type { EngineOptions } from './engine-options.ts';
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

/** Where the addresses of a class can lie. */
export interface Addressing {
  /**
   * For each address that counts, the atoms it may lie in: one atom for a known address; for an unknown one all
   * that are possible. Families without an entry are families it has no address of.
   */
  readonly places: readonly { readonly family: Family; readonly atoms: Bitset }[];
  /** `all`: it has an address of every family in `places`; `some`: of one at least, nobody knows which. */
  readonly families: 'all' | 'some';
}

export interface Universe {
  readonly atoms: AddressAtoms;
  readonly families: readonly Family[];
  readonly classes: readonly EndpointClass[];
  /** Class of each endpoint. */
  readonly classOf: readonly number[];
  readonly addressings: readonly Addressing[];
  /** Columns in all: classes, then atoms. */
  readonly size: number;
  /** Pods on the host network that no host endpoint governs: no policy applies to them. */
  readonly hostNetwork: Bitset;
  /** Everything that speaks with its host's address: no selector of a rule matches it as an endpoint. */
  readonly onHosts: Bitset;
  /** Pod CIDRs given as a fact, by options or manifests. */
  readonly podCIDRs: readonly Cidr[];
}

/** The column of an atom. */
export function atomColumn(universe: Universe, atom: number): number {
  return universe.classes.length + atom;
}

/** The families that some address, CIDR or given fact speaks of; IPv4 where none does. */
function familiesInUse(cluster: Cluster, cidrs: readonly Cidr[]): Family[] {
  const used = new Set<Family>(cidrs.map((cidr) => cidr.family));
  for (const endpoint of cluster.endpoints) for (const address of endpoint.addresses) used.add(address.family);
  if (used.size === 0) return [4];
  return ([4, 6] as const).filter((family) => used.has(family));
}

function portsKey(ports: readonly ContainerPort[], names: ReadonlySet<string>): string {
  const named = ports.filter((port) => port.name !== undefined && names.has(port.name));
  return named
    .map((port) => `${port.name}=${port.protocol}/${port.port}`)
    .sort()
    .join(',');
}

/** Whether it speaks with its host's address. */
export function isOnHost(endpoint: Endpoint): boolean {
  return endpoint.hostNetwork || endpoint.type !== 'pod';
}

class AddressingTable {
  readonly list: Addressing[] = [];
  readonly #ids = new Map<string, number>();
  readonly #atoms: AddressAtoms;
  readonly #families: readonly Family[];
  readonly #podCIDRs: readonly Cidr[];

  constructor(atoms: AddressAtoms, families: readonly Family[], podCIDRs: readonly Cidr[]) {
    this.#atoms = atoms;
    this.#families = families;
    this.#podCIDRs = podCIDRs;
  }

  /** The addressing of an endpoint, shared by all endpoints whose addresses lie in the same atoms. */
  idOf(endpoint: Endpoint): number {
    const atoms = endpoint.addresses.map((address) => this.#atoms.atomOf(address)).sort((a, b) => a - b);
    const isPod = !isOnHost(endpoint);
    const key = atoms.length > 0 ? atoms.join(',') : isPod ? 'pod' : 'host';
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.list.length;
    this.list.push(atoms.length > 0 ? this.#known(atoms) : this.#unknown(isPod));
    this.#ids.set(key, id);
    return id;
  }

  #known(atoms: readonly number[]): Addressing {
    // Each address stands alone: an endpoint matches a block by any of its addresses.
    const places = [...new Set(atoms)].flatMap((atom) => {
      const family = this.#atoms.atoms[atom]?.cidr.family;
      return family ? [{ family, atoms: Bitset.range(this.#atoms.atoms.length, atom, atom + 1) }] : [];
    });
    return { places, families: 'all' };
  }

  /** Pods get their addresses from the pod CIDRs where those are given; otherwise any address is possible. */
  #unknown(isPod: boolean): Addressing {
    const total = this.#atoms.atoms.length;
    const given = isPod ? this.#podCIDRs : [];
    const roots = this.#atoms.atoms.filter((atom) => atom.cidr.prefix === 0).map((atom) => atom.cidr);
    const from = given.length > 0 ? given : roots.filter((root) => this.#families.includes(root.family));
    const places = ([4, 6] as const).flatMap((family) => {
      const own = from.filter((cidr) => cidr.family === family);
      if (own.length === 0) return [];
      const set = new Bitset(total);
      for (const cidr of own) {
        const { from: first, to } = this.#atoms.subtree(cidr);
        for (let atom = first; atom < to; atom++) if (!this.#atoms.atoms[atom]?.empty) set.add(atom);
      }
      return [{ family, atoms: set }];
    });
    return { places, families: given.length > 0 || places.length === 1 ? 'all' : 'some' };
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
  const atoms = new AddressAtoms(cidrs);
  const families = familiesInUse(cluster, cidrs);
  const addressings = new AddressingTable(atoms, families, podCIDRs);
  const classes: { key: string; members: number[]; sample: Endpoint; addressing: number }[] = [];
  const byKey = new Map<string, number>();
  const classOf = cluster.endpoints.map((endpoint, index) => {
    const addressing = addressings.idOf(endpoint);
    const labels = vocabulary.labelKeys.map((key) => labelOf(endpoint, key) ?? null);
    const ports = portsKey([...endpoint.ports, ...(endpoint.addressPorts ?? [])], vocabulary.portNames);
    const key = JSON.stringify([endpoint.namespace, kindOf(endpoint), addressing, ports, labels]);
    let id = byKey.get(key);
    if (id === undefined) {
      id = classes.length;
      byKey.set(key, id);
      classes.push({ key, members: [], sample: endpoint, addressing });
    }
    classes[id]?.members.push(index);
    return id;
  });
  const size = classes.length + atoms.atoms.length;
  const hostNetwork = new Bitset(size);
  const onHosts = new Bitset(size);
  for (const [id, { sample }] of classes.entries()) {
    if (sample.hostNetwork && sample.type === 'pod') hostNetwork.add(id);
    if (isOnHost(sample)) onHosts.add(id);
  }
  return { atoms, families, classes, classOf, addressings: addressings.list, size, hostNetwork, onHosts, podCIDRs };
}
