// What a rule says to a subject, in parts: the columns it matches and the traffic it matches there.
import type { Rule, RuleMatch } from '../model/policy.ts';
import { Bitset } from '../net/bitset.ts';
import type { Family } from '../net/cidr.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import { matchTraffic, type TrafficContext, usesNames } from './match-traffic.ts';
import type { PeerMatcher } from './peer-match.ts';
import type { Direction } from './results.ts';

/** `certain` is within `possible`, and the very same set where nothing is unknown. */
export interface RulePart {
  readonly certain: Bitset;
  readonly possible: Bitset;
  readonly traffic: ConnectionId;
}

/** Who is judged. */
export interface Subject {
  readonly direction: Direction;
  /** The class judged; classes that no rule tells apart share its result. */
  readonly classId: number;
}

export interface RuleContext extends TrafficContext {
  readonly peers: PeerMatcher;
  /** The family that is judged over. */
  readonly family: Family;
}

/** Whether a rule's restriction of its own end holds for a class: for certain, perhaps, or not. */
export function ownMatch(match: RuleMatch, classId: number, peers: PeerMatcher): 'yes' | 'maybe' | 'no' {
  if (!match.own) return 'yes';
  const { certain, possible } = peers.match(match.own);
  if (certain.has(classId)) return 'yes';
  return possible.has(classId) ? 'maybe' : 'no';
}

/** Whether a rule speaks of a family at all. */
export function coversFamily(rule: Rule, family: Family): boolean {
  return rule.families === undefined || rule.families.includes(family);
}

/** Whether what a match means depends on the subject: on a restriction of its own end, or on its port names. */
export const asksOwn = (match: RuleMatch, direction: Direction): boolean =>
  match.own !== undefined || (direction === 'ingress' && usesNames(match));

/** Parts of rules, in any order, since they have one action; those that every subject shares are made once. */
export class RuleParts {
  readonly #context: RuleContext;
  readonly #shared = {
    egress: new WeakMap<Rule, readonly RulePart[]>(),
    ingress: new WeakMap<Rule, readonly RulePart[]>(),
  };

  constructor(context: RuleContext) {
    this.#context = context;
  }

  of(rule: Rule, subject: Subject): readonly RulePart[] {
    const shared = this.#shared[subject.direction];
    const known = shared.get(rule);
    if (known) return known;
    const made = this.#make(rule, subject);
    if (!rule.matches.some((match) => asksOwn(match, subject.direction))) shared.set(rule, made);
    return made;
  }

  #make(rule: Rule, { direction, classId }: Subject): RulePart[] {
    const { family, peers, universe } = this.#context;
    if (!coversFamily(rule, family)) return [];
    return rule.matches.flatMap((match) => {
      const own = ownMatch(match, classId, peers);
      if (own === 'no') return [];
      const { certain, possible } = peers.match(match.peer);
      const part = { certain: own === 'yes' ? certain : new Bitset(universe.size), possible };
      if (direction === 'egress' && usesNames(match)) return this.#splitByPorts(match, part);
      return [{ ...part, traffic: matchTraffic(match, classId, this.#context) }];
    });
  }

  /**
   * An egress match with port names means something else at each destination, so it falls into one part for each set of
   * ports it resolves to; addresses have no port names.
   */
  #splitByPorts(match: RuleMatch, { certain, possible }: Omit<RulePart, 'traffic'>): RulePart[] {
    const byTraffic = new Map<ConnectionId, Bitset>();
    for (const column of possible) {
      const traffic = matchTraffic(match, column, this.#context);
      const columns = byTraffic.get(traffic) ?? new Bitset(this.#context.universe.size);
      columns.add(column);
      byTraffic.set(traffic, columns);
    }
    return [...byTraffic].map(([traffic, columns]) => {
      const own = possible.and(columns);
      return { certain: certain === possible ? own : certain.and(columns), possible: own, traffic };
    });
  }
}
