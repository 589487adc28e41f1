// Cuts the line of connections where some set begins or ends, so that a set is a few bits and sets are compared by words.
import type { ConnectionSet } from './connection-set.ts';

/** Where `value` stands in an ascending list, or would stand: the first place whose entry is not less. */
function lowerBound(list: readonly number[], value: number): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Pieces of the line that no set seen so far cuts in two. A piece keeps its number for good; where a new set cuts one,
 * the part in front keeps the number and the rest gets a new one.
 */
export class ConnectionAtoms {
  /** Where each piece begins, ascending; it ends where the next begins. */
  #starts: number[] = [0];
  /** The number of the piece that begins there. */
  #numbers: number[] = [0];

  /** How many pieces there are; their numbers are below. */
  get count(): number {
    return this.#starts.length;
  }

  /**
   * Cuts at the boundaries of a set. Returns for each new piece, in the order of their numbers, the piece that it was a part of;
   * undefined where nothing was cut.
   */
  cut(set: ConnectionSet): readonly number[] | undefined {
    const isCut = (at: number): boolean => this.#starts[lowerBound(this.#starts, at)] === at;
    if (set.every(isCut)) return undefined;
    const starts: number[] = [];
    const numbers: number[] = [];
    const parents: number[] = [];
    let next = this.count;
    let at = 0;
    for (const [index, start] of this.#starts.entries()) {
      const number = this.#numbers[index] ?? 0;
      starts.push(start);
      numbers.push(number);
      const end = this.#starts[index + 1] ?? Number.POSITIVE_INFINITY;
      for (; at < set.length && (set[at] ?? 0) < end; at++) {
        const boundary = set[at] ?? 0;
        if (boundary === start) continue;
        starts.push(boundary);
        numbers.push(next);
        parents.push(number);
        next++;
      }
    }
    this.#starts = starts;
    this.#numbers = numbers;
    return parents;
  }

  /** Sets the bits of a set's pieces; it must have been cut before. `words[at]` holds the bits of pieces 0 to 31. */
  fill(set: ConnectionSet, words: Uint32Array, at: number): void {
    for (let i = 0; i + 1 < set.length; i += 2) {
      const end = set[i + 1] ?? 0;
      for (let index = lowerBound(this.#starts, set[i] ?? 0); (this.#starts[index] ?? end) < end; index++) {
        const number = this.#numbers[index] ?? 0;
        const word = at + (number >>> 5);
        words[word] = (words[word] ?? 0) | (1 << (number & 31));
      }
    }
  }

  /** The set whose bits these are. */
  read(words: Uint32Array, at: number): ConnectionSet {
    const set: number[] = [];
    let isInside = false;
    for (const [index, start] of this.#starts.entries()) {
      const number = this.#numbers[index] ?? 0;
      const isIn = ((words[at + (number >>> 5)] ?? 0) & (1 << (number & 31))) !== 0;
      if (isIn !== isInside) set.push(start);
      isInside = isIn;
    }
    return set;
  }
}
