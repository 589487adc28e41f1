// The address space as policies see it: atoms that every address block in use treats alike are one column.
import { Bitset } from '../net/bitset.ts';
import type { Cidr, Family } from '../net/cidr.ts';
import { AddressAtoms } from './address-atoms.ts';
import type { AddressPeer } from './vocabulary.ts';

export interface AddressColumn {
  readonly family: Family;
  /** Any of its CIDRs. */
  readonly sample: Cidr;
  /** True where no address is left in it. */
  readonly empty: boolean;
}

/** The atoms a block covers: what it includes without what it excludes. */
function coveredAtoms(block: AddressPeer, atoms: AddressAtoms): number[] {
  const except = new Set<number>();
  for (const cidr of block.exclude) {
    const { from, to } = atoms.subtree(cidr);
    for (let atom = from; atom < to; atom++) except.add(atom);
  }
  const covered = new Set<number>();
  for (const cidr of block.include) {
    const { from, to } = atoms.subtree(cidr);
    for (let atom = from; atom < to; atom++) if (!except.has(atom)) covered.add(atom);
  }
  return [...covered];
}

/**
 * Columns by refinement: at first one for each family, then every block splits the columns it covers in part. A block
 * covers an atom wholly or not at all, and so it does with a column. A list of 100,000 addresses that no other block
 * cuts into is one column.
 */
export class AddressColumns {
  readonly atoms: AddressAtoms;
  readonly columns: readonly AddressColumn[];
  /** Column of each atom. */
  readonly columnOf: Uint32Array;
  readonly #covers = new WeakMap<AddressPeer, Bitset>();
  /** Atoms in each column. */
  readonly #sizes: Uint32Array;

  constructor(cidrs: Iterable<Cidr>, blocks: readonly AddressPeer[]) {
    this.atoms = new AddressAtoms(cidrs);
    const { atoms } = this.atoms;
    const columnOf = new Uint32Array(atoms.length);
    // Addresses that were all given to longer CIDRs are kept apart, so that a column has addresses or has none.
    for (const [index, { cidr, empty }] of atoms.entries())
      columnOf[index] = (cidr.family === 4 ? 0 : 1) + (empty ? 2 : 0);
    let count = 4;
    for (const block of blocks) {
      const moved = new Map<number, number>();
      for (const atom of coveredAtoms(block, this.atoms)) {
        const old = columnOf[atom] ?? 0;
        let column = moved.get(old);
        if (column === undefined) {
          column = count++;
          moved.set(old, column);
        }
        columnOf[atom] = column;
      }
    }
    const numbers = new Map<number, number>();
    const columns: AddressColumn[] = [];
    for (const [index, { cidr, empty }] of atoms.entries()) {
      const column = columnOf[index] ?? 0;
      let number = numbers.get(column);
      if (number === undefined) {
        number = columns.length;
        numbers.set(column, number);
        columns.push({ family: cidr.family, sample: cidr, empty });
      }
      columnOf[index] = number;
    }
    this.columns = columns;
    this.columnOf = columnOf;
    this.#sizes = new Uint32Array(columns.length);
    for (const column of columnOf) this.#sizes[column] = (this.#sizes[column] ?? 0) + 1;
  }

  /** Whether a block covers each column wholly or not at all. */
  tellsApart(block: AddressPeer): boolean {
    const sizes = new Map<number, number>();
    for (const atom of coveredAtoms(block, this.atoms)) {
      const column = this.columnOf[atom] ?? 0;
      sizes.set(column, (sizes.get(column) ?? 0) + 1);
    }
    return [...sizes].every(([column, size]) => size === this.#sizes[column]);
  }

  /** The columns of the atoms inside a CIDR in use, without those that hold no address. */
  within(cidr: Cidr): number[] {
    const { from, to } = this.atoms.subtree(cidr);
    const found = new Set<number>();
    for (let atom = from; atom < to; atom++) {
      const column = this.columnOf[atom] ?? 0;
      if (!this.columns[column]?.empty) found.add(column);
    }
    return [...found];
  }

  /** The columns a block covers; a block among those the columns were made for. */
  cover(block: AddressPeer): Bitset {
    const known = this.#covers.get(block);
    if (known) return known;
    const set = new Bitset(this.columns.length);
    for (const atom of coveredAtoms(block, this.atoms)) set.add(this.columnOf[atom] ?? 0);
    this.#covers.set(block, set);
    return set;
  }
}
