// The corrections a problem offers, one button each.
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
  const applyChange = useWorkbench((state) => state.applyChange);
  if (fixes.length === 0) return null;
  const apply = ({ title, edits }: QuickFix) => {
    // The place first: whoever applies a fix wants to see what it writes.
    revealLocation(problem.location);
    applyChange({ label: title.replaceAll('`', ''), edits });
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
