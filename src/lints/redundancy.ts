// Which Allow rules, and which policies of Allow rules, can go without changing any verdict: by what policies do, not by their text.
import type { Policy, Rule } from '../model/policy.ts';
import type { ConnectionId } from '../net/connection-table.ts';
import { broadAllow } from './broad-allow.ts';
import { policiesInOrder } from './evaluation-order.ts';
import { DIRECTIONS, type Direction, type LintContext, PairBudget, type PlacedPolicy } from './lint-context.ts';
import { isSameRule, ruleCovers } from './rule-cover.ts';

/** Lists of policies walked anew in all: each costs about what an edit of a policy costs one class. */
const WALKS = 120;
/** Pairs of a class and a column that are asked first, in all. */
const SAMPLES = 20_000;

/** A rule that allows what another one allows. */
export interface CoveringRule {
  readonly by: PlacedPolicy;
  readonly rule: Rule;
}

export interface RedundantRule {
  readonly policy: PlacedPolicy;
  readonly direction: Direction;
  readonly rule: Rule;
  readonly covered: readonly CoveringRule[];
}

export interface RedundantPolicy {
  readonly policy: PlacedPolicy;
  /** The policies that allow the same. */
  readonly covered: readonly PlacedPolicy[];
}

export interface Redundancy {
  readonly rules: readonly RedundantRule[];
  readonly policies: readonly RedundantPolicy[];
}

/** The same policy without some of its rules, once for each choice, so that what was walked with it is found again. */
const reduced = new WeakMap<Policy, Map<Rule, Policy>>();

function without(policy: Policy, direction: Direction, rule: Rule): Policy {
  const known = reduced.get(policy) ?? new Map<Rule, Policy>();
  reduced.set(policy, known);
  const made = known.get(rule) ?? { ...policy, [direction]: policy[direction]?.filter((one) => one !== rule) };
  known.set(rule, made);
  return made;
}

/** First, middle and last. */
function samplesOf(all: readonly number[]): readonly number[] {
  return [...new Set([all[0], all[all.length >> 1], all.at(-1)])].flatMap((one) => one ?? []);
}

class RedundancySearch {
  readonly #context: LintContext;
  readonly #walks = new PairBudget(WALKS);
  readonly #samples = new PairBudget(SAMPLES);
  /** What stands in the place of policies of which something was found to be redundant; null: nothing does. */
  readonly #changed = new Map<Policy, Policy | null>();
  readonly #traffic = new WeakMap<Rule, ConnectionId>();

  constructor(context: LintContext) {
    this.#context = context;
  }

  #trafficOf(rule: Rule, destination: number): ConnectionId {
    const known = this.#traffic.get(rule);
    if (known !== undefined) return known;
    const { table } = this.#context.snapshot;
    const sum = rule.matches
      .map((match) => this.#context.engine.traffic(match, destination))
      .reduce((a, b) => table.union(a, b), table.none);
    const hasNames = rule.matches.some(({ traffic, except = [] }) =>
      [...traffic, ...except].some(({ type }) => type === 'named'),
    );
    if (!hasNames) this.#traffic.set(rule, sum);
    return sum;
  }

  /** Other Allow rules for a pair, and whether they allow what this one allows there; undefined where it allows nothing. */
  #coveredAt({ policy, direction, rule }: Omit<RedundantRule, 'covered'>, own: number, peer: number) {
    const { matrix, table } = this.#context.snapshot;
    const destination = direction === 'ingress' ? own : peer;
    const asked = table.intersection(this.#trafficOf(rule, destination), matrix.end(direction, own, peer).allowed);
    if (asked === table.none) return undefined;
    let left = asked;
    const by: CoveringRule[] = [];
    for (const other of this.#context.governing(direction, own)) {
      const now = this.#changed.get(other.policy) ?? other.policy;
      if (this.#changed.get(other.policy) === null) continue;
      for (const one of now[direction] ?? []) {
        if (one === rule || one.action !== 'allow') continue;
        if (!this.#context.matched(one, 'peer').has(peer) || !this.#context.matched(one, 'own').has(own)) continue;
        const rest = table.difference(left, this.#trafficOf(one, destination));
        if (rest !== left) by.push({ by: other, rule: one });
        left = rest;
        if (left === table.none) return { isCovered: true, by };
      }
    }
    return { isCovered: left === table.none, by, policy };
  }

  /** The rules that allow the same for some pairs; undefined where for one of them there are none, so that the rule is needed. */
  coveredBySamples(asked: Omit<RedundantRule, 'covered'>): readonly CoveringRule[] | undefined {
    const { policy, rule } = asked;
    const owns = samplesOf([...policy.subjects.and(this.#context.matched(rule, 'own')).and(this.#context.endpoints)]);
    const peers = samplesOf([...this.#context.matched(rule, 'peer')]);
    const found = new Map<Rule, CoveringRule>();
    for (const own of owns) {
      for (const peer of peers) {
        if (!this.#samples.take()) return undefined;
        const at = this.#coveredAt(asked, own, peer);
        if (at && !at.isCovered) return undefined;
        for (const one of at?.by ?? []) found.set(one.rule, one);
      }
    }
    if (found.size === 0) return undefined;
    return [...found.values()].sort((a, b) => a.by.index - b.by.index || a.rule.number - b.rule.number);
  }

  /** Whether all verdicts of what the policy applies to stay, with another policy or none in its place. */
  isSameWith({ policy, subjects }: PlacedPolicy, direction: Direction, place: Policy | null): boolean {
    const { ground, matrix } = this.#context.snapshot;
    const { lists } = ground;
    const changed = new Map(this.#changed).set(policy, place);
    const made = new Map<number, number>();
    for (const own of subjects) {
      const list = matrix.governs[direction][own] ?? 0;
      let other = made.get(list);
      if (other === undefined) {
        if (!this.#walks.take()) return false;
        const kept = lists.policies(list).map((one) => (changed.has(one) ? changed.get(one) : one));
        other = lists.of(kept.flatMap((one) => (one ? [one] : [])));
        made.set(list, other);
      }
      for (const family of matrix.families) {
        const walks = ground.over(family).walks[direction];
        const [now, then] = [walks.verdicts(list, own), walks.verdicts(other, own)];
        if (now !== then && !now.equals(then)) return false;
      }
    }
    return true;
  }

  take(policy: Policy, place: Policy | null): void {
    this.#changed.set(policy, place);
  }

  now({ policy }: PlacedPolicy): Policy {
    return this.#changed.get(policy) ?? policy;
  }
}

/** Whether another lint tells of it already: a rule of the same policy says so in its text, or everything is allowed to everybody. */
function isTold(
  { policy, direction, rule }: Omit<RedundantRule, 'covered'>,
  covered: readonly CoveringRule[],
  context: LintContext,
) {
  const { families } = context.snapshot.matrix;
  return covered.some(
    ({ by, rule: other }) =>
      broadAllow(by, direction, context) === other ||
      (by === policy && other.number < rule.number && ruleCovers(other, rule, families)),
  );
}

/** Whether two policies say the same, which is told as that. */
const isCopy = (policy: PlacedPolicy, direction: Direction, covered: readonly CoveringRule[]): boolean =>
  (policy.policy[direction] ?? []).every((rule) => covered.some((one) => isSameRule(one.rule, rule)));

function search(context: LintContext): Redundancy {
  const found = new RedundancySearch(context);
  const rules: RedundantRule[] = [];
  const policies: RedundantPolicy[] = [];
  // The last first: what comes later was mostly added without a look at what there is.
  for (const policy of [...policiesInOrder(context)].reverse()) {
    if (policy.subjects.isEmpty()) continue;
    const asked = DIRECTIONS.flatMap((direction) =>
      (policy.policy[direction] ?? [])
        .filter(({ action }) => action === 'allow')
        .map((rule) => ({ policy, direction, rule })),
    );
    const candidates = asked.flatMap((one): RedundantRule[] => {
      const covered = found.coveredBySamples(one);
      return covered && !isTold(one, covered, context) ? [{ ...one, covered }] : [];
    });
    if (candidates.length === 0) continue;
    const governed = DIRECTIONS.filter((direction) => policy.policy[direction]);
    const isAllowOnly = governed.every((direction) => {
      const own = policy.policy[direction] ?? [];
      return own.length > 0 && own.every(({ action }) => action === 'allow');
    });
    const others = new Set(
      candidates.flatMap(({ covered }) => covered.map(({ by }) => by)).filter((by) => by !== policy),
    );
    const isWhole = isAllowOnly && candidates.length === asked.length && others.size > 0;
    if (isWhole && governed.every((direction) => found.isSameWith(policy, direction, null))) {
      found.take(policy.policy, null);
      const covered = candidates.flatMap((one) => one.covered);
      if (!governed.every((direction) => isCopy(policy, direction, covered))) {
        policies.push({ policy, covered: [...others] });
      }
      continue;
    }
    for (const one of candidates) {
      const place = without(found.now(policy), one.direction, one.rule);
      if (!found.isSameWith(policy, one.direction, place)) continue;
      found.take(policy.policy, place);
      rules.push(one);
    }
  }
  return { rules, policies };
}

const known = new WeakMap<LintContext, Redundancy>();

/** Found once for all lints that ask. Past the budget nothing is claimed. */
export function redundancyOf(context: LintContext): Redundancy {
  const found = known.get(context) ?? search(context);
  known.set(context, found);
  return found;
}
