// Parties by the groups they are counted in and the columns that stand for them, flat, so that rows of columns find them fast.
import type { ConnectionId } from '../net/connection-table.ts';
import { ANY_ROLE, type PartyRole } from './flow-filter.ts';
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
  /** What a filter lets it be; undefined: either end of any flow. */
  readonly role?: PartyRole;
}

export interface PlacedParty extends GroupedParty {
  /** Its only column; -1 where several stand for it, or where its pods run counts as well. */
  readonly column: number;
  /** Place in `GroupParties.scopes`. */
  readonly scope: number;
  /** A single pod: it has no flow with itself. */
  readonly isAlone: boolean;
  /** What a destination of its flows must be, besides wanted: bits as below. */
  readonly asks: number;
  /** What it is as a destination. */
  readonly is: number;
}

/** What a destination must be to count: any bit that is asked for must be set. Those of a filter come after these. */
export const WANTED = 1;
const INSIDE = 2;
const TARGET = 4;
const FILTER_FROM = 3;

export class GroupParties {
  readonly groups: number;
  readonly list: readonly PlacedParty[];
  /** Sources by group. */
  readonly byGroup: readonly (readonly PlacedParty[])[];
  /** Those that no single column tells of. */
  readonly others: readonly PlacedParty[];
  readonly scopes: readonly ConnectionId[];
  /** Plain parties by column: those at column `c` are `[starts[c], starts[c + 1])` in the arrays after it. */
  readonly starts: Uint32Array;
  readonly groupAt: Uint32Array;
  readonly scopeAt: Uint32Array;
  readonly bitsAt: Uint32Array;
  readonly #totals = new Map<number, readonly Uint32Array[]>();

  /** `points`: those that count, where not all do. */
  constructor(
    snapshot: Snapshot,
    parties: readonly GroupedParty[],
    groups: number,
    ports: PortScope,
    points?: ConnectionId,
  ) {
    const scopes = new ScopeNumbers(snapshot, ports, points);
    this.groups = groups;
    this.list = parties.map((one) => {
      const { party, wantsTo, role = ANY_ROLE } = one;
      const [column, scope] = [plainColumn(snapshot, party), scopes.of(party)];
      const isCounted = role.isTarget && scopes.list[scope] !== snapshot.table.none;
      const asks = TARGET | (party.isOutside ? INSIDE : 0) | (role.needs << FILTER_FROM);
      const own = (wantsTo ? WANTED : 0) | (party.isOutside ? 0 : INSIDE) | (role.has << FILTER_FROM);
      return { ...one, column, scope, isAlone: podCount(party) < 2, asks, is: own | (isCounted ? TARGET : 0) };
    });
    this.scopes = scopes.list;
    this.others = this.list.filter(({ column }) => column < 0);
    const byGroup: PlacedParty[][] = Array.from({ length: groups }, () => []);
    for (const one of this.list) if (one.role?.isSource !== false) byGroup[one.group]?.push(one);
    this.byGroup = byGroup;
    const plain = this.list.filter(({ column }) => column >= 0);
    this.starts = startsOf(plain, snapshot.universe.size);
    this.groupAt = new Uint32Array(plain.length);
    this.scopeAt = new Uint32Array(plain.length);
    this.bitsAt = new Uint32Array(plain.length);
    const next = this.starts.slice();
    for (const { column, group, scope, is } of plain) {
      const at = next[column] ?? 0;
      next[column] = at + 1;
      this.groupAt[at] = group;
      this.scopeAt[at] = scope;
      this.bitsAt[at] = is;
    }
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

/** The ports that count toward destinations, numbered. */
class ScopeNumbers {
  readonly list: ConnectionId[] = [];
  readonly #snapshot: Snapshot;
  readonly #ports: PortScope;
  readonly #points: ConnectionId | undefined;
  readonly #numbers = new Map<ConnectionId, number>();
  /** Workloads of one template share their list of ports. */
  readonly #byPorts = new Map<FlowParty['ports'], number>();

  constructor(snapshot: Snapshot, ports: PortScope, points: ConnectionId | undefined) {
    this.#snapshot = snapshot;
    this.#ports = ports;
    this.#points = points;
  }

  of({ ports }: FlowParty): number {
    const known = this.#byPorts.get(ports);
    if (known !== undefined) return known;
    const { table, beyondPorts } = this.#snapshot;
    const declared = scopeOf(ports, this.#ports, table, beyondPorts);
    const points = this.#points === undefined ? declared : table.intersection(declared, this.#points);
    const number = this.#numbers.get(points) ?? this.list.push(points) - 1;
    this.#numbers.set(points, number);
    this.#byPorts.set(ports, number);
    return number;
  }
}

/** Where those of each column begin, in an array sorted by column; one entry more than there are columns. */
function startsOf(parties: readonly PlacedParty[], columns: number): Uint32Array {
  const starts = new Uint32Array(columns + 1);
  for (const { column } of parties) starts[column + 1] = (starts[column + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return starts;
}

function podCount(party: FlowParty): number {
  return party.members.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The column that tells of all pods of a party; -1 where there is none. Where pods run counts only for what speaks with a
 * host's address, and where hosts judge what they forward.
 */
export function plainColumn(snapshot: Snapshot, { members }: FlowParty): number {
  const [first] = members;
  if (!first || snapshot.transit.size > 0) return -1;
  const isPlain = members.every((member) => member.column === first.column && !isOnHostEnd(snapshot, member));
  return isPlain ? first.column : -1;
}
