// Connection sets interned to small integers, so that equal sets are one number and an operation is a few words.
import { ConnectionAtoms } from './connection-atoms.ts';
import { ALL_CONNECTIONS, type ConnectionSet, NO_CONNECTIONS } from './connection-set.ts';

/** A set's number in its table. Equal sets of one table have equal ids. */
export type ConnectionId = number;

type Operation = 0 | 1 | 2;
const UNION = 0;
const INTERSECTION = 1;
const DIFFERENCE = 2;

/** Results kept, by a hash of what was asked; a newer one takes the place of an older. */
const KEPT_BITS = 14;
/** Room for pieces that come later. */
const SPARE_WORDS = 1;
/** So many pieces may be left out of hashes, so that hashes stay when an edit cuts the line once more. */
const LEFT_OUT = 8;

/**
 * A set is a row of bits, one for each piece of the line of connections that no set cuts (`ConnectionAtoms`). A set with
 * a boundary that none had before cuts pieces, and every row gets a bit more.
 */
export class ConnectionTable {
  readonly #atoms = new ConnectionAtoms();
  /** Words of a row, and how many of them its hash is made of. */
  #width = 1 + SPARE_WORDS;
  #hashed = 1;
  /** Rows by id, and room for one more: the candidate. */
  #words = new Uint32Array(64 * this.#width);
  #hashes = new Int32Array(64);
  #size = 0;
  /** Open addressing: ids plus one, by hash. */
  #slots = new Int32Array(128);
  /** Rules ask for the very same set again and again. */
  readonly #known = new WeakMap<ConnectionSet, ConnectionId>();
  readonly #sets: (ConnectionSet | undefined)[] = [];
  readonly #keptLeft = new Int32Array(1 << KEPT_BITS).fill(-1);
  readonly #keptRight = new Int32Array(1 << KEPT_BITS);
  readonly #keptResult = new Int32Array(1 << KEPT_BITS);
  readonly none: ConnectionId;
  readonly all: ConnectionId;

  constructor() {
    this.none = this.intern(NO_CONNECTIONS);
    this.all = this.intern(ALL_CONNECTIONS);
  }

  /** Sets interned so far. */
  get size(): number {
    return this.#size;
  }

  /** Bytes that the rows and their index take. */
  get bytes(): number {
    return this.#words.byteLength + this.#hashes.byteLength + this.#slots.byteLength;
  }

  intern(set: ConnectionSet): ConnectionId {
    const same = this.#known.get(set);
    if (same !== undefined) return same;
    const parents = this.#atoms.cut(set);
    if (parents) this.#split(parents);
    const at = this.#size * this.#width;
    this.#words.fill(0, at, at + this.#width);
    this.#atoms.fill(set, this.#words, at);
    const id = this.#place();
    this.#known.set(set, id);
    return id;
  }

  /** The set behind an id of this table. */
  set(id: ConnectionId): ConnectionSet {
    const known = this.#sets[id];
    if (known) return known;
    const made = id < this.#size ? this.#atoms.read(this.#words, id * this.#width) : NO_CONNECTIONS;
    this.#sets[id] = made;
    return made;
  }

  union(a: ConnectionId, b: ConnectionId): ConnectionId {
    if (a === b || b === this.none) return a;
    if (a === this.none) return b;
    if (a === this.all || b === this.all) return this.all;
    return a < b ? this.#apply(UNION, a, b) : this.#apply(UNION, b, a);
  }

  intersection(a: ConnectionId, b: ConnectionId): ConnectionId {
    if (a === b || b === this.all) return a;
    if (a === this.all) return b;
    if (a === this.none || b === this.none) return this.none;
    return a < b ? this.#apply(INTERSECTION, a, b) : this.#apply(INTERSECTION, b, a);
  }

  /** The points of `a` that are not in `b`. */
  difference(a: ConnectionId, b: ConnectionId): ConnectionId {
    if (b === this.none) return a;
    if (a === b || a === this.none || b === this.all) return this.none;
    return this.#apply(DIFFERENCE, a, b);
  }

  #apply(operation: Operation, a: ConnectionId, b: ConnectionId): ConnectionId {
    const right = b * 3 + operation;
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> (32 - KEPT_BITS);
    if (this.#keptLeft[slot] === a && this.#keptRight[slot] === right) return this.#keptResult[slot] ?? 0;
    const result = this.#compute(operation, a, b);
    this.#keptLeft[slot] = a;
    this.#keptRight[slot] = right;
    this.#keptResult[slot] = result;
    return result;
  }

  #compute(operation: Operation, a: ConnectionId, b: ConnectionId): ConnectionId {
    const width = this.#width;
    const words = this.#words;
    const [left, right, to] = [a * width, b * width, this.#size * width];
    let isLeft = true;
    let isRight = true;
    for (let i = 0; i < width; i++) {
      const x = words[left + i] ?? 0;
      const y = words[right + i] ?? 0;
      const word = (operation === UNION ? x | y : operation === INTERSECTION ? x & y : x & ~y) >>> 0;
      words[to + i] = word;
      isLeft = isLeft && word === x;
      isRight = isRight && word === y;
    }
    if (isLeft) return a;
    return isRight ? b : this.#place();
  }

  /** The id of the candidate row: of the equal one, or its own. */
  #place(): ConnectionId {
    const [width, hashed, words] = [this.#width, this.#hashed, this.#words];
    const at = this.#size * width;
    const hash = hashOf(words, at, hashed);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let taken = this.#slots[slot] ?? 0; taken !== 0; taken = this.#slots[slot] ?? 0) {
      const id = taken - 1;
      if (this.#hashes[id] === hash && isEqual(words, id * width, at, width)) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.#size;
    this.#slots[slot] = id + 1;
    this.#hashes[id] = hash;
    this.#size++;
    if (this.#size >= this.#hashes.length) this.#grow();
    return id;
  }

  #grow(): void {
    const capacity = this.#hashes.length * 2;
    const words = new Uint32Array(capacity * this.#width);
    words.set(this.#words);
    this.#words = words;
    const hashes = new Int32Array(capacity);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#index(capacity * 2);
  }

  #index(slots: number): void {
    const made = new Int32Array(slots);
    for (let id = 0; id < this.#size; id++) {
      let slot = (this.#hashes[id] ?? 0) & (slots - 1);
      while (made[slot] !== 0) slot = (slot + 1) & (slots - 1);
      made[slot] = id + 1;
    }
    this.#slots = made;
  }

  /** Gives every row the bits of new pieces, each that of the piece it was a part of. */
  #split(parents: readonly number[]): void {
    const first = this.#atoms.count - parents.length;
    const needed = (this.#atoms.count + 31) >>> 5;
    if (needed > this.#width) this.#widen(needed + SPARE_WORDS);
    const [width, words] = [this.#width, this.#words];
    for (let id = 0; id < this.#size; id++) {
      const at = id * width;
      for (const [index, parent] of parents.entries()) {
        const number = first + index;
        const bit = ((words[at + (parent >>> 5)] ?? 0) >>> (parent & 31)) & 1;
        const word = at + (number >>> 5);
        words[word] = (words[word] ?? 0) | (bit << (number & 31));
      }
    }
    const isHashed = first < this.#hashed * 32;
    if (isHashed || this.#atoms.count > this.#hashed * 32 + LEFT_OUT) {
      this.#hashed = needed;
      this.#rehash();
    }
  }

  #widen(width: number): void {
    const words = new Uint32Array(this.#hashes.length * width);
    for (let id = 0; id < this.#size; id++) {
      words.set(this.#words.subarray(id * this.#width, (id + 1) * this.#width), id * width);
    }
    this.#words = words;
    this.#width = width;
  }

  #rehash(): void {
    for (let id = 0; id < this.#size; id++) this.#hashes[id] = hashOf(this.#words, id * this.#width, this.#hashed);
    this.#index(this.#slots.length);
  }
}

/** Every bit of every word counts for every bit of the hash, as in MurmurHash3: slots are found by its lowest bits. */
function hashOf(words: Uint32Array, at: number, count: number): number {
  let hash = 0;
  for (let i = at; i < at + count; i++) {
    let word = Math.imul(words[i] ?? 0, 0xcc9e2d51);
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash ^= word;
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function isEqual(words: Uint32Array, a: number, b: number, count: number): boolean {
  for (let i = 0; i < count; i++) if (words[a + i] !== words[b + i]) return false;
  return true;
}
