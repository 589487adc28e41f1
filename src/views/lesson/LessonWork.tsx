// Where the answer is written: the editor, the solution beside the answer, or the flips and changes of a review.
import { EditorSlot } from '../EditorSlot.tsx';
import { ReviewTabs } from '../review/ReviewTabs.tsx';
import { useReviewReport } from '../review/use-review-report.ts';
import { useWorkbench } from '../workbench-context.ts';
import { SolutionPane } from './SolutionPane.tsx';

export function LessonWork() {
  const solutionShown = useWorkbench((state) => state.solutionShown);
  const reviewing = useWorkbench((state) => state.reviewing);
  if (solutionShown) return <SolutionPane />;
  return reviewing ? <Review /> : <EditorSlot />;
}

function Review() {
  return <ReviewTabs known={useReviewReport()} />;
}
