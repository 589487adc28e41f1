// What the check exporters write: assertions, each with whether it holds, and why not.
import { counted } from '../base/counted.ts';
import { groupedDigits } from '../base/grouped-digits.ts';
import type { AssertionResult } from '../engine/assertion-report.ts';
import type { DirectionTrace, Explanation } from '../engine/explanation.ts';
import type { Location, Problem } from '../engine/results.ts';

export interface CheckedAssertion extends AssertionResult {
  /** Of one that is broken: a flow that is not as expected. */
  readonly explanation?: Explanation;
}

export interface CheckReport {
  /** By file and place. */
  readonly assertions: readonly CheckedAssertion[];
  /** Of those that are broken, or not judged for all pairs; each at its place. */
  readonly problems: readonly Problem[];
  /** Some manifests, or some pairs, do not count. */
  readonly incomplete: boolean;
}

export type CheckState = 'holds' | 'broken' | 'not judged';

export function stateOf({ holds, isPartial }: CheckedAssertion): CheckState {
  if (holds) return 'holds';
  return isPartial ? 'not judged' : 'broken';
}

/** `dev/web → dev/db TCP/5432`. */
export function flowWords({ from, to, port }: CheckedAssertion): string {
  return `${from} → ${to}${port === undefined ? '' : ` ${port}`}`;
}

/** `allowed`; of a broken one `must be allowed, is denied`. */
export function verdictWords(assertion: CheckedAssertion): string {
  const { expect, verdict, holds, fault, isPartial, pairs, oddPairs, isAtLeast, odd } = assertion;
  if (holds) return expect;
  if (fault !== undefined) return `must be ${expect}, and cannot be judged: ${fault}`;
  if (isPartial) return `must be ${expect}: ${counted(pairs, 'pair')} are too many, and those judged are`;
  if (pairs > 1) {
    const share = `${isAtLeast ? 'at least ' : ''}${groupedDigits(oddPairs)} of ${groupedDigits(pairs)} pairs`;
    return `must be ${expect}, is not for ${share}`;
  }
  const [first] = odd;
  if (verdict !== 'mixed' || !first) return `must be ${expect}, is ${verdict}`;
  return first.verdict === 'mixed'
    ? `must be ${expect}, differs by pod`
    : `must be ${expect}, is ${first.verdict} on ${first.ports}`;
}

/** `12 of 14 assertions hold, 2 are broken`. */
export function checkSentence({ assertions, incomplete }: CheckReport): string {
  const count = (state: CheckState): number => assertions.filter((one) => stateOf(one) === state).length;
  const [holds, broken, open] = [count('holds'), count('broken'), count('not judged')];
  const all = assertions.length === 1 ? '1 assertion' : `${assertions.length} assertions`;
  const parts = [
    broken + open === 0
      ? holds === 1
        ? 'The assertion holds'
        : `All ${all} hold`
      : `${holds} of ${all} hold${holds === 1 ? 's' : ''}`,
    ...(broken > 0 ? [`${broken} ${broken === 1 ? 'is' : 'are'} broken`] : []),
    ...(open > 0 ? [`${open} ${open === 1 ? 'is' : 'are'} not judged for all pairs`] : []),
  ];
  return `${parts.join(', ')}${incomplete ? '; incomplete: some documents or pairs do not count' : ''}`;
}

/** Where that stands which settles one end: the deciding step, or of a tier's end the policy that has no rule for the flow. */
export function decidingPlace({ steps, deciding }: DirectionTrace): Location | undefined {
  return steps[deciding]?.location ?? steps.find(({ isDecisive, location }) => isDecisive && location)?.location;
}
