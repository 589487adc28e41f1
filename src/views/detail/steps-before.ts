// The steps of a lane that stand before the deciding one and may be folded, so that what decides is the first that one reads.

import { counted } from '../../base/counted.ts';
import type { StepOutcome, TraceStep } from '../../engine/explanation.ts';

/** What leaves the flow to the next step; one that may match decides with the last. */
const goesOn: readonly StepOutcome[] = ['no-match', 'pass', 'log'];

/** From the first on, as far as they only lead on to the deciding one; `deciding` is its place. */
export function stepsBefore(steps: readonly TraceStep[], deciding: number): readonly TraceStep[] {
  const stop = steps.findIndex(({ outcome }, place) => place >= deciding || !goesOn.includes(outcome));
  return steps.slice(0, Math.max(0, stop));
}

/** `3 steps before: no match`. */
export function beforeWords(steps: readonly TraceStep[]): string {
  const isUnmatched = steps.every(({ outcome }) => outcome === 'no-match');
  return `${counted(steps.length, 'step')} before: ${isUnmatched ? 'no match' : 'none decides'}`;
}
