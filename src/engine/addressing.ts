// Where the addresses of an endpoint can lie, as columns of the address space.
import type { Endpoint } from '../model/cluster.ts';
import { Bitset } from '../net/bitset.ts';
import type { Cidr, Family } from '../net/cidr.ts';
import type { AddressColumns } from './address-columns.ts';

/** Where the addresses of a class can lie. */
export interface Addressing {
  /**
   * For each address that counts, the address columns it may lie in: one for a known address; for an unknown one all
   * that are possible. Families without an entry are families it has no address of.
   */
  readonly places: readonly { readonly family: Family; readonly columns: Bitset }[];
  /** `all`: it has an address of every family in `places`; `some`: of one at least, nobody knows which. */
  readonly families: 'all' | 'some';
}

/** Whether it speaks with its host's address. */
export function isOnHost(endpoint: Endpoint): boolean {
  return endpoint.hostNetwork || endpoint.type !== 'pod';
}

export class AddressingTable {
  readonly list: Addressing[] = [];
  readonly #ids = new Map<string, number>();
  readonly #single: number[] = [];
  readonly #space: AddressColumns;
  readonly #families: readonly Family[];
  readonly #podCIDRs: readonly Cidr[];

  constructor(space: AddressColumns, families: readonly Family[], podCIDRs: readonly Cidr[]) {
    this.#space = space;
    this.#families = families;
    this.#podCIDRs = podCIDRs;
  }

  /** The addressing of an endpoint, shared by all endpoints whose addresses lie in the same columns. */
  idOf(endpoint: Endpoint): number {
    const [only] = endpoint.addresses;
    if (only && endpoint.addresses.length === 1) {
      // Nearly all pods have one address.
      const column = this.#space.columnOf[this.#space.atoms.atomOf(only)] ?? 0;
      const known = this.#single[column];
      if (known !== undefined) return known;
      const id = this.#idOf(endpoint, [column]);
      this.#single[column] = id;
      return id;
    }
    const columns = endpoint.addresses.map((address) => this.#space.columnOf[this.#space.atoms.atomOf(address)] ?? 0);
    return this.#idOf(
      endpoint,
      columns.sort((a, b) => a - b),
    );
  }

  #idOf(endpoint: Endpoint, columns: readonly number[]): number {
    const isPod = !isOnHost(endpoint);
    const key = columns.length > 0 ? columns.join(',') : isPod ? 'pod' : 'host';
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.list.length;
    this.list.push(columns.length > 0 ? this.#known(columns) : this.#unknown(isPod));
    this.#ids.set(key, id);
    return id;
  }

  #known(columns: readonly number[]): Addressing {
    // Each address stands alone: an endpoint matches a block by any of its addresses.
    const places = [...new Set(columns)].flatMap((column) => {
      const family = this.#space.columns[column]?.family;
      return family ? [{ family, columns: Bitset.range(this.#space.columns.length, column, column + 1) }] : [];
    });
    return { places, families: 'all' };
  }

  /** Pods get their addresses from the pod CIDRs where those are given; otherwise any address is possible. */
  #unknown(isPod: boolean): Addressing {
    const given = isPod ? this.#podCIDRs : [];
    const roots = this.#space.atoms.atoms.filter((atom) => atom.cidr.prefix === 0).map((atom) => atom.cidr);
    const from = given.length > 0 ? given : roots.filter((root) => this.#families.includes(root.family));
    const places = ([4, 6] as const).flatMap((family) => {
      const own = from.filter((cidr) => cidr.family === family);
      if (own.length === 0) return [];
      const columns = new Bitset(this.#space.columns.length);
      for (const cidr of own) for (const column of this.#space.within(cidr)) columns.add(column);
      return [{ family, columns }];
    });
    return { places, families: given.length > 0 || places.length === 1 ? 'all' : 'some' };
  }
}
