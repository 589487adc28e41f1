// How a tier's place and its end are told.
import type { TierSummary } from '../../engine/policy-results.ts';

/** `order 100`, `order 1,000,000`, `last`. */
export function orderText({ order }: Pick<TierSummary, 'order'>): string {
  return order === undefined ? 'last' : `order ${order.toLocaleString('en-US')}`;
}

/** A policy's place in its tier: `10`, `2.5`, `last`. */
export function placeText({ order }: { readonly order?: number }): string {
  return order === undefined ? 'last' : String(order);
}

/** Which tier it is, for the head of its policies. */
export function tierTitle(tier: TierSummary, isDeclared: boolean): string {
  return `${isDeclared ? 'Tier' : 'Built-in tier'}, in evaluation order: ${orderText(tier)}`;
}

/** What becomes of a flow that the tier governs and none of its rules matches. */
export function tierEnd({ unmatched }: Pick<TierSummary, 'unmatched'>): string {
  return unmatched === 'deny' ? 'no rule matches: not allowed' : 'no rule matches: next tier';
}
