// The review on show in the words of its exporters, and the way back from these to what the engine said.
import { useMemo } from 'react';
import type { ReviewedFlip } from '../../engine/review/review.ts';
import { type DiffReport, diffReport, type ExportedFlip } from '../../exporters/diff-report.ts';
import { selectReport } from '../../state/selectors.ts';
import { useWorkbench } from '../workbench-context.ts';

export interface ReviewReport {
  readonly report: DiffReport;
  readonly flipOf: ReadonlyMap<ExportedFlip, ReviewedFlip>;
}

/** Undefined while the review is sought. */
export function useReviewReport(): ReviewReport | undefined {
  const review = useWorkbench((state) => state.review);
  const snapshot = useWorkbench(selectReport);
  return useMemo(() => {
    if (!review || !snapshot) return undefined;
    const report = diffReport(review, snapshot.problems);
    const pairs = report.flips.flatMap((one, index) => {
      const flip = review.flips[index];
      return flip ? [[one, flip] as const] : [];
    });
    return { report, flipOf: new Map(pairs) };
  }, [review, snapshot]);
}
