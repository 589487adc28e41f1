// The sentence of a review above the panes of a lesson.
import { ReviewBar } from '../review/ReviewBar.tsx';
import { useReviewReport } from '../review/use-review-report.ts';

export function LessonReviewBar() {
  return <ReviewBar known={useReviewReport()} />;
}
