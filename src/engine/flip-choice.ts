// Which flips meet the conditions of a filter: by their ends, their ports, and what became of them.
import { Bitset } from '../net/bitset.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import type { DiffParties, DiffParty } from './diff-parties.ts';
import { ANY_ROLE, type FlowFilter, type PartyRole, passes } from './flow-filter.ts';
import type { FlipKind, Verdict } from './results.ts';

export class FlipChoice {
  readonly #filter: FlowFilter;
  readonly #parties: DiffParties;
  readonly #table: ConnectionTable;
  readonly #columns = new Map<number, Bitset>();

  constructor(filter: FlowFilter, parties: DiffParties, table: ConnectionTable) {
    this.#filter = filter;
    this.#parties = parties;
    this.#table = table;
  }

  role({ party }: DiffParty): PartyRole {
    return this.#filter.jointRole(party);
  }

  passes(src: DiffParty, dst: DiffParty): boolean {
    return passes(this.role(src), this.role(dst));
  }

  /** The points that count toward a destination. */
  scope({ scope }: DiffParty): ConnectionId {
    const { points } = this.#filter;
    return points === undefined ? scope : this.#table.intersection(scope, points);
  }

  counts(flip: FlipKind, now: Verdict): boolean {
    const { flips, verdicts } = this.#filter;
    return (flips?.has(flip) ?? true) && (verdicts?.has(now) ?? true);
  }

  /** Joint columns with some plain party that a source may reach; undefined: all. */
  columns(src: DiffParty): Bitset | undefined {
    if (!this.#filter.hasParties) return undefined;
    const { needs } = this.role(src);
    const known = this.#columns.get(needs);
    if (known) return known;
    const made = new Bitset(this.#parties.joint.size);
    for (const column of this.#parties.plainColumns) {
      const isWanted = this.#parties.plainAt(column).some((one) => passes({ ...ANY_ROLE, needs }, this.role(one)));
      if (isWanted) made.add(column);
    }
    this.#columns.set(needs, made);
    return made;
  }
}
