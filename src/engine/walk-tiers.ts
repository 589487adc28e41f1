// Judges one direction of one class against every column at once: tiers, policies and rules over what is still undecided.

import type { Policy, RuleAction, Tier } from '../model/policy.ts';
import { Bitset } from '../net/bitset.ts';
import type { ConnectionId, ConnectionTable } from '../net/connection-table.ts';
import { verdictKey } from './family-matrix.ts';
import type { RuleContext, RulePart, RuleParts, Subject } from './rule-parts.ts';

/** What one end says to a set of columns; denied is the rest. */
export interface VerdictGroup {
  readonly columns: Bitset;
  readonly allowed: ConnectionId;
  readonly unknown: ConnectionId;
}

/**
 * Columns that were treated alike so far, with the points
 * - `live`: that may still be undecided,
 * - `passed`: that may have passed out of this tier,
 * - `mayAllow`, `mayDeny`: that a rule may have decided.
 *
 * A rule that matches for certain takes its points out of `live`; one that only may match leaves them there. So a
 * point ends in both `mayAllow` and `mayDeny` exactly when missing facts leave both outcomes open: that is unknown.
 */
interface Residual {
  readonly columns: Bitset;
  readonly live: ConnectionId;
  readonly passed: ConnectionId;
  readonly mayAllow: ConnectionId;
  readonly mayDeny: ConnectionId;
}

export interface WalkContext extends RuleContext {
  readonly parts: Pick<RuleParts, 'of'>;
  readonly tiers: readonly Tier[];
}

/** What a rule makes of columns it matches: for certain, or perhaps. */
function hit(
  residual: Residual,
  columns: Bitset,
  action: RuleAction,
  points: ConnectionId,
  sure: boolean,
  table: ConnectionTable,
): Residual {
  return {
    columns,
    live: sure ? table.difference(residual.live, points) : residual.live,
    passed: action === 'pass' ? table.union(residual.passed, points) : residual.passed,
    mayAllow: action === 'allow' ? table.union(residual.mayAllow, points) : residual.mayAllow,
    mayDeny: action === 'deny' ? table.union(residual.mayDeny, points) : residual.mayDeny,
  };
}

const isAlike = (a: Residual, b: Residual): boolean =>
  a.live === b.live && a.mayAllow === b.mayAllow && a.mayDeny === b.mayDeny && a.passed === b.passed;

/** Up to this many residuals, asking one after another finds an alike one faster than a table. */
const FEW_RESIDUALS = 16;

/** Columns treated alike by everything so far become one residual again. */
function merge(residuals: readonly Residual[]): readonly Residual[] {
  if (residuals.length < 2) return residuals;
  const merged: Residual[] = [];
  const places = residuals.length > FEW_RESIDUALS ? new Map<string, number>() : undefined;
  for (const residual of residuals) {
    const key = places && `${residual.live}/${residual.passed}/${residual.mayAllow}/${residual.mayDeny}`;
    const place = places ? (places.get(key ?? '') ?? -1) : merged.findIndex((one) => isAlike(one, residual));
    const known = merged[place];
    if (known) {
      merged[place] = { ...known, columns: known.columns.or(residual.columns) };
    } else {
      if (key !== undefined) places?.set(key, merged.length);
      merged.push(residual);
    }
  }
  return merged;
}

function applyPart(
  residuals: readonly Residual[],
  action: RuleAction,
  part: RulePart,
  table: ConnectionTable,
): readonly Residual[] {
  let next: Residual[] | undefined;
  for (const [place, residual] of residuals.entries()) {
    const points = table.intersection(residual.live, part.traffic);
    if (points === table.none || !residual.columns.intersects(part.possible)) {
      next?.push(residual);
      continue;
    }
    next ??= residuals.slice(0, place);
    // Mostly rules take columns that were treated alike all together.
    const isWhole = residual.columns.isSubsetOf(part.possible);
    const reached = isWhole ? residual.columns : residual.columns.and(part.possible);
    if (part.certain === part.possible) {
      next.push(hit(residual, reached, action, points, true, table));
    } else {
      const sure = reached.common(part.certain);
      const perhaps = reached.beyond(part.certain);
      if (sure) next.push(hit(residual, sure, action, points, true, table));
      if (perhaps) next.push(hit(residual, perhaps, action, points, false, table));
    }
    if (!isWhole) next.push({ ...residual, columns: residual.columns.andNot(part.possible) });
  }
  return next ? merge(next) : residuals;
}

function endTier(residual: Residual, tier: Tier, table: ConnectionTable): Residual {
  if (tier.unmatched === 'deny') {
    const mayDeny = table.union(residual.mayDeny, residual.live);
    return { ...residual, live: residual.passed, passed: table.none, mayDeny };
  }
  return { ...residual, live: table.union(residual.live, residual.passed), passed: table.none };
}

/** How far a walk has come: columns treated alike so far, in the tier that is being asked. */
export interface WalkState {
  readonly tier: Tier | undefined;
  readonly residuals: readonly Residual[];
}

/** Asks the rules of one policy in order. */
function applyPolicy(
  residuals: readonly Residual[],
  policy: Policy,
  subject: Subject,
  context: WalkContext,
): readonly Residual[] {
  let next = residuals;
  for (const rule of policy[subject.direction] ?? []) {
    if (rule.action === 'log') continue;
    for (const part of context.parts.of(rule, subject)) next = applyPart(next, rule.action, part, context.table);
  }
  return next;
}

/**
 * Policies whose order nobody defines: each is asked as if it came first. What one of them takes for certain is
 * decided, and where they decide differently both outcomes are possible, since any of them may come first.
 */
function applyUnordered(
  residuals: readonly Residual[],
  policies: readonly Policy[],
  subject: Subject,
  context: WalkContext,
): readonly Residual[] {
  const { table } = context;
  const outcomes = policies.map((policy) => applyPolicy(residuals, policy, subject, context));
  const joined = outcomes.reduce((a, b) =>
    a.flatMap((one) =>
      b
        .map((other) => ({
          columns: one.columns.and(other.columns),
          live: table.intersection(one.live, other.live),
          passed: table.union(one.passed, other.passed),
          mayAllow: table.union(one.mayAllow, other.mayAllow),
          mayDeny: table.union(one.mayDeny, other.mayDeny),
        }))
        .filter(({ columns }) => !columns.isEmpty()),
    ),
  );
  return merge(joined);
}

/** True where nobody says which of two policies, neighbours in a list, is asked first. */
export function isUnordered(a: Policy | undefined, b: Policy | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.tier === b.tier &&
    a.tieBreak === undefined &&
    b.tieBreak === undefined &&
    a.order === b.order
  );
}

/** Policies of a tier in groups of which the order is defined. */
export function orderedGroups(policies: readonly Policy[]): Policy[][] {
  const groups: Policy[][] = [];
  for (const policy of policies) {
    const last = groups.at(-1);
    if (last && isUnordered(last[0], policy)) last.push(policy);
    else groups.push([policy]);
  }
  return groups;
}

/** Before any policy was asked about these points. */
export function startWalk({ universe, table }: WalkContext, points: ConnectionId): WalkState {
  const start = { live: points, passed: table.none, mayAllow: table.none, mayDeny: table.none };
  return { tier: undefined, residuals: [{ columns: Bitset.full(universe.size), ...start }] };
}

/** A tier of which some policy applies decides what its rules leave (`Tier.unmatched`). */
function leaveTier({ tier, residuals }: WalkState, { table }: WalkContext): readonly Residual[] {
  return tier ? merge(residuals.map((residual) => endTier(residual, tier, table))) : residuals;
}

/**
 * Asks the policies `[from, to)` of a list, which are equal in order; mostly that is one. Policies of a tier are asked in order;
 * the first rule that matches a point decides it.
 */
export function walkOn(
  state: WalkState,
  policies: readonly Policy[],
  from: number,
  to: number,
  subject: Subject,
  context: WalkContext,
): WalkState {
  const first = policies[from];
  if (!first) return state;
  const isSameTier = state.tier?.name === first.tier;
  const tier = isSameTier ? state.tier : context.tiers.find((one) => one.name === first.tier);
  const residuals = isSameTier ? state.residuals : leaveTier(state, context);
  if (to === from + 1) return { tier, residuals: applyPolicy(residuals, first, subject, context) };
  return { tier, residuals: applyUnordered(residuals, policies.slice(from, to), subject, context) };
}

/** The verdicts of one end: a partition of all columns. What no tier decides is allowed. */
export function endWalk(state: WalkState, context: WalkContext): VerdictGroup[] {
  const { table } = context;
  const groups = new Map<number, VerdictGroup>();
  for (const { columns, live, mayAllow, mayDeny } of leaveTier(state, context)) {
    const allow = table.union(mayAllow, live);
    const allowed = table.difference(allow, mayDeny);
    const unknown = table.intersection(allow, mayDeny);
    const key = verdictKey({ allowed, unknown });
    const known = groups.get(key);
    groups.set(key, { columns: known ? known.columns.or(columns) : columns, allowed, unknown });
  }
  return [...groups.values()];
}
