// Says that only the flips of one change are listed, and takes that back.
import { visibleText } from '../../base/visible-text.ts';
import type { HunkId } from '../../engine/review/review.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ReviewPanes.module.css';

export function HunkFilterNote({ hunk }: { readonly hunk: HunkId }) {
  const sentence = useWorkbench(
    (state) => state.review?.changes.flatMap(({ hunks }) => hunks).find(({ id }) => id === hunk)?.sentence,
  );
  const filterByHunk = useWorkbench((state) => state.filterByHunk);
  return (
    <p className={styles.filter}>
      <span>Only what this {visibleText(sentence ?? 'does')}.</span>
      <button type="button" className="link" onClick={() => filterByHunk(undefined)}>
        Show all
      </button>
    </p>
  );
}
