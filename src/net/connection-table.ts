// Connection sets interned to small integers, so that equal sets are one number and operations are looked up, not repeated.
import {
  ALL_CONNECTIONS,
  type ConnectionSet,
  difference,
  intersection,
  NO_CONNECTIONS,
  union,
} from './connection-set.ts';

/** A set's number in its table. Equal sets of one table have equal ids. */
export type ConnectionId = number;

type Operation = (a: ConnectionSet, b: ConnectionSet) => ConnectionSet;

/** Ids are below 2^26, so a pair of them fits a double exactly. */
const PAIR = 2 ** 26;

export class ConnectionTable {
  readonly #sets: ConnectionSet[] = [];
  readonly #ids = new Map<string, ConnectionId>();
  /** Rules ask for the very same set again and again. */
  readonly #known = new WeakMap<ConnectionSet, ConnectionId>();
  readonly #unions = new Map<number, ConnectionId>();
  readonly #intersections = new Map<number, ConnectionId>();
  readonly #differences = new Map<number, ConnectionId>();
  readonly none: ConnectionId;
  readonly all: ConnectionId;

  constructor() {
    this.none = this.intern(NO_CONNECTIONS);
    this.all = this.intern(ALL_CONNECTIONS);
  }

  intern(set: ConnectionSet): ConnectionId {
    const same = this.#known.get(set);
    if (same !== undefined) return same;
    const id = this.#intern(set);
    this.#known.set(set, id);
    return id;
  }

  #intern(set: ConnectionSet): ConnectionId {
    const key = set.join(',');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#sets.length;
    this.#sets.push(set);
    this.#ids.set(key, id);
    return id;
  }

  /** Sets interned so far. */
  get size(): number {
    return this.#sets.length;
  }

  /** The set behind an id of this table. */
  set(id: ConnectionId): ConnectionSet {
    return this.#sets[id] ?? NO_CONNECTIONS;
  }

  union(a: ConnectionId, b: ConnectionId): ConnectionId {
    if (a === b || b === this.none) return a;
    if (a === this.none) return b;
    if (a === this.all || b === this.all) return this.all;
    return this.#apply(this.#unions, Math.min(a, b), Math.max(a, b), union);
  }

  intersection(a: ConnectionId, b: ConnectionId): ConnectionId {
    if (a === b || b === this.all) return a;
    if (a === this.all) return b;
    if (a === this.none || b === this.none) return this.none;
    return this.#apply(this.#intersections, Math.min(a, b), Math.max(a, b), intersection);
  }

  /** The points of `a` that are not in `b`. */
  difference(a: ConnectionId, b: ConnectionId): ConnectionId {
    if (b === this.none) return a;
    if (a === b || a === this.none || b === this.all) return this.none;
    return this.#apply(this.#differences, a, b, difference);
  }

  #apply(memo: Map<number, ConnectionId>, a: ConnectionId, b: ConnectionId, operation: Operation): ConnectionId {
    const key = a * PAIR + b;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const result = this.intern(operation(this.set(a), this.set(b)));
    memo.set(key, result);
    return result;
  }
}
