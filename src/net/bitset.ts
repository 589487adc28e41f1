// Fixed-size sets of small integers as 32-bit words; all operands of an operation have the same size.

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** A set of integers in `[0, size)`. Treated as immutable once it is shared; `add` is for building. */
export class Bitset {
  readonly size: number;
  readonly words: Uint32Array;

  constructor(size: number, words: Uint32Array = new Uint32Array((size + 31) >>> 5)) {
    this.size = size;
    this.words = words;
  }

  /** All of `[0, size)`. */
  static full(size: number): Bitset {
    return Bitset.range(size, 0, size);
  }

  /** `[from, to)` within `[0, size)`. */
  static range(size: number, from: number, to: number): Bitset {
    const set = new Bitset(size);
    for (let i = from; i < to; i++) {
      if ((i & 31) === 0 && i + 32 <= to) {
        set.words[i >>> 5] = 0xffffffff;
        i += 31;
      } else {
        set.add(i);
      }
    }
    return set;
  }

  add(element: number): void {
    const word = element >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (element & 31));
  }

  has(element: number): boolean {
    return ((this.words[element >>> 5] ?? 0) & (1 << (element & 31))) !== 0;
  }

  isEmpty(): boolean {
    for (const word of this.words) if (word !== 0) return false;
    return true;
  }

  equals(other: Bitset): boolean {
    for (let i = 0; i < this.words.length; i++) if (this.words[i] !== other.words[i]) return false;
    return true;
  }

  intersects(other: Bitset): boolean {
    for (let i = 0; i < this.words.length; i++) if (((this.words[i] ?? 0) & (other.words[i] ?? 0)) !== 0) return true;
    return false;
  }

  isSubsetOf(other: Bitset): boolean {
    for (let i = 0; i < this.words.length; i++) if (((this.words[i] ?? 0) & ~(other.words[i] ?? 0)) !== 0) return false;
    return true;
  }

  and(other: Bitset): Bitset {
    const words = new Uint32Array(this.words.length);
    for (let i = 0; i < words.length; i++) words[i] = (this.words[i] ?? 0) & (other.words[i] ?? 0);
    return new Bitset(this.size, words);
  }

  /** What both have; undefined where that is nothing. */
  common(other: Bitset): Bitset | undefined {
    const words = new Uint32Array(this.words.length);
    let some = 0;
    for (let i = 0; i < words.length; i++) {
      const word = (this.words[i] ?? 0) & (other.words[i] ?? 0);
      words[i] = word;
      some |= word;
    }
    return some === 0 ? undefined : new Bitset(this.size, words);
  }

  /** What the other lacks; undefined where that is nothing. */
  beyond(other: Bitset): Bitset | undefined {
    const words = new Uint32Array(this.words.length);
    let some = 0;
    for (let i = 0; i < words.length; i++) {
      const word = (this.words[i] ?? 0) & ~(other.words[i] ?? 0);
      words[i] = word;
      some |= word;
    }
    return some === 0 ? undefined : new Bitset(this.size, words);
  }

  /** Takes in all of the other; for building. */
  addAll(other: Bitset): void {
    for (let i = 0; i < this.words.length; i++) this.words[i] = (this.words[i] ?? 0) | (other.words[i] ?? 0);
  }

  /** Takes one element out; for building. */
  remove(element: number): void {
    const word = element >>> 5;
    this.words[word] = (this.words[word] ?? 0) & ~(1 << (element & 31));
  }

  copy(): Bitset {
    return new Bitset(this.size, this.words.slice());
  }

  /** Equal for equal sets; seldom equal for others. */
  hash(): number {
    let hash = 0;
    for (const word of this.words) hash = Math.imul(hash ^ word, 0x01000193) ^ (hash >>> 15);
    return hash;
  }

  or(other: Bitset): Bitset {
    const words = new Uint32Array(this.words.length);
    for (let i = 0; i < words.length; i++) words[i] = (this.words[i] ?? 0) | (other.words[i] ?? 0);
    return new Bitset(this.size, words);
  }

  andNot(other: Bitset): Bitset {
    const words = new Uint32Array(this.words.length);
    for (let i = 0; i < words.length; i++) words[i] = (this.words[i] ?? 0) & ~(other.words[i] ?? 0);
    return new Bitset(this.size, words);
  }

  /** The elements of `[0, size)` that are not in the set. */
  not(): Bitset {
    return Bitset.full(this.size).andNot(this);
  }

  count(): number {
    let total = 0;
    for (const word of this.words) total += bitsIn(word);
    return total;
  }

  /** How many elements both have. */
  commonCount(other: Bitset): number {
    let total = 0;
    for (let i = 0; i < this.words.length; i++) {
      const word = (this.words[i] ?? 0) & (other.words[i] ?? 0);
      if (word !== 0) total += bitsIn(word);
    }
    return total;
  }

  /** The elements in ascending order. */
  *[Symbol.iterator](): Generator<number> {
    for (let i = 0; i < this.words.length; i++) {
      let word = this.words[i] ?? 0;
      while (word !== 0) {
        const low = word & -word;
        yield (i << 5) + (31 - Math.clz32(low));
        word ^= low;
      }
    }
  }

  /** Equal sets of one size have equal keys. */
  key(): string {
    return this.words.join(',');
  }
}
