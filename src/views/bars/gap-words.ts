// Why documents are left out of the answer, counted by reason.
import type { Problem } from '../../engine/results.ts';
import { documentOf } from '../../state/selectors.ts';

const words = {
  'not-evaluated': 'of a policy kind that is not evaluated',
  rejected: 'that the API server would reject',
  unreadable: 'unreadable',
  'over-budget': 'too large to read',
} as const;

/** "2 of a policy kind that is not evaluated, 1 unreadable." Counts documents, each once: by its first problem. */
export function gapWords(gaps: readonly Problem[]): string {
  const reasons = [...new Map(gaps.toReversed().map((problem) => [documentOf(problem), problem.gap])).values()];
  const parts = Object.entries(words).flatMap(([gap, text]) => {
    const count = reasons.filter((reason) => reason === gap).length;
    return count === 0 ? [] : [`${count} ${text}`];
  });
  return `${parts.join(', ')}.`;
}
