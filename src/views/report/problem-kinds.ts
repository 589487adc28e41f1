// The problems of a file by kind: what is wrong in many places the same way is told once.
import { groupBy } from '../../base/group-by.ts';
import type { Problem } from '../../engine/results.ts';

export interface ProblemKind {
  readonly code: string;
  readonly problems: readonly Problem[];
}

/** In the order in which they are first met. */
export function problemKinds(problems: readonly Problem[]): readonly ProblemKind[] {
  return [...groupBy(problems, ({ code }) => code)].map(([code, own]) => ({ code, problems: own }));
}
