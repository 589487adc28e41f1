// Which flips from base to head a third snapshot has as well: the same pods and addresses, the same ports, the same two verdicts.
import {
  ALL_CONNECTIONS,
  ALL_PORTS,
  allPorts,
  type ConnectionSet,
  difference,
  icmpMessages,
  PROTOCOLS,
  portRange,
  unionOfAll,
} from '../../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../../net/connection-table.ts';
import type { FlipRow, NodeId, Verdict } from '../results.ts';
import type { Snapshot } from '../snapshot.ts';
import { type EndNumber, EndVerdicts } from './end-verdicts.ts';
import { endIn, type PartyUnit, PartyUnits } from './party-units.ts';

/** Units of a party that base and head see alike. */
interface UnitGroup {
  readonly units: readonly PartyUnit[];
  readonly base: EndNumber;
  readonly head: EndNumber;
  /** True for one pod, which has no flow with itself. */
  readonly isOne: boolean;
}

interface Watched {
  readonly src: NodeId;
  readonly dst: NodeId;
  readonly points: ConnectionId;
  readonly was: Verdict;
  readonly now: Verdict;
}

const OTHERS: ConnectionSet = difference(
  ALL_CONNECTIONS,
  unionOfAll([ALL_PORTS, icmpMessages('ICMP'), icmpMessages('ICMPv6')]),
);

/** The points of a row: its ports, or all messages of ICMP and all other protocols, which rows do not tell apart here. */
export function pointsOfRow({ protocol, ports }: Pick<FlipRow, 'protocol' | 'ports'>): ConnectionSet {
  const transport = PROTOCOLS.find((one) => one === protocol);
  if (!transport) return protocol === 'ICMP' || protocol === 'ICMPv6' ? icmpMessages(protocol) : OTHERS;
  if (ports === 'all') return allPorts(transport);
  return unionOfAll(
    ports.split(',').map((range) => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return portRange(transport, from, to);
    }),
  );
}

const isSame = (a: PartyUnit | undefined, b: PartyUnit | undefined): boolean => a !== undefined && a === b;

export class WatchedFlips {
  readonly #flips: readonly Watched[];
  readonly #base: EndVerdicts;
  readonly #head: EndVerdicts;
  readonly #table: ConnectionTable;
  readonly #headSnapshot: Snapshot;
  readonly #withNodes: boolean;
  readonly #groups = new Map<NodeId, readonly UnitGroup[]>();
  readonly #allPorts: ConnectionId;

  /** `rows` are flips from base to head, which share one connection table. */
  constructor(base: Snapshot, head: Snapshot, rows: readonly FlipRow[]) {
    this.#table = head.table;
    this.#headSnapshot = head;
    this.#base = new EndVerdicts(base);
    this.#head = new EndVerdicts(head);
    this.#withNodes = [base, head].some(({ universe }) => !universe.onHosts.isEmpty());
    this.#allPorts = this.#table.intern(ALL_PORTS);
    const units = new PartyUnits(base, head);
    const points = new Map<string, ConnectionId>();
    this.#flips = rows.map(({ src, dst, protocol, ports, was, verdict: now }) => {
      for (const id of [src, dst])
        if (!this.#groups.has(id)) this.#groups.set(id, this.#group(units.of(id), base, head));
      const key = `${protocol} ${ports}`;
      const known = points.get(key) ?? this.#table.intern(pointsOfRow({ protocol, ports }));
      points.set(key, known);
      return { src, dst, points: known, was, now };
    });
  }

  get size(): number {
    return this.#flips.length;
  }

  #group(units: readonly PartyUnit[], base: Snapshot, head: Snapshot): readonly UnitGroup[] {
    const groups = new Map<string, { units: PartyUnit[]; base: EndNumber; head: EndNumber; count: number }>();
    for (const unit of units) {
      const before = this.#base.numberOf(endIn(base, unit, this.#withNodes));
      const after = this.#head.numberOf(endIn(head, unit, this.#withNodes));
      const key = `${before}/${after}`;
      const own = groups.get(key) ?? { units: [], base: before, head: after, count: 0 };
      own.units.push(unit);
      own.count += unit.type === 'endpoint' ? unit.count : 2;
      groups.set(key, own);
    }
    return [...groups.values()].map(({ count, ...group }) => ({ ...group, isOne: count === 1 }));
  }

  /** Pairs of groups between which a flip is, with its points there. */
  *#cells({
    src,
    dst,
    points,
    was,
    now,
  }: Watched): Generator<{ from: UnitGroup; to: UnitGroup; points: ConnectionId }> {
    const table = this.#table;
    for (const from of this.#groups.get(src) ?? []) {
      for (const to of this.#groups.get(dst) ?? []) {
        if (from === to && from.isOne) continue;
        const before = table.intersection(points, this.#base.points(was, from.base, to.base));
        const own = table.intersection(before, this.#head.points(now, from.head, to.head));
        if (own !== table.none) yield { from, to, points: own };
      }
    }
  }

  /** The flips, by number, that `other` lacks. It must share the connection table. */
  goneIn(other: Snapshot): ReadonlySet<number> {
    if (other === this.#headSnapshot) return new Set();
    const verdicts = new EndVerdicts(other);
    const ends = new Map<UnitGroup, readonly { readonly end: EndNumber; readonly units: readonly PartyUnit[] }[]>();
    const endsOf = (group: UnitGroup) => {
      const known = ends.get(group);
      if (known) return known;
      const byEnd = new Map<EndNumber, PartyUnit[]>();
      for (const unit of group.units) {
        const end = verdicts.numberOf(endIn(other, unit, this.#withNodes));
        const own = byEnd.get(end);
        if (own) own.push(unit);
        else byEnd.set(end, [unit]);
      }
      const made = [...byEnd].map(([end, units]) => ({ end, units }));
      ends.set(group, made);
      return made;
    };
    const stays = (flip: Watched): boolean => {
      for (const { from, to, points } of this.#cells(flip)) {
        for (const src of endsOf(from)) {
          for (const dst of endsOf(to)) {
            const [one] = src.units;
            if (isSame(one, dst.units[0]) && src.units.length === 1 && one?.type === 'endpoint' && one.count === 1)
              continue;
            const kept = this.#table.intersection(points, verdicts.points(flip.now, src.end, dst.end));
            if (kept !== this.#table.none) return true;
          }
        }
      }
      return false;
    };
    const gone = new Set<number>();
    for (const [number, flip] of this.#flips.entries()) if (!stays(flip)) gone.add(number);
    return gone;
  }

  /** Whether every port is open in the head between some pods of a flip, and was not in the base. */
  opensEveryPort(number: number): boolean {
    const flip = this.#flips[number];
    if (!flip) return false;
    const table = this.#table;
    const lacks = (allowed: ConnectionId): boolean => table.difference(this.#allPorts, allowed) !== table.none;
    for (const { from, to } of this.#cells(flip)) {
      if (lacks(this.#base.pair(from.base, to.base).allowed) && !lacks(this.#head.pair(from.head, to.head).allowed))
        return true;
    }
    return false;
  }
}
