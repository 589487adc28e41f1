// Conditions on flows made ready for a snapshot: which parties may be the ends of a flow, and over which ports it counts.
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
} from '../net/connection-set.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import type { FlowParty, PartyFacts } from './flow-party.ts';
import type { FlowTerm, FlowTerms, ProtocolName } from './flow-terms.ts';
import { partiesOf } from './known-parties.ts';
import { type PartyTest, patternTest } from './party-pattern.ts';
import type { Direction, FlipKind, NodeId, Verdict } from './results.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What a party may be. Conditions on either end are bits: what the source does not meet the destination must, so a flow
 * passes where `source.isSource && target.isTarget && (source.needs & target.has) === source.needs`.
 */
export interface PartyRole {
  readonly isSource: boolean;
  readonly isTarget: boolean;
  readonly needs: number;
  readonly has: number;
}

/** Conditions on either end that one filter may have: bits of a word, less those that others need. */
const MAX_EITHER = 28;

export const ANY_ROLE: PartyRole = { isSource: true, isTarget: true, needs: 0, has: 0 };

const OTHER_PROTOCOLS = difference(
  ALL_CONNECTIONS,
  unionOfAll([ALL_PORTS, icmpMessages('ICMP'), icmpMessages('ICMPv6')]),
);

type PartyTerm = Extract<FlowTerm, { on: 'party' }>;

interface Condition {
  readonly term: PartyTerm;
  /** 0, but for a condition on either end. */
  readonly bit: number;
  holds(facts: PartyFacts, here: FlowParty | undefined, direction: Direction): boolean;
}

function pointsOf(term: FlowTerm): ConnectionSet | undefined {
  if (term.on === 'ports') {
    return unionOfAll(PROTOCOLS.flatMap((protocol) => term.ranges.map(([from, to]) => portRange(protocol, from, to))));
  }
  return term.on === 'protocol' ? unionOfAll(term.protocols.map(laneOf)) : undefined;
}

function laneOf(protocol: ProtocolName): ConnectionSet {
  if (protocol === 'ICMP' || protocol === 'ICMPv6') return icmpMessages(protocol);
  return protocol === 'other' ? OTHER_PROTOCOLS : allPorts(protocol);
}

/** What all conditions leave of the points; undefined where none is about them. */
function countedPoints(terms: FlowTerms, table: ConnectionTable): ConnectionId | undefined {
  let points: ConnectionId | undefined;
  for (const term of terms) {
    const set = pointsOf(term);
    if (!set) continue;
    const before = points ?? table.all;
    points = table[term.not ? 'difference' : 'intersection'](before, table.intern(set));
  }
  return points;
}

/** The values that all conditions leave; undefined where none is about them. */
function left<Value>(
  all: readonly Value[],
  conditions: readonly { readonly not: boolean; readonly values: readonly Value[] }[],
): ReadonlySet<Value> | undefined {
  if (conditions.length === 0) return undefined;
  return new Set(all.filter((value) => conditions.every(({ not, values }) => values.includes(value) !== not)));
}

export class FlowFilter {
  /** Points that count; undefined: all. */
  readonly points: ConnectionId | undefined;
  /** Undefined: all. */
  readonly verdicts: ReadonlySet<Verdict> | undefined;
  readonly flips: ReadonlySet<FlipKind> | undefined;
  /** Whether it is about the ends of flows at all. */
  readonly hasParties: boolean;
  readonly #snapshot: Snapshot;
  readonly #conditions: readonly Condition[];
  readonly #roles = new Map<NodeId, PartyRole>();
  #byId: ReadonlyMap<NodeId, FlowParty> | undefined;

  constructor(snapshot: Snapshot, terms: FlowTerms) {
    this.#snapshot = snapshot;
    this.points = countedPoints(terms, snapshot.table);
    this.verdicts = left<Verdict>(
      ['allowed', 'denied', 'unknown'],
      terms.flatMap((term) => (term.on === 'verdict' ? { not: term.not, values: term.verdicts } : [])),
    );
    this.flips = left<FlipKind>(
      ['opened', 'closed', 'unknown'],
      terms.flatMap((term) => (term.on === 'flip' ? { not: term.not, values: term.flips } : [])),
    );
    let bits = 0;
    this.#conditions = terms.flatMap((term): Condition[] => {
      if (term.on !== 'party') return [];
      const bit = term.end === 'either' && !term.not ? 1 << bits++ : 0;
      return [{ term, bit, holds: anyOf(term.patterns.map((pattern) => patternTest(snapshot, pattern))) }];
    });
    if (bits > MAX_EITHER) throw new Error(`a filter has at most ${MAX_EITHER} conditions on either end of a flow`);
    this.hasParties = this.#conditions.length > 0;
  }

  /** Of a party of this snapshot. */
  role(party: FlowParty): PartyRole {
    return this.#role(party, () => party);
  }

  /** Of a party that one of two snapshots has; what only this one can tell does not hold of one that it has no more. */
  jointRole(facts: PartyFacts): PartyRole {
    return this.#role(facts, () => {
      this.#byId ??= new Map(partiesOf(this.#snapshot).map((party) => [party.id, party]));
      return this.#byId.get(facts.id);
    });
  }

  #role(facts: PartyFacts, find: () => FlowParty | undefined): PartyRole {
    if (!this.hasParties) return ANY_ROLE;
    const known = this.#roles.get(facts.id);
    if (known) return known;
    const made = this.#judge(facts, find());
    this.#roles.set(facts.id, made);
    return made;
  }

  #judge(facts: PartyFacts, here: FlowParty | undefined): PartyRole {
    let [isSource, isTarget, needs, has] = [true, true, 0, 0];
    for (const { term, bit, holds } of this.#conditions) {
      const [asSource, asTarget] = [holds(facts, here, 'egress'), holds(facts, here, 'ingress')];
      if (bit !== 0) {
        if (!asSource) needs |= bit;
        if (asTarget) has |= bit;
        continue;
      }
      if (term.end !== 'destination' && asSource === term.not) isSource = false;
      if (term.end !== 'source' && asTarget === term.not) isTarget = false;
    }
    return { isSource, isTarget, needs, has };
  }
}

function anyOf(tests: readonly PartyTest[]): Condition['holds'] {
  return (facts, here, direction) => tests.some((test) => test({ facts, here }, direction));
}

/** Whether a flow from one to the other meets every condition on its ends. */
export function passes(source: PartyRole, target: PartyRole): boolean {
  return source.isSource && target.isTarget && (source.needs & target.has) === source.needs;
}
