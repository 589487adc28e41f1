// The parties of two snapshots by the columns that stand for them, so that what changed for a column finds its parties.
import { compareText } from '../base/compare-text.ts';
import { Recent } from '../base/recent.ts';
import { Bitset } from '../net/bitset.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import { allParties, type FlowParty, scopeOf } from './flow-party.ts';
import { isOnHostEnd, type MemberEnd } from './flow-place.ts';
import { JointColumns } from './joint-columns.ts';
import { type JointParty, jointExternals, jointParties } from './joint-party.ts';
import type { PortScope } from './results.ts';
import type { Snapshot } from './snapshot.ts';

export interface DiffParty {
  readonly party: JointParty;
  /** Place in the stable order. */
  readonly index: number;
  /** Joint columns of its members. */
  readonly columns: readonly number[];
  /**
   * `plain`: one column says it all. `mixed`: its pods differ. `host`: where its pods run counts beside what policy says
   * of columns.
   */
  readonly kind: 'plain' | 'mixed' | 'host';
  readonly pods: number;
  readonly scope: ConnectionId;
}

/** How many plain parties with one scope each column stands for, as binary digits: one set for each digit. */
interface ScopeCount {
  readonly scope: ConnectionId;
  readonly digits: readonly Bitset[];
}

export class DiffParties {
  readonly joint: JointColumns;
  /** Whether some host judges what it forwards. */
  readonly hasGates: boolean;
  readonly list: readonly DiffParty[];
  /** Parties that are not plain. */
  readonly others: readonly DiffParty[];
  readonly #byColumn = new Map<number, DiffParty[]>();
  #counts: readonly ScopeCount[] | undefined;

  constructor(base: Snapshot, head: Snapshot, ports: PortScope) {
    this.joint = new JointColumns(base, head);
    const parties = this.joint.isShared ? sharedParties(base, head) : jointParties(base, head);
    const beyondPorts = base.beyondPorts || head.beyondPorts;
    this.hasGates = base.transit.size > 0 || head.transit.size > 0;
    const touchesHost = (snapshot: Snapshot, end: MemberEnd | undefined): boolean =>
      end !== undefined && isOnHostEnd(snapshot, end);
    this.list = parties.map((party, index) => {
      const isHost =
        this.hasGates ||
        party.members.some((member) => touchesHost(base, member.base) || touchesHost(head, member.head));
      const columns = new Set(
        party.members.map((one) => this.joint.numberOf(one.base?.column ?? -1, one.head?.column ?? -1)),
      );
      return {
        party,
        index,
        columns: [...columns],
        // Pods of one column on several nodes differ only in what hosts say to them.
        kind: isHost ? 'host' : columns.size === 1 ? 'plain' : 'mixed',
        pods: party.members.reduce((sum, { count }) => sum + count, 0),
        scope: scopeOf(party.ports, ports, head.table, beyondPorts),
      };
    });
    this.others = this.list.filter(({ kind }) => kind !== 'plain');
    for (const one of this.list) {
      const [column] = one.columns;
      if (one.kind !== 'plain' || column === undefined) continue;
      const own = this.#byColumn.get(column);
      if (own) own.push(one);
      else this.#byColumn.set(column, [one]);
    }
  }

  /** Plain parties behind a column. */
  plainAt(column: number): readonly DiffParty[] {
    return this.#byColumn.get(column) ?? [];
  }

  get plainColumns(): Iterable<number> {
    return this.#byColumn.keys();
  }

  #scopeCounts(): readonly ScopeCount[] {
    const byScope = new Map<ConnectionId, Map<number, number>>();
    for (const [column, parties] of this.#byColumn) {
      for (const { scope } of parties) {
        const own = byScope.get(scope) ?? new Map<number, number>();
        byScope.set(scope, own);
        own.set(column, (own.get(column) ?? 0) + 1);
      }
    }
    return [...byScope].map(([scope, counts]) => {
      const digits: Bitset[] = [];
      for (const [column, count] of counts) {
        for (let digit = 0; count >> digit > 0; digit++) {
          const set = digits[digit] ?? new Bitset(this.joint.size);
          digits[digit] = set;
          if ((count >> digit) & 1) set.add(column);
        }
      }
      return { scope, digits };
    });
  }

  /** How many plain parties lie in these columns, by scope. */
  countByScope(columns: Bitset): readonly { readonly scope: ConnectionId; readonly count: number }[] {
    this.#counts ??= this.#scopeCounts();
    return this.#counts.map(({ scope, digits }) => ({
      scope,
      count: digits.reduce((sum, digit, power) => sum + digit.commonCount(columns) * 2 ** power, 0),
    }));
  }
}

/** On one ground the same columns stand for the same pods in both snapshots. */
function sharedParties(base: Snapshot, head: Snapshot): readonly JointParty[] {
  const parties = allParties(head);
  const all = parties.filter((party) => !party.isOutside);
  const externals = parties.filter((party) => party.isOutside);
  // In the order of parties that two clusters have: workloads by id, then hosts.
  const workloads = all.filter((party) => party.workload !== undefined).sort((a, b) => compareText(a.id, b.id));
  const inside = [...workloads, ...all.filter((party) => party.workload === undefined)];
  const membersOf = ({ members }: FlowParty) => members.map(({ count, ...end }) => ({ base: end, head: end, count }));
  const namesAlike = base.namedCIDRs === head.namedCIDRs && base.namedSets === head.namedSets;
  const outside = namesAlike
    ? externals.map((party) => ({ ...party, members: membersOf(party) }))
    : jointExternals(base, head);
  return [...inside.map((party) => ({ ...party, whole: party, members: membersOf(party) })), ...outside];
}

const known = new WeakMap<object, Recent<DiffParties>>();

/** The parties of two snapshots; those of the same ground and addresses are made once. */
export function diffParties(base: Snapshot, head: Snapshot, ports: PortScope): DiffParties {
  const isSame =
    base.ground === head.ground && base.namedCIDRs === head.namedCIDRs && base.namedSets === head.namedSets;
  const hasGates = base.transit.size > 0 || head.transit.size > 0;
  if (!isSame || hasGates) return new DiffParties(base, head, ports);
  const own = known.get(head.ground) ?? new Recent<DiffParties>(3);
  known.set(head.ground, own);
  const key = [head.namedCIDRs, head.namedSets, ports, base.beyondPorts || head.beyondPorts];
  return own.get(key, () => new DiffParties(base, head, ports));
}
