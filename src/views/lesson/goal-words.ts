// What is said of the goals of a step: their states, why they fail, and what changed.
import { counted } from '../../base/counted.ts';
import type { AssertionResult } from '../../engine/assertion-report.ts';
import type { DirectionTrace, Explanation } from '../../engine/explanation.ts';
import type { Grade, LimitResult } from '../../engine/grading/grade.ts';
import type { QueryError } from '../../engine/results.ts';

export type GoalState = 'holds' | 'not yet' | 'not known';

export function goalState({ holds, fault }: Pick<AssertionResult, 'holds' | 'fault'>): GoalState {
  if (holds) return 'holds';
  return fault === undefined ? 'not yet' : 'not known';
}

/** What an end of a flow, or both alike, made of it where that is not what the goal wants. */
export interface WhyLine {
  readonly end: DirectionTrace['direction'] | 'both ends';
  readonly chain: string;
}

/** Policy does not come into it there. */
const isExempt = ({ steps, deciding }: DirectionTrace): boolean => steps[deciding]?.outcome === 'exempt';

/** A flow that must be open fails at the ends that stop it; one that must be closed, because no end stops it. */
export function whyLines(
  expect: AssertionResult['expect'],
  answer: Explanation | QueryError | undefined,
): readonly WhyLine[] {
  if (!answer || 'error' in answer) return [];
  const ends = [answer.egress, answer.ingress];
  const governed = ends.filter((end) => !isExempt(end));
  const told =
    expect === 'allowed' ? ends.filter(({ verdict }) => verdict !== 'allowed') : governed.length > 0 ? governed : ends;
  const [first, second] = told;
  if (first && second?.chain === first.chain) return [{ end: 'both ends', chain: first.chain }];
  return told.map(({ direction, chain }) => ({ end: direction, chain }));
}

/** `dev/Deployment/web`: whose kind is of no interest here. */
const plain = (label: string): string => label.replace(/^([^/]+)\/[A-Z][A-Za-z]+\//, '$1/');

/** Of a goal that speaks of several pairs: `2 of 6 pairs are not so, such as dev/a → dev/b TCP/80`. */
export function oddWords({ odd, pairs, oddPairs, isAtLeast }: AssertionResult): string | undefined {
  const [first] = odd;
  if (!first || pairs < 2) return undefined;
  const share = `${isAtLeast ? 'at least ' : ''}${oddPairs} of ${counted(pairs, 'pair')} ${oddPairs === 1 ? 'is' : 'are'} not so`;
  const ports = first.ports === 'every port' ? '' : ` ${first.ports}`;
  return `${share}, such as ${plain(first.from)} → ${plain(first.to)}${ports}`;
}

/** `1 policy of at most 1`, `3 rules, at most 2`. */
export function limitWords({ of, most, used, holds }: LimitResult): string {
  if (of === 'flips') {
    if (most > 0) return `${counted(used, 'enforced flow')} changed, at most ${most}`;
    return holds
      ? 'nothing that is enforced changes'
      : `nothing that is enforced changes: ${counted(used, 'flow')} did`;
  }
  const unit = of === 'policies' ? 'policy' : 'rule';
  return holds ? `${counted(used, unit)} of at most ${most}` : `${counted(used, unit)}, at most ${most}`;
}

export const goalCount = ({ goals, limits }: Pick<Grade, 'goals' | 'limits'>): string => {
  const all = [...goals, ...limits];
  return `${all.filter(({ holds }) => holds).length} of ${counted(all.length, 'goal')}`;
};

/** What a screen reader is told: which goals began or ceased to hold. Empty where none did. */
export function goalNews(before: readonly AssertionResult[], now: readonly AssertionResult[], passed: boolean): string {
  const was = new Map(before.map(({ name, holds }) => [name, holds]));
  const changed = now.filter(({ name, holds }) => was.has(name) && was.get(name) !== holds);
  const sentences = changed.map(({ name, holds }) => (holds ? `Holds now: ${name}.` : `No longer holds: ${name}.`));
  if (sentences.length > 0 && passed) sentences.push('All goals hold.');
  return sentences.join(' ');
}
