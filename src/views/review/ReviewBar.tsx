// Above the review: what the change opens and closes, in one sentence; what to do with it, and the way back.
import { visibleText } from '../../base/visible-text.ts';
import { diffSentence } from '../../exporters/diff-sentence.ts';
import { CopyButton } from '../CopyButton.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ReportMenu } from './ReportMenu.tsx';
import styles from './ReviewBar.module.css';
import { reviewMarkdown } from './review-files.ts';
import type { ReviewReport } from './use-review-report.ts';

export function ReviewBar({ known }: { readonly known: ReviewReport | undefined }) {
  const unsought = useWorkbench((state) => state.review?.unsought ?? 0);
  const incomplete = known?.report.incomplete ?? false;
  const leave = useWorkbench((state) => state.leaveReview);
  const choose = useWorkbench((state) => state.chooseReview);
  return (
    <section className={styles.bar} aria-label="Review">
      <div className={styles.words}>
        <h2 className={styles.sentence} aria-live="polite">
          {known ? visibleText(diffSentence(known.report)) : 'Looking for what this change opens and closes…'}
        </h2>
        {(incomplete || unsought > 0) && (
          <p className={styles.doubt}>
            {incomplete && 'Some documents do not count, so this may lack something. '}
            {unsought > 0 &&
              `The causes of ${unsought.toLocaleString('en-US')} flips were not sought: there are too many changes.`}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        {known && <CopyButton label="Copy as Markdown" text={() => reviewMarkdown(known.report)} />}
        {known && <ReportMenu report={known.report} />}
        <button type="button" className="button" data-kind="quiet" onClick={() => choose(true)}>
          Open another
        </button>
        <button type="button" className="button" onClick={leave}>
          Back to the editor
        </button>
      </div>
    </section>
  );
}
