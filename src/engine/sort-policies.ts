// Evaluation order: by tier, then rank, then what breaks ties.
import { compareText } from '../base/compare-text.ts';
import type { Policy, Tier } from '../model/policy.ts';

/** Infinite orders are equal to one another. */
export const compareOrders = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

export type ComparePolicies = (a: Policy, b: Policy) => number;

/** Compares two policies in evaluation order under these tiers. */
export function evaluationOrder(tiers: readonly Tier[]): ComparePolicies {
  const ranks = new Map(tiers.map((tier, rank) => [tier.name, rank]));
  const rank = (policy: Policy): number => ranks.get(policy.tier) ?? tiers.length;
  return (a, b) =>
    rank(a) - rank(b) ||
    compareOrders(a.order, b.order) ||
    compareText(a.tieBreak ?? '', b.tieBreak ?? '') ||
    compareText(a.id, b.id);
}

/** Past this many new ones, sorting all is quicker than putting each into its place. */
const FEW = 32;

/** `policies` in order. `before` is a list in the same order that most of them are in. */
export function sortPolicies(
  policies: readonly Policy[],
  before: readonly Policy[],
  compare: ComparePolicies,
): readonly Policy[] {
  const known = new Set(before);
  const come = policies.filter((policy) => !known.has(policy));
  if (come.length === 0 && policies.length === before.length) return before;
  if (come.length > FEW) return [...policies].sort(compare);
  const now = new Set(policies);
  const sorted = before.filter((policy) => now.has(policy));
  for (const policy of come) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = sorted[middle];
      if (other && compare(other, policy) <= 0) low = middle + 1;
      else high = middle;
    }
    sorted.splice(low, 0, policy);
  }
  return sorted;
}
