// Why documents are left out of the answer, counted by reason.
import type { Problem } from '../../engine/results.ts';

const words = {
  'not-evaluated': 'of a policy kind that is not evaluated',
  rejected: 'that the API server would reject',
  unreadable: 'unreadable',
  'over-budget': 'too large to read',
} as const;

/** "2 of a policy kind that is not evaluated, 1 unreadable." Counts problems. */
export function gapWords(gaps: readonly Problem[]): string {
  const parts = Object.entries(words).flatMap(([gap, text]) => {
    const count = gaps.filter((problem) => problem.gap === gap).length;
    return count === 0 ? [] : [`${count} ${text}`];
  });
  return `${parts.join(', ')}.`;
}
