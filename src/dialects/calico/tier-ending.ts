// What becomes of a flow at the end of a tier, in Calico's words.
import type { Tier } from '../../model/policy.ts';

/** Calico reference, "Tier": the default action decides where some policy applies and no rule matches. */
export function tierEnding(defaultAction: 'Deny' | 'Pass', tier: string): Pick<Tier, 'unmatched' | 'unmatchedReason'> {
  if (defaultAction === 'Deny') {
    return {
      unmatched: 'deny',
      unmatchedReason: `{policies} selects {endpoint} for {direction}, no rule matches {flow}, and the default action of the tier ${tier} is Deny`,
    };
  }
  return {
    unmatched: 'pass',
    unmatchedReason: `no rule matches {flow}, and the default action of the tier ${tier} is Pass, so the next tier decides`,
  };
}
