// The tier board: a column for each tier in evaluation order, in each its policies in order, those that take no part as well.

import type { MoveTarget } from '../engine/move-request.ts';
import type { InactiveSummary, PolicySummary, TierSummary } from '../engine/policy-results.ts';
import type { NodeDetail, QueryError, SnapshotReport } from '../engine/results.ts';
import { remembered } from './selectors.ts';

/** `active` takes part; `implied` does, and no manifest holds it as a policy; the others do not. */
export type BoardCard = { readonly key: string } & (
  | { readonly state: 'active' | 'implied'; readonly policy: PolicySummary }
  | { readonly state: 'staged' | 'replaced' | 'invalid'; readonly policy: InactiveSummary }
);

export interface BoardColumn {
  readonly tier: TierSummary;
  /** Those that the filter leaves. */
  readonly cards: readonly BoardCard[];
  /** How many there are without a filter. */
  readonly of: number;
}

export interface Board {
  readonly columns: readonly BoardColumn[];
  /** Rejected policies of which nobody knows where they would stand. */
  readonly nowhere: readonly InactiveSummary[];
}

/** Where a card stands on the board. */
export const cardKey = (tier: string, id: string): string => `${tier} ${id}`;

const rank = ({ order = Number.POSITIVE_INFINITY }: { readonly order?: number }): number => order;

/** Those that take no part go behind those of their order; the engine's own order is kept. */
function withInactive(active: readonly BoardCard[], inactive: readonly BoardCard[]): readonly BoardCard[] {
  if (inactive.length === 0) return active;
  const waiting = [...inactive].sort((a, b) =>
    rank(a.policy) === rank(b.policy) ? 0 : rank(a.policy) - rank(b.policy),
  );
  const merged: BoardCard[] = [];
  for (const card of active) {
    while (waiting[0] && rank(waiting[0].policy) < rank(card.policy)) merged.push(...waiting.splice(0, 1));
    merged.push(card);
  }
  return [...merged, ...waiting];
}

/** The whole board of a report. */
export const boardOf = remembered((report: SnapshotReport): Board => {
  const active = new Map<string, BoardCard[]>(report.tiers.map(({ name }) => [name, []]));
  const inactive = new Map<string, BoardCard[]>();
  const nowhere: InactiveSummary[] = [];
  for (const policy of report.policies) {
    const state = policy.implied ? 'implied' : 'active';
    active.get(policy.tier)?.push({ key: cardKey(policy.tier, policy.id), state, policy });
  }
  for (const policy of report.inactive) {
    if (policy.tier === undefined) {
      nowhere.push(policy);
      continue;
    }
    const cards = inactive.get(policy.tier) ?? [];
    inactive.set(policy.tier, cards);
    const key = `${cardKey(policy.tier, policy.id)} ${policy.location.file} ${policy.location.start}`;
    cards.push({ key, state: policy.reason, policy });
  }
  const known = new Set(report.tiers.map(({ name }) => name));
  const unknown = [...inactive.keys()].filter((name) => !known.has(name));
  const tiers = [...report.tiers, ...unknown.map((name): TierSummary => ({ name, title: name, unmatched: 'deny' }))];
  const columns = tiers.map((tier) => {
    const cards = withInactive(active.get(tier.name) ?? [], inactive.get(tier.name) ?? []);
    return { tier, cards, of: cards.length };
  });
  return { columns, nowhere };
});

export interface BoardFilter {
  /** Words that must all occur in kind, namespace or name (lower case compare). */
  readonly text: string;
  /** Ids of the policies that apply to what is selected; undefined: all. */
  readonly applying: ReadonlySet<string> | undefined;
}

/** The columns with the cards that the filter leaves. */
export function filterBoard(columns: readonly BoardColumn[], { text, applying }: BoardFilter): readonly BoardColumn[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && !applying) return columns;
  const isWanted = ({ policy, state }: BoardCard): boolean => {
    const { kind, namespace, name, id } = policy;
    if (applying && !(state === 'active' && applying.has(id))) return false;
    const own = `${kind} ${namespace}/${name}`.toLowerCase();
    return words.every((word) => own.includes(word));
  };
  return columns.map((column) => ({ ...column, cards: column.cards.filter(isWanted) }));
}

/** Policies that apply to the node of a detail. */
export function policiesApplying(detail: NodeDetail | QueryError | undefined): ReadonlySet<string> | undefined {
  if (!detail || 'error' in detail) return undefined;
  return new Set([...detail.ingressPolicies, ...detail.egressPolicies].map(({ id }) => id));
}

/** Ids of one policy that acts in several places; the first is the one that moves. */
const isMovable = (card: BoardCard): boolean => card.state === 'active';

/** The move that puts a policy before the card at `place` of what is shown of a tier, itself left out. */
export function moveTo(id: string, { tier, cards }: BoardColumn, place: number): MoveTarget {
  const others = cards.filter((card) => card.policy.id !== id || !isMovable(card));
  const next = others.slice(place).find(isMovable)?.policy.id;
  return { type: 'policy', id, tier: tier.name, ...(next === undefined ? {} : { before: next }) };
}

/** Where a policy of this order falls among what is shown of another tier. */
export function placeByOrder({ cards }: BoardColumn, order: number | undefined): number {
  const own = order ?? Number.POSITIVE_INFINITY;
  const at = cards.findIndex(({ policy }) => rank(policy) > own);
  return at < 0 ? cards.length : at;
}
