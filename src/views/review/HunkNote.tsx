// What a change does, below the lines that make it: a sentence, its flips, and a way to see only these.
import { useEffect, useRef } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import type { ChangeHunk } from '../../engine/review/review.ts';
import { flipCount } from '../../exporters/flip-groups.ts';
import { FlipCounts } from '../side/FlipCounts.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ObjectDiff.module.css';

export function HunkNote({ hunk: { id, sentence, flips } }: { readonly hunk: ChangeHunk }) {
  const isChosen = useWorkbench((state) => state.chosenHunk === id);
  const isFilter = useWorkbench((state) => state.hunkFilter === id);
  const filterByHunk = useWorkbench((state) => state.filterByHunk);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) note.current?.scrollIntoView({ block: 'center' });
  }, [isChosen]);
  const isIdle = flipCount(flips) === 0;
  return (
    <div ref={note} className={styles.note} data-chosen={isChosen} role="note">
      <span className={styles.sentence}>{visibleText(capital(sentence))}</span>
      {isIdle ? (
        <span className={styles.nothing}>flips nothing</span>
      ) : (
        <button
          type="button"
          className={styles.flips}
          aria-pressed={isFilter}
          title="List only the flips of this change"
          onClick={() => filterByHunk(isFilter ? undefined : id)}
        >
          <FlipCounts impact={flips} />
        </button>
      )}
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
