// The corrections a problem offers, one button each: they edit the text as typing does, so that the editor can undo them.
import type { QuickFix } from '../documents/diagnostic.ts';
import { fixesOf } from '../editor/problem-fixes.ts';
import type { Problem } from '../engine/results.ts';
import { MessageText } from './editor-pane/MessageText.tsx';
import styles from './FixButtons.module.css';
import { useWorkbench } from './workbench-context.ts';

/** More choices would not be read. */
const mostOffered = 3;

export function FixButtons({ problem }: { readonly problem: Problem }) {
  const stale = useWorkbench((state) => state.stale);
  const fixes = useWorkbench((state) => fixesOf(problem, state.files, state.stale));
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const applyEdits = useWorkbench((state) => state.applyEdits);
  if (fixes.length === 0) return null;
  const apply = ({ edits }: QuickFix) => {
    // The place first: what the editor shows it can also undo, and the keys for that go where the focus is.
    revealLocation(problem.location);
    applyEdits(edits);
  };
  return (
    <span className={styles.fixes}>
      {fixes.slice(0, mostOffered).map((fix) => (
        // Edits are about the text that was judged: while another one is being judged they may not fit.
        <button
          key={fix.title}
          type="button"
          className="link"
          aria-label={`Apply fix: ${fix.title.replaceAll('`', '')}`}
          disabled={stale}
          onClick={() => apply(fix)}
        >
          {problem.advice === `${fix.title}.` ? (
            'Apply fix'
          ) : (
            <>
              Apply fix: <MessageText>{fix.title}</MessageText>
            </>
          )}
        </button>
      ))}
    </span>
  );
}
