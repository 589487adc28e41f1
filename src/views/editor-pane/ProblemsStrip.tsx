// The problems of the active file under the editor: a count that opens into a list, each leading to its place.

import { useMemo, useState } from 'react';
import { problemsOf } from '../../editor/problem-markers.ts';
import { selectProblems } from '../../state/shown-problems.ts';
import { FindingButtons } from '../findings/FindingButtons.tsx';
import { ProblemWords } from '../report/ProblemWords.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ProblemsStrip.module.css';

interface ProblemsStripProps {
  readonly path: string;
  /** Undefined where there is no editor to move in. */
  readonly onNext: (() => void) | undefined;
}

/** More are counted, not listed: fixing the first ones mends most. */
const mostListed = 100;

export function ProblemsStrip({ path, onNext }: ProblemsStripProps) {
  const all = useWorkbench(selectProblems);
  const revealLocation = useWorkbench((state) => state.revealLocation);
  // Lessons begin with faults, and their fixes would give the answer away.
  const inLesson = useWorkbench((state) => state.lessonPlace !== undefined);
  const [chosen, setOpen] = useState<boolean>();
  const open = chosen ?? !inLesson;
  const problems = useMemo(() => problemsOf(all, path), [all, path]);
  if (problems.length === 0) return null;
  return (
    <section className={styles.strip} aria-label="Problems of this file">
      <div className={styles.head}>
        <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className={styles.chevron} aria-hidden="true" />
          {problems.length} {problems.length === 1 ? 'problem' : 'problems'}
        </button>
        {onNext && (
          <button type="button" className="button" data-kind="quiet" onClick={onNext}>
            Next <kbd className={styles.key}>F8</kbd>
          </button>
        )}
      </div>
      {open && (
        <ul className={styles.list}>
          {problems.slice(0, mostListed).map((problem) => (
            <li key={`${problem.code} ${problem.location.start} ${problem.message}`}>
              <button type="button" className={styles.problem} onClick={() => revealLocation(problem.location)}>
                <span className={styles.severity} data-severity={problem.severity}>
                  {problem.severity}
                </span>
                <span className={styles.place}>{problem.location.line}</span>
                <span className={styles.message}>
                  <ProblemWords problem={problem} className={styles.advice} />
                </span>
              </button>
              <div className={styles.fixes}>
                <FindingButtons problem={problem} />
              </div>
            </li>
          ))}
          {problems.length > mostListed && <li className={styles.rest}>and {problems.length - mostListed} more</li>}
        </ul>
      )}
    </section>
  );
}
