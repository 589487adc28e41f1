// Which rules decide the rows of a page: both ends of an allowed flow, of a denied one the ends that stop it. Only rows in sight are asked about.
import type { Policy, Tier } from '../model/policy.ts';
import type { Family } from '../net/cidr.ts';
import {
  ALL_CONNECTIONS,
  allPorts,
  type ConnectionSet,
  icmpMessages,
  PROTOCOLS,
  portRange,
  unionOfAll,
} from '../net/connection-set.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import { endpointParty, type FlowParty, type PartyMember } from './flow-party.ts';
import { flowPlace } from './flow-place.ts';
import { partiesOf } from './known-parties.ts';
import { matchTraffic } from './match-traffic.ts';
import { gatesOnWay, memberVerdict } from './member-verdict.ts';
import type { Direction, EndDecision, FlowRow, NodeId } from './results.ts';
import { coversFamily, ownMatch } from './rule-parts.ts';
import type { Snapshot } from './snapshot.ts';

/** Kinds of pod pairs of one row that are looked at. */
const MOST_PAIRS = 16;

interface Question {
  readonly direction: Direction;
  readonly own: number;
  readonly other: number;
  readonly points: ConnectionId;
  readonly verdict: 'allowed' | 'denied';
  readonly family: Family;
}

/** The points that a row may mean; its verdict leaves those it does. */
function pointsOf({ protocol, ports }: FlowRow): ConnectionSet {
  const known = PROTOCOLS.find((one) => one === protocol);
  if (!known) return protocol === 'ICMP' || protocol === 'ICMPv6' ? icmpMessages(protocol) : ALL_CONNECTIONS;
  if (ports === 'all') return allPorts(known);
  const ranges = ports.split(',').map((range) => range.split('-').map(Number));
  return unionOfAll(ranges.map(([from = 0, to = from]) => portRange(known, from, to)));
}

export class RowDeciders {
  readonly #snapshot: Snapshot;
  readonly #tiers: ReadonlyMap<string, Tier>;
  readonly #known = new Map<string, readonly EndDecision[]>();
  readonly #pods = new Map<NodeId, FlowParty | undefined>();
  #byId: ReadonlyMap<NodeId, FlowParty> | undefined;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#tiers = new Map(snapshot.tiers.map((tier) => [tier.name, tier]));
  }

  /** Empty where no policy does; undefined for what is unknown, and where it matters on which hosts the two run. */
  of(row: FlowRow): readonly EndDecision[] | undefined {
    const { verdict } = row;
    const [src, dst] = [this.#party(row.src), this.#party(row.dst)];
    if (!src || !dst || verdict === 'unknown') return undefined;
    const wanted = this.#snapshot.table.intern(pointsOf(row));
    const found = new Map<string, EndDecision>();
    let pairs = 0;
    for (const from of src.members) {
      for (const to of dst.members) {
        if (++pairs > MOST_PAIRS || !this.#isApart(from, to)) return undefined;
        for (const one of this.#between(from, to, wanted, verdict)) {
          found.set(`${one.direction} ${one.policy} ${one.rule}`, one);
        }
      }
    }
    return [...found.values()];
  }

  #party(id: NodeId): FlowParty | undefined {
    this.#byId ??= new Map(partiesOf(this.#snapshot).map((party) => [party.id, party]));
    const known = this.#byId.get(id);
    if (known || !id.startsWith('pod:')) return known;
    if (!this.#pods.has(id)) {
      const index = this.#snapshot.cluster.endpoints.findIndex((endpoint) => endpoint.id === id);
      const endpoint = this.#snapshot.cluster.endpoints[index];
      this.#pods.set(id, endpoint && endpointParty(this.#snapshot, index, endpoint));
    }
    return this.#pods.get(id);
  }

  /** Where the two run may say more than policy does. */
  #isApart(from: PartyMember, to: PartyMember): boolean {
    const snapshot = this.#snapshot;
    return flowPlace(snapshot, from, to) === 'apart' && gatesOnWay(snapshot, from, to).length === 0;
  }

  #between(
    from: PartyMember,
    to: PartyMember,
    wanted: ConnectionId,
    verdict: 'allowed' | 'denied',
  ): readonly EndDecision[] {
    const { table, matrix, universe } = this.#snapshot;
    const pair = memberVerdict(this.#snapshot, from, to);
    const may =
      verdict === 'allowed' ? pair.allowed : table.difference(table.difference(table.all, pair.allowed), pair.unknown);
    const points = table.intersection(wanted, may);
    const [family] = matrix.sharedFamilies(from.column, to.column).families;
    if (points === table.none || family === undefined) return [];
    const ends = [
      { direction: 'egress', own: from.column, other: to.column },
      { direction: 'ingress', own: to.column, other: from.column },
    ] as const;
    return ends.flatMap((end) =>
      end.own < universe.classes.length ? this.#ask({ ...end, points, verdict, family }) : [],
    );
  }

  #ask(question: Question): readonly EndDecision[] {
    const { direction, own, other, points, verdict, family } = question;
    const key = `${direction} ${own} ${other} ${points} ${verdict} ${family}`;
    const known = this.#known.get(key) ?? this.#walk(question);
    this.#known.set(key, known);
    return known;
  }

  /** The first rule that matches a point decides it; what a tier's rules leave, the tier does. */
  #walk(question: Question): readonly EndDecision[] {
    const { direction, own, points, verdict } = question;
    const { table, matrix, policies } = this.#snapshot;
    const governing = matrix.governing(direction, own).flatMap((index) => policies[index] ?? []);
    const found: EndDecision[] = [];
    let [live, passed]: [ConnectionId, ConnectionId] = [points, table.none];
    let asked: Policy[] = [];
    const leave = (): void => {
      const [first] = asked;
      if (first && this.#tiers.get(first.tier)?.unmatched === 'deny') {
        if (live !== table.none && verdict === 'denied')
          found.push(decision(direction, first, undefined, asked.length - 1));
        live = passed;
      } else live = table.union(live, passed);
      passed = table.none;
      asked = [];
    };
    for (const policy of governing) {
      if (asked[0] && asked[0].tier !== policy.tier) leave();
      asked.push(policy);
      for (const { action, number, hit } of this.#hits(policy, question)) {
        const here = table.intersection(live, hit);
        if (here === table.none) continue;
        live = table.difference(live, here);
        if (action === 'pass') passed = table.union(passed, here);
        if (action === (verdict === 'allowed' ? 'allow' : 'deny')) found.push(decision(direction, policy, number, 0));
      }
    }
    leave();
    return found;
  }

  /** What each rule of a policy matches for certain. */
  *#hits(policy: Policy, { direction, own, other, family }: Question) {
    const { peers } = this.#snapshot.matrix.over(family);
    for (const rule of policy[direction] ?? []) {
      if (rule.action === 'log' || !coversFamily(rule, family)) continue;
      for (const match of rule.matches) {
        if (ownMatch(match, own, peers) !== 'yes' || !peers.match(match.peer).certain.has(other)) continue;
        const destination = direction === 'ingress' ? own : other;
        yield { action: rule.action, number: rule.number, hit: matchTraffic(match, destination, this.#snapshot) };
      }
    }
  }
}

function decision(direction: Direction, policy: Policy, rule: number | undefined, more: number): EndDecision {
  const { id, name, implied } = policy;
  return {
    direction,
    id,
    policy: implied ? policy.kind : name,
    ...(rule === undefined ? {} : { rule }),
    ...(more > 0 ? { more } : {}),
  };
}
