// Verdicts of lists of policies in one direction over one address family; what lists have in common is walked once.
import type { Policy, RuleMatch } from '../model/policy.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import { namedPortsAt, usesNames } from './match-traffic.ts';
import { NO_POLICIES, type PolicyList, type PolicyLists } from './policy-lists.ts';
import type { Direction } from './results.ts';
import { asksOwn, ownMatch } from './rule-parts.ts';
import {
  endWalk,
  isUnordered,
  startWalk,
  type VerdictGroup,
  type WalkContext,
  type WalkState,
  walkOn,
} from './walk-tiers.ts';

/** Past this many groups a table finds the group of a column faster than asking one after another. */
const FEW_GROUPS = 6;

/** What one end says to every column: a partition of all columns. */
export class DirectionVerdicts {
  readonly groups: readonly VerdictGroup[];
  #groupOf: Uint16Array | Uint32Array | undefined;

  constructor(groups: readonly VerdictGroup[]) {
    this.groups = groups;
  }

  at(column: number): VerdictGroup | undefined {
    if (this.groups.length <= FEW_GROUPS) {
      for (const group of this.groups) if (group.columns.has(column)) return group;
      return undefined;
    }
    this.#groupOf ??= this.#table();
    return this.groups[this.#groupOf[column] ?? 0];
  }

  #table(): Uint16Array | Uint32Array {
    const size = this.groups[0]?.columns.size ?? 0;
    const table = this.groups.length < 2 ** 16 ? new Uint16Array(size) : new Uint32Array(size);
    for (const [id, { columns }] of this.groups.entries()) for (const column of columns) table[column] = id;
    return table;
  }

  /** Whether both say the same to every column. */
  equals(other: DirectionVerdicts): boolean {
    if (this === other) return true;
    if (this.groups.length !== other.groups.length) return false;
    return this.groups.every((group) =>
      other.groups.some(
        (one) => one.allowed === group.allowed && one.unknown === group.unknown && one.columns.equals(group.columns),
      ),
    );
  }
}

/** Walks over some points, and how far lists were walked that others begin with. */
interface WalksWithin {
  readonly start: WalkState;
  readonly states: Map<PolicyList | string, WalkState>;
  readonly verdicts: Map<PolicyList | string, DirectionVerdicts>;
}

export class TierWalks {
  readonly #direction: Direction;
  readonly #context: WalkContext;
  readonly #lists: PolicyLists;
  readonly #within = new Map<ConnectionId, WalksWithin>();
  readonly #distinct = new Map<number, DirectionVerdicts[]>();
  /** For each list, whether some policy of it asks about the subject itself: 1 no, 2 yes. */
  readonly #asksOwn: number[] = [];
  readonly #matchesOfOwn = new WeakMap<Policy, readonly RuleMatch[]>();

  constructor(direction: Direction, context: WalkContext, lists: PolicyLists) {
    this.#direction = direction;
    this.#context = context;
    this.#lists = lists;
  }

  /** How a class judges every column under a list of policies; of other points than those of `scope` nothing is said. */
  verdicts(list: PolicyList, classId: number, scope: ConnectionId = this.#context.table.all): DirectionVerdicts {
    const key = this.#key(list, classId);
    const within = this.#walksWithin(scope);
    const known = within.verdicts.get(key);
    if (known) return known;
    const made = this.#once(new DirectionVerdicts(endWalk(this.#stateAt(list, classId, within), this.#context)));
    within.verdicts.set(key, made);
    return made;
  }

  #walksWithin(scope: ConnectionId): WalksWithin {
    const known = this.#within.get(scope);
    if (known) return known;
    const made = { start: startWalk(this.#context, scope), states: new Map(), verdicts: new Map() };
    this.#within.set(scope, made);
    return made;
  }

  /** Different lists often say the same; they share one answer. */
  #once(verdicts: DirectionVerdicts): DirectionVerdicts {
    let hash = 0;
    for (const { columns, allowed, unknown } of verdicts.groups)
      hash += Math.imul(columns.hash(), 31) + allowed + unknown;
    const alike = this.#distinct.get(hash) ?? [];
    this.#distinct.set(hash, alike);
    const known = alike.find((one) => one.equals(verdicts));
    if (known) return known;
    alike.push(verdicts);
    return verdicts;
  }

  /** Walks on from the longest beginning of the list that was walked before. */
  #stateAt(list: PolicyList, classId: number, { start, states }: WalksWithin): WalkState {
    const lists = this.#lists;
    const path: PolicyList[] = [];
    const policies: Policy[] = [];
    let state: WalkState | undefined;
    let next: Policy | undefined;
    for (let at = list; at !== NO_POLICIES; at = lists.parent(at)) {
      const last = lists.last(at);
      // Policies of which nobody says which comes first are asked together.
      if (!isUnordered(last, next)) state = states.get(this.#key(at, classId));
      if (state || !last) break;
      path.push(at);
      policies.push(last);
      next = last;
    }
    return this.#walk(state ?? start, path.reverse(), policies.reverse(), classId, states);
  }

  /** Asks the policies in order; `path` has the list up to each of them. */
  #walk(
    state: WalkState,
    path: readonly PolicyList[],
    policies: readonly Policy[],
    classId: number,
    states: WalksWithin['states'],
  ): WalkState {
    const subject = { direction: this.#direction, classId };
    let now = state;
    let from = 0;
    for (const [at, list] of path.entries()) {
      if (isUnordered(policies[at], policies[at + 1])) continue;
      now = walkOn(now, policies, from, at + 1, subject, this.#context);
      from = at + 1;
      const goesOn = this.#lists.branches(list);
      if (goesOn > 1 || (goesOn === 1 && from === path.length)) states.set(this.#key(list, classId), now);
    }
    return now;
  }

  #ownMatches(policy: Policy): readonly RuleMatch[] {
    const known = this.#matchesOfOwn.get(policy);
    if (known) return known;
    const all = (policy[this.#direction] ?? []).flatMap((rule) => rule.matches);
    const made = all.filter((match) => asksOwn(match, this.#direction));
    this.#matchesOfOwn.set(policy, made);
    return made;
  }

  #dependsOnOwn(list: PolicyList): boolean {
    const path: PolicyList[] = [];
    let at = list;
    while (at !== NO_POLICIES && this.#asksOwn[at] === undefined) {
      path.push(at);
      at = this.#lists.parent(at);
    }
    let depends = at !== NO_POLICIES && this.#asksOwn[at] === 2;
    for (const one of path.reverse()) {
      const last = this.#lists.last(one);
      depends ||= last !== undefined && this.#ownMatches(last).length > 0;
      this.#asksOwn[one] = depends ? 2 : 1;
    }
    return depends;
  }

  /**
   * What tells results of one list apart: restrictions of the subject's own end, and its port names, which ingress rules
   * with port names mean.
   */
  #key(list: PolicyList, classId: number): PolicyList | string {
    if (!this.#dependsOnOwn(list)) return list;
    const { universe, peers, selectors } = this.#context;
    let own = '';
    let named = false;
    for (const policy of this.#lists.policies(list)) {
      for (const match of this.#ownMatches(policy)) {
        if (match.own) own += ownMatch(match, classId, peers)[0];
        if (this.#direction === 'egress' || !usesNames(match)) continue;
        named = true;
        for (const term of [...match.traffic, ...(match.except ?? [])]) {
          if (term.type === 'named' && term.among) own += selectors.select(term.among).has(classId) ? '1' : '0';
        }
      }
    }
    if (!named) return `${list}/${own}`;
    const ports = namedPortsAt(universe.classes[classId]?.sample);
    const meant = ports.map((port) => `${port.name}=${port.protocol}/${port.port}`);
    return `${list}/${own}/${meant.join(',')}`;
  }
}
