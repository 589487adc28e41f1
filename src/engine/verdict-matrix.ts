// Verdicts for every pair of columns, over all address families in use: a connection runs over one family at both ends.
import type { Policy } from '../model/policy.ts';
import type { Family } from '../net/cidr.ts';
import { FamilyMatrix, type PairVerdict } from './family-matrix.ts';
import type { Governing } from './governing.ts';
import type { Ground } from './ground.ts';
import { NO_POLICIES } from './policy-lists.ts';
import type { Direction } from './results.ts';
import { addressColumn } from './universe.ts';

/** The families a connection between two columns can use; `some`: at least one of them, nobody knows which. */
export interface SharedFamilies {
  readonly families: readonly Family[];
  readonly certainty: 'all' | 'some';
}

export class VerdictMatrix {
  readonly #ground: Ground;
  readonly #byFamily = new Map<Family, FamilyMatrix>();
  readonly #policies: readonly Policy[];
  #ranks: ReadonlyMap<Policy, number> | undefined;
  readonly governs: Governing;
  /** In use, IPv4 first. */
  readonly families: readonly Family[];

  /** `policies` in evaluation order. */
  constructor(ground: Ground, governs: Governing, policies: readonly Policy[]) {
    this.#ground = ground;
    this.governs = governs;
    this.families = ground.universe.families;
    this.#policies = policies;
  }

  /** The verdicts over one family. */
  over(family: Family): FamilyMatrix {
    const known = this.#byFamily.get(family);
    if (known) return known;
    const made = new FamilyMatrix(this.#ground, this.#ground.over(family), this.governs);
    this.#byFamily.set(family, made);
    return made;
  }

  /** Indexes of the policies that govern a class in a direction, in evaluation order. */
  governing(direction: Direction, classId: number): readonly number[] {
    this.#ranks ??= new Map(this.#policies.map((policy, rank) => [policy, rank]));
    const ranks = this.#ranks;
    const list = this.governs[direction][classId] ?? NO_POLICIES;
    return this.#ground.lists.policies(list).map((policy) => ranks.get(policy) ?? -1);
  }

  /** Whether any policy governs a class in a direction. */
  isGoverned(direction: Direction, classId: number): boolean {
    return this.governs[direction][classId] !== NO_POLICIES;
  }

  #familiesOf(column: number): SharedFamilies {
    const { universe } = this.#ground;
    const own = universe.classes[column];
    if (!own) {
      const family = addressColumn(universe, column)?.family ?? 4;
      return { families: [family], certainty: 'all' };
    }
    const addressing = universe.addressings[own.addressing];
    const families = new Set(addressing?.places.map((place) => place.family));
    return { families: [...families].sort(), certainty: addressing?.families ?? 'some' };
  }

  /** Equal for columns that share the same families with any other. */
  familiesKey(column: number): string {
    const { families, certainty } = this.#familiesOf(column);
    return `${families.join()} ${certainty} ${column < this.#ground.universe.classes.length ? 'endpoint' : 'address'}`;
  }

  /**
   * An address outside is of one family, and so is a connection with it. Two endpoints use a family that both have.
   * Ends that share none cannot connect at all; they are judged over the source's family, as a policy would read.
   * `spoken` is the family of a flow that names the very address of an endpoint.
   */
  sharedFamilies(src: number, dst: number, spoken?: Family): SharedFamilies {
    if (spoken) return { families: [spoken], certainty: 'all' };
    if (this.families.length === 1 && Math.max(src, dst) < this.#ground.universe.classes.length) {
      return { families: this.families, certainty: 'all' };
    }
    const isOutside = (column: number): boolean => column >= this.#ground.universe.classes.length;
    const a = this.#familiesOf(src);
    const b = this.#familiesOf(dst);
    if (isOutside(src)) return a;
    if (isOutside(dst)) return b;
    const families = a.families.filter((family) => b.families.includes(family));
    if (families.length === 0) return { families: a.families, certainty: 'all' };
    const isSure = families.length === 1 || (a.certainty === 'all' && b.certainty === 'all');
    return { families, certainty: isSure ? 'all' : 'some' };
  }

  /**
   * Joins verdicts over families. A flow that some shared family allows is allowed; where nobody knows which
   * families are shared, only what all of them allow is certain.
   */
  #join(shared: SharedFamilies, judge: (matrix: FamilyMatrix) => PairVerdict): PairVerdict {
    const { table } = this.#ground;
    const [first, ...rest] = shared.families.map((family) => judge(this.over(family)));
    if (!first) return { allowed: table.none, unknown: table.none };
    let { allowed } = first;
    let may = table.union(first.allowed, first.unknown);
    for (const verdict of rest) {
      const isCertain = shared.certainty === 'all';
      allowed = isCertain ? table.union(allowed, verdict.allowed) : table.intersection(allowed, verdict.allowed);
      may = table.union(may, table.union(verdict.allowed, verdict.unknown));
    }
    return { allowed, unknown: table.difference(may, allowed) };
  }

  /** What one end alone says about a flow with the other. */
  end(direction: Direction, own: number, other: number, spoken?: Family): PairVerdict {
    return this.#join(this.sharedFamilies(own, other, spoken), (matrix) => matrix.end(direction, own, other));
  }

  /** What a host's forwarding side (`gate`) says about a flow of its pod `own` with `other`. */
  through(direction: Direction, gate: number, own: number, other: number, spoken?: Family): PairVerdict {
    return this.#join(this.sharedFamilies(own, other, spoken), (matrix) => matrix.through(direction, gate, own, other));
  }

  /** What a host says to a flow from one of its own pods. */
  atOwnHost(host: number, pod: number, spoken?: Family): PairVerdict {
    return this.#join(this.sharedFamilies(pod, host, spoken), (matrix) => matrix.atOwnHost(host, pod));
  }

  /** Both ends must allow: egress at the source and ingress at the destination. Not for an endpoint to itself. */
  pair(src: number, dst: number, spoken?: Family): PairVerdict {
    const [only] = this.families;
    const { length } = this.#ground.universe.classes;
    // Nearly all clusters use one family, and nearly all questions are about pairs of endpoints.
    if (only && this.families.length === 1 && src < length && dst < length) return this.over(only).pair(src, dst);
    return this.#join(this.sharedFamilies(src, dst, spoken), (matrix) => matrix.pair(src, dst));
  }
}
