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
import type { Direction, FlipRow, NodeId, Verdict } from '../results.ts';
import type { Snapshot, SnapshotCache } from '../snapshot.ts';
import { changedEnds } from './changed-ends.ts';
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

/** One end of flips; the same one for all flips of a workload or an address range. */
interface PartyGroups {
  readonly number: number;
  readonly groups: readonly UnitGroup[];
}

interface Watched {
  readonly src: PartyGroups;
  readonly dst: PartyGroups;
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

const isOnePod = (unit: PartyUnit | undefined): boolean => unit?.type === 'endpoint' && unit.count === 1;

/** What stands for a group in a third snapshot, which may tell its units apart. */
interface OtherEnd {
  readonly end: EndNumber;
  readonly units: readonly PartyUnit[];
}

export class WatchedFlips {
  readonly #flips: readonly Watched[];
  readonly #parties = new Map<NodeId, PartyGroups>();
  readonly #base: EndVerdicts;
  readonly #head: EndVerdicts;
  readonly #table: ConnectionTable;
  readonly #headSnapshot: Snapshot;
  readonly #cache: SnapshotCache;
  readonly #withNodes: boolean;
  readonly #allPorts: ConnectionId;

  /** `rows` are flips from base to head, which share the cache. */
  constructor(base: Snapshot, head: Snapshot, rows: readonly FlipRow[], cache: SnapshotCache) {
    this.#table = head.table;
    this.#headSnapshot = head;
    this.#cache = cache;
    this.#base = new EndVerdicts(base);
    this.#head = new EndVerdicts(head);
    this.#withNodes = [base, head].some(({ universe }) => !universe.onHosts.isEmpty());
    this.#allPorts = this.#table.intern(ALL_PORTS);
    const units = new PartyUnits(base, head);
    const partyOf = (id: NodeId): PartyGroups => {
      const known = this.#parties.get(id);
      const party = known ?? { number: this.#parties.size, groups: this.#group(units.of(id), base, head) };
      if (!known) this.#parties.set(id, party);
      return party;
    };
    const points = new Map<string, ConnectionId>();
    this.#flips = rows.map(({ src, dst, protocol, ports, was, verdict: now }) => {
      const key = `${protocol} ${ports}`;
      const known = points.get(key) ?? this.#table.intern(pointsOfRow({ protocol, ports }));
      points.set(key, known);
      return { src: partyOf(src), dst: partyOf(dst), points: known, was, now };
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
    for (const from of src.groups) {
      for (const to of dst.groups) {
        if (from === to && from.isOne) continue;
        const before = table.intersection(points, this.#base.points(was, from.base, to.base));
        const own = table.intersection(before, this.#head.points(now, from.head, to.head));
        if (own !== table.none) yield { from, to, points: own };
      }
    }
  }

  /** The flips, by number, that `other` lacks. It must share the connection table. */
  goneIn(other: Snapshot): ReadonlySet<number> {
    const gone = new Set<number>();
    if (other === this.#headSnapshot) return gone;
    const [mayEgress, mayIngress] = this.#mayDiffer(other);
    const verdicts = new EndVerdicts(other);
    const ends = new Map<UnitGroup, readonly OtherEnd[]>();
    const endsOf = (group: UnitGroup): readonly OtherEnd[] => {
      const made = ends.get(group) ?? this.#otherEnds(group, other, verdicts);
      ends.set(group, made);
      return made;
    };
    const stays = (flip: Watched): boolean => {
      for (const { from, to, points } of this.#cells(flip)) {
        for (const src of endsOf(from)) {
          for (const dst of endsOf(to)) {
            const [one] = src.units;
            if (src.units.length === 1 && isOnePod(one) && one === dst.units[0]) continue;
            const kept = this.#table.intersection(points, verdicts.points(flip.now, src.end, dst.end));
            if (kept !== this.#table.none) return true;
          }
        }
      }
      return false;
    };
    for (const [number, flip] of this.#flips.entries()) {
      const isAsked = mayEgress[flip.src.number] === true || mayIngress[flip.dst.number] === true;
      if (isAsked && !stays(flip)) gone.add(number);
    }
    return gone;
  }

  /** Of each party, whether policy may judge it otherwise in `other` than in the head, as a source and as a destination. */
  #mayDiffer(other: Snapshot): readonly [egress: readonly boolean[], ingress: readonly boolean[]] {
    const may = changedEnds(this.#headSnapshot, other, this.#cache);
    const all = [...this.#parties.values()];
    const of = (direction: Direction): boolean[] =>
      all.map(({ groups }) => groups.some(({ units }) => units.some((unit) => may(unit, direction))));
    return [of('egress'), of('ingress')];
  }

  #otherEnds({ units }: UnitGroup, other: Snapshot, verdicts: EndVerdicts): readonly OtherEnd[] {
    const byEnd = new Map<EndNumber, PartyUnit[]>();
    for (const unit of units) {
      const end = verdicts.numberOf(endIn(other, unit, this.#withNodes));
      const own = byEnd.get(end);
      if (own) own.push(unit);
      else byEnd.set(end, [unit]);
    }
    return [...byEnd].map(([end, own]) => ({ end, units: own }));
  }

  /** The ends of a flip, by number, that the head lacks. */
  missingEnds(number: number): readonly number[] {
    const flip = this.#flips[number];
    const isMissing = ({ groups }: PartyGroups): boolean => groups.every(({ head }) => head < 0);
    return flip ? [flip.src, flip.dst].filter(isMissing).map((party) => party.number) : [];
  }

  /** The ends, by number, that the head lacks and `other` has. */
  endsOnlyIn(other: Snapshot): readonly number[] {
    if (other.cluster === this.#headSnapshot.cluster) return [];
    const exists = (unit: PartyUnit): boolean => endIn(other, unit, false) !== undefined;
    return [...this.#parties.values()]
      .filter(({ groups }) => groups.every(({ head }) => head < 0) && groups.some(({ units }) => units.some(exists)))
      .map(({ number }) => number);
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
