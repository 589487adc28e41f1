// What leads to the deciding step is folded; what may match is not.
import { expect, it } from 'vitest';
import type { StepOutcome, TraceStep } from '../../engine/explanation.ts';
import { beforeWords, stepsBefore } from './steps-before.ts';

const steps = (...outcomes: StepOutcome[]): TraceStep[] =>
  outcomes.map((outcome) => ({ code: 'rule-allows', tier: 'default', outcome, reason: '' }));

it.each<[string, StepOutcome[], number, string]>([
  ['policies without a match', ['no-match', 'no-match', 'end-of-tier'], 2, '2 steps before: no match'],
  ['tiers that pass on', ['no-match', 'pass', 'allow'], 2, '2 steps before: none decides'],
  ['up to what may match', ['no-match', 'maybe', 'no-match', 'end-of-tier'], 3, '1 step before: no match'],
  ['nothing', ['allow'], 0, '0 steps before: no match'],
])('folds %s', (_, outcomes, deciding, words) => {
  expect(beforeWords(stepsBefore(steps(...outcomes), deciding))).toBe(words);
});
