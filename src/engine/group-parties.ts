// Parties by the groups they are counted in and the columns that stand for them, flat, so that rows of columns find them fast.
import type { ConnectionId } from '../net/connection-table.ts';
import { type FlowParty, scopeOf } from './flow-party.ts';
import { isOnHostEnd } from './flow-place.ts';
import type { PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/** A party with the group it counts in, and which of its pairs count. */
export interface GroupedParty {
  readonly party: FlowParty;
  readonly group: number;
  /** As a source, all its pairs are wanted; as a destination, every pair with it is. */
  readonly wantsFrom: boolean;
  readonly wantsTo: boolean;
}

export interface PlacedParty extends GroupedParty {
  /** Its only column; -1 where several stand for it, or where its pods run counts as well. */
  readonly column: number;
  /** Place in `GroupParties.scopes`. */
  readonly scope: number;
  /** A single pod: it has no flow with itself. */
  readonly isAlone: boolean;
}

/** What a destination must be to count: any bit that is asked for must be set. */
export const WANTED = 1;
export const INSIDE = 2;

export class GroupParties {
  readonly groups: number;
  readonly list: readonly PlacedParty[];
  /** Parties by group. */
  readonly byGroup: readonly (readonly PlacedParty[])[];
  /** Those that no single column tells of. */
  readonly others: readonly PlacedParty[];
  readonly scopes: readonly ConnectionId[];
  /** Plain parties by column: those at column `c` are `[starts[c], starts[c + 1])` in the arrays after it. */
  readonly starts: Uint32Array;
  readonly groupAt: Uint32Array;
  readonly scopeAt: Uint32Array;
  readonly bitsAt: Uint8Array;
  readonly #totals = new Map<number, readonly Uint32Array[]>();

  constructor(snapshot: Snapshot, parties: readonly GroupedParty[], groups: number, ports: PortScope) {
    const scopes = new Map<ConnectionId, number>();
    this.groups = groups;
    this.list = parties.map((one) => {
      const points = scopeOf(one.party.ports, ports, snapshot.table, snapshot.beyondPorts);
      const scope = scopes.get(points) ?? scopes.size;
      scopes.set(points, scope);
      return { ...one, column: plainColumn(snapshot, one.party), scope, isAlone: podCount(one.party) < 2 };
    });
    this.scopes = [...scopes.keys()];
    this.others = this.list.filter(({ column }) => column < 0);
    const byGroup: PlacedParty[][] = Array.from({ length: groups }, () => []);
    for (const one of this.list) byGroup[one.group]?.push(one);
    this.byGroup = byGroup;
    const plain = this.list.filter(({ column }) => column >= 0).sort((a, b) => a.column - b.column);
    this.starts = new Uint32Array(snapshot.universe.size + 1);
    for (const { column } of plain) this.starts[column + 1] = (this.starts[column + 1] ?? 0) + 1;
    for (let at = 1; at < this.starts.length; at++)
      this.starts[at] = (this.starts[at] ?? 0) + (this.starts[at - 1] ?? 0);
    this.groupAt = Uint32Array.from(plain, ({ group }) => group);
    this.scopeAt = Uint32Array.from(plain, ({ scope }) => scope);
    this.bitsAt = Uint8Array.from(
      plain,
      ({ wantsTo, party }) => (wantsTo ? WANTED : 0) | (party.isOutside ? 0 : INSIDE),
    );
  }

  /** How many plain parties of each group have a scope and all of these bits: by scope, then group. */
  totals(bits: number): readonly Uint32Array[] {
    const known = this.#totals.get(bits);
    if (known) return known;
    const made = this.scopes.map(() => new Uint32Array(this.groups));
    for (let at = 0; at < this.groupAt.length; at++) {
      if (((this.bitsAt[at] ?? 0) & bits) !== bits) continue;
      const counts = made[this.scopeAt[at] ?? 0];
      const group = this.groupAt[at] ?? 0;
      if (counts) counts[group] = (counts[group] ?? 0) + 1;
    }
    this.#totals.set(bits, made);
    return made;
  }
}

function podCount(party: FlowParty): number {
  return party.members.reduce((sum, { count }) => sum + count, 0);
}

/** Where pods run counts only for what speaks with a host's address, and where hosts judge what they forward. */
function plainColumn(snapshot: Snapshot, { members }: FlowParty): number {
  const [first] = members;
  if (!first || snapshot.transit.size > 0) return -1;
  const isPlain = members.every((member) => member.column === first.column && !isOnHostEnd(snapshot, member));
  return isPlain ? first.column : -1;
}
