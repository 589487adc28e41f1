// The answer lacks the effect of some documents: which, and why.
import type { SnapshotReport } from '../../engine/results.ts';
import { gapsOf, incompleteDocumentsOf } from '../../state/selectors.ts';
import { useSteady } from '../use-steady.ts';
import { useWorkbench } from '../workbench-context.ts';
import { Banner } from './Banner.tsx';
import { gapWords } from './gap-words.ts';

/** A line half typed is no news yet, milliseconds. */
const typingPause = 1200;

export function IncompleteBanner({ report }: { readonly report: SnapshotReport }) {
  const setToggle = useWorkbench((state) => state.setToggle);
  const isSteady = useSteady(report.incomplete, typingPause);
  if (!isSteady) return null;
  const count = incompleteDocumentsOf(report);
  return (
    <Banner
      severity="error"
      actions={
        <button type="button" className="link" onClick={() => setToggle('loadReportOpen', true)}>
          Show them
        </button>
      }
    >
      <strong>Answer incomplete:</strong> {count} {count === 1 ? 'document is' : 'documents are'} left out:{' '}
      {gapWords(gapsOf(report))}
    </Banner>
  );
}
