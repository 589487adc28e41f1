// Columns of two snapshots side by side, so that sets of columns of either can be compared.
import { Bitset } from '../net/bitset.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * A joint column is a column of the base with one of the head, either of which may be missing. Snapshots on one ground
 * have the same columns already.
 */
export class JointColumns {
  readonly isShared: boolean;
  readonly #base: number[] = [];
  readonly #head: number[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #spread = { base: new WeakMap<Bitset, Bitset>(), head: new WeakMap<Bitset, Bitset>() };
  readonly #stride: number;
  readonly #sharedSize: number;

  constructor(base: Snapshot, head: Snapshot) {
    this.isShared = base.ground === head.ground;
    this.#stride = Math.max(base.universe.size, head.universe.size) + 1;
    this.#sharedSize = head.universe.size;
  }

  /** How many there are; complete once every member of every party was asked for. */
  get size(): number {
    return this.isShared ? this.#sharedSize : this.#base.length;
  }

  /** The joint column of what stands for something in either snapshot; -1: nothing does. */
  numberOf(base: number, head: number): number {
    if (this.isShared && base === head) return head;
    const key = (base + 1) * this.#stride + head + 1;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#base.length;
    this.#numbers.set(key, number);
    this.#base.push(base);
    this.#head.push(head);
    return number;
  }

  /** The column in one of the snapshots; -1 where it has none. */
  columnIn(side: 'base' | 'head', joint: number): number {
    if (this.isShared) return joint;
    return (side === 'base' ? this.#base : this.#head)[joint] ?? -1;
  }

  /** Columns of one snapshot as joint columns. */
  spread(side: 'base' | 'head', columns: Bitset): Bitset {
    if (this.isShared) return columns;
    const known = this.#spread[side].get(columns);
    if (known) return known;
    const list = side === 'base' ? this.#base : this.#head;
    const made = new Bitset(list.length);
    for (const [joint, column] of list.entries()) if (column >= 0 && columns.has(column)) made.add(joint);
    this.#spread[side].set(columns, made);
    return made;
  }

  /** Joint columns that one of the snapshots has nothing for. */
  missingIn(side: 'base' | 'head'): Bitset {
    const made = new Bitset(this.size);
    if (this.isShared) return made;
    const list = side === 'base' ? this.#base : this.#head;
    for (const [joint, column] of list.entries()) if (column < 0) made.add(joint);
    return made;
  }
}
