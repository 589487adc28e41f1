// Splits the address space by all CIDRs in use, so that every rule treats the addresses of one atom alike.
import { type Address, type Cidr, cidrOf, compareCidrs, containsCidr, type Family, parseCidr } from '../net/cidr.ts';

/**
 * One CIDR in use without the longer ones in use inside it.
 *
 * Prefixes are nested or apart, so the CIDRs in use form a tree, and a rule's CIDR (itself in the tree) covers an
 * atom wholly or not at all: it covers exactly the atoms of its subtree. The roots are the whole IPv4 and IPv6 space.
 */
export interface Atom {
  readonly cidr: Cidr;
  /** Index behind the last atom of the subtree; the subtree is `[own index, end)`. */
  readonly end: number;
  /** True where the longer CIDRs inside cover all of it, so that no address is left. */
  readonly empty: boolean;
}

const ROOTS: readonly Cidr[] = ['0.0.0.0/0', '::/0'].flatMap((text) => parseCidr(text)?.cidr ?? []);

const sizeOf = (cidr: Cidr): bigint => 1n << BigInt((cidr.family === 4 ? 32 : 128) - cidr.prefix);
const keyOf = (cidr: Pick<Cidr, 'family' | 'bits' | 'prefix'>): string => `${cidr.family}/${cidr.prefix}/${cidr.bits}`;

export class AddressAtoms {
  /** In the order of `compareCidrs`, so that every subtree is contiguous. */
  readonly atoms: readonly Atom[];
  readonly #index = new Map<string, number>();
  /** Prefix lengths in use per family, longest first. */
  readonly #lengths: Record<Family, number[]>;

  constructor(cidrs: Iterable<Cidr>) {
    const distinct = new Map<string, Cidr>();
    for (const cidr of [...ROOTS, ...cidrs]) distinct.set(keyOf(cidr), cidr);
    const sorted = [...distinct.values()].sort(compareCidrs);
    const ends = new Array<number>(sorted.length).fill(sorted.length);
    const free = sorted.map(sizeOf);
    const open: number[] = [];
    for (const [index, cidr] of sorted.entries()) {
      this.#index.set(keyOf(cidr), index);
      let parent = open.at(-1);
      for (; parent !== undefined; parent = open.at(-1)) {
        const outer = sorted[parent];
        if (outer && containsCidr(outer, cidr)) break;
        ends[parent] = index;
        open.pop();
      }
      if (parent !== undefined) free[parent] = (free[parent] ?? 0n) - sizeOf(cidr);
      open.push(index);
    }
    this.atoms = sorted.map((cidr, index) => ({ cidr, end: ends[index] ?? sorted.length, empty: free[index] === 0n }));
    const lengths = (family: Family): number[] =>
      [...new Set(sorted.filter((cidr) => cidr.family === family).map((cidr) => cidr.prefix))].sort((a, b) => b - a);
    this.#lengths = { 4: lengths(4), 6: lengths(6) };
  }

  /** The atom that holds an address. */
  atomOf(address: Address): number {
    return this.atomOfCidr(cidrOf(address, address.family === 4 ? 32 : 128));
  }

  /** The smallest atom whose CIDR contains `cidr`. */
  atomOfCidr(cidr: Cidr): number {
    for (const prefix of this.#lengths[cidr.family]) {
      if (prefix > cidr.prefix) continue;
      const found = this.#index.get(keyOf(cidrOf(cidr, prefix)));
      if (found !== undefined) return found;
    }
    throw new Error(`no root of the address space holds ${cidr.text}`);
  }

  /** The atoms inside a CIDR in use, as `[from, to)`. */
  subtree(cidr: Cidr): { readonly from: number; readonly to: number } {
    const from = this.#index.get(keyOf(cidr));
    if (from === undefined) return { from: 0, to: 0 };
    return { from, to: this.atoms[from]?.end ?? from };
  }
}
