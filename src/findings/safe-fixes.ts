// Safe fixes that can be written at once.
import type { QuickFix } from '../documents/diagnostic.ts';
import type { TextEdit } from '../documents/text-edit.ts';
import type { Problem } from '../engine/results.ts';

export interface SafeFix {
  readonly problem: Problem;
  readonly fix: QuickFix;
}

/** One for each problem that has any, as long as they do not touch one another's text; the earlier problems first. */
export function safeFixes(problems: readonly Problem[]): readonly SafeFix[] {
  const taken = new Map<string, TextEdit[]>();
  return problems.flatMap((problem): SafeFix[] => {
    const fix = problem.fixes?.find(({ safe }) => safe);
    if (!fix || fix.edits.some((edit) => taken.get(edit.file)?.some((one) => touches(one, edit)))) return [];
    for (const edit of fix.edits) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
    return [{ problem, fix }];
  });
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
