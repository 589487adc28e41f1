// Splits the address space by all CIDRs in use, so that every rule treats the addresses of one atom alike.
import { type Address, type Cidr, compareCidrs, containsAddress, containsCidr, parseCidr } from '../net/cidr.ts';

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

export class AddressAtoms {
  /** In the order of `compareCidrs`, so that every subtree is contiguous. */
  readonly atoms: readonly Atom[];
  readonly #index = new Map<string, number>();
  /** The smallest atom around each; -1 for a root. */
  readonly #parent: Int32Array;
  /** First atom of IPv6; those before are of IPv4. */
  readonly #split: number;
  /** First addresses of the IPv4 atoms as numbers, which compare much faster than big ones. */
  readonly #starts: Float64Array;

  constructor(cidrs: Iterable<Cidr>) {
    const distinct = new Map<string, Cidr>();
    for (const cidr of ROOTS) distinct.set(cidr.text, cidr);
    for (const cidr of cidrs) distinct.set(cidr.text, cidr);
    const sorted = [...distinct.values()].sort(compareCidrs);
    const ends = new Array<number>(sorted.length).fill(sorted.length);
    const free = sorted.map(sizeOf);
    this.#parent = new Int32Array(sorted.length).fill(-1);
    const open: number[] = [];
    for (const [index, cidr] of sorted.entries()) {
      this.#index.set(cidr.text, index);
      let parent = open.at(-1);
      for (; parent !== undefined; parent = open.at(-1)) {
        const outer = sorted[parent];
        if (outer && containsCidr(outer, cidr)) break;
        ends[parent] = index;
        open.pop();
      }
      if (parent !== undefined) {
        free[parent] = (free[parent] ?? 0n) - sizeOf(cidr);
        this.#parent[index] = parent;
      }
      open.push(index);
    }
    this.atoms = sorted.map((cidr, index) => ({ cidr, end: ends[index] ?? sorted.length, empty: free[index] === 0n }));
    this.#split = sorted.findIndex((cidr) => cidr.family === 6);
    this.#starts = Float64Array.from(sorted.slice(0, this.#split), (cidr) => Number(cidr.bits));
  }

  /** The last atom of the family that starts at `bits` or before. */
  #lastFrom({ family, bits }: Address): number {
    let low = family === 4 ? 0 : this.#split;
    let high = (family === 4 ? this.#split : this.atoms.length) - 1;
    const start = family === 4 ? Number(bits) : 0;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const isBefore =
        family === 4 ? (this.#starts[middle] ?? 0) <= start : (this.atoms[middle]?.cidr.bits ?? 0n) <= bits;
      if (isBefore) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The atom that holds an address. */
  atomOf(address: Address): number {
    let atom = this.#lastFrom(address);
    for (let at = this.atoms[atom]; at && !containsAddress(at.cidr, address); at = this.atoms[atom]) {
      atom = this.#parent[atom] ?? 0;
    }
    return atom;
  }

  /** The smallest atom whose CIDR contains `cidr`. */
  atomOfCidr(cidr: Cidr): number {
    let atom = this.#lastFrom(cidr);
    for (let at = this.atoms[atom]; at && !containsCidr(at.cidr, cidr); at = this.atoms[atom]) {
      atom = this.#parent[atom] ?? 0;
    }
    return atom;
  }

  /** The atoms inside a CIDR in use, as `[from, to)`. */
  subtree(cidr: Cidr): { readonly from: number; readonly to: number } {
    const from = this.#index.get(cidr.text);
    if (from === undefined) return { from: 0, to: 0 };
    return { from, to: this.atoms[from]?.end ?? from };
  }
}
