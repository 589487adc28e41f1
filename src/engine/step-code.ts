// A stable code for why a step of a trace turned out so, for programs that read explanations.
import type { TraceStep } from './explanation.ts';

export type StepCode =
  | 'rule-allows'
  | 'rule-denies'
  | 'rule-passes'
  | 'rule-logs'
  /** A fact is missing. */
  | 'rule-may-match'
  | 'fact-missing'
  /** The policy applies, and none of its rules matches, or it has none. */
  | 'no-rule-matches'
  | 'tier-ends-denied'
  | 'tier-ends-passed'
  /** No policy applies, or none of them decides. */
  | 'not-governed'
  | 'no-tier-decides'
  /** Policy does not come into it. */
  | 'exempt'
  /** The policy takes no part in the flow. */
  | 'not-selected'
  | 'other-direction'
  | 'after-decision'
  | 'staged'
  | 'replaced'
  | 'invalid';

/** `isGoverned`: some policy applies to the end. */
export function stepCode(step: Omit<TraceStep, 'code'>, isGoverned: boolean): StepCode {
  switch (step.outcome) {
    case 'allow':
      return 'rule-allows';
    case 'deny':
      return 'rule-denies';
    case 'pass':
      return step.rule === undefined ? 'tier-ends-passed' : 'rule-passes';
    case 'log':
      return 'rule-logs';
    case 'maybe':
      return step.rule === undefined ? 'fact-missing' : 'rule-may-match';
    case 'no-match':
      return 'no-rule-matches';
    case 'end-of-tier':
      return 'tier-ends-denied';
    case 'default-allow':
      return isGoverned ? 'no-tier-decides' : 'not-governed';
    case 'exempt':
      return 'exempt';
    case 'not-applied':
      return step.skip ?? 'not-selected';
  }
}
