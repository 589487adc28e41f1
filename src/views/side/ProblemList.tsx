// All problems, grouped by file; each leads to its line, and may offer to be fixed.

import { selectProblemsByFile, selectUnlistedProblems } from '../../state/shown-problems.ts';
import { FixButtons } from '../FixButtons.tsx';
import { moveAmongRows } from '../move-among-rows.ts';
import { NameText } from '../NameText.tsx';
import { ProblemWords } from '../report/ProblemWords.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './SidePane.module.css';

/** More are counted: mending the first ones mends most. */
const mostOfAFile = 50;

export function ProblemList() {
  const files = [...useWorkbench(selectProblemsByFile)];
  const unlisted = useWorkbench(selectUnlistedProblems);
  const revealLocation = useWorkbench((state) => state.revealLocation);
  if (files.length === 0) return <p className={styles.empty}>No problems in the manifests.</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move among the buttons inside
    <div data-testid="findings" onKeyDown={moveAmongRows}>
      {files.map(([file, problems]) => (
        <section key={file} aria-label={file}>
          <h2 className={`${styles.row} ${styles.group}`}>
            <span />
            <NameText tail={12}>{file}</NameText>
            <span className={styles.count}>{problems.length}</span>
          </h2>
          <ul>
            {problems.slice(0, mostOfAFile).map((problem) => (
              <li key={`${problem.code} ${problem.location.start} ${problem.message}`}>
                <button
                  type="button"
                  data-row
                  className={styles.problem}
                  onClick={() => revealLocation(problem.location)}
                >
                  <SeverityMark severity={problem.severity} />
                  <span className={styles.lineNumber}>{problem.location.line}</span>
                  <span>
                    <ProblemWords problem={problem} className={styles.advice} />
                  </span>
                </button>
                <div className={styles.fixes}>
                  <FixButtons problem={problem} />
                </div>
              </li>
            ))}
          </ul>
          {problems.length > mostOfAFile && <p className={styles.empty}>and {problems.length - mostOfAFile} more</p>}
        </section>
      ))}
      {unlisted > 0 && (
        <p className={styles.empty}>
          {unlisted.toLocaleString('en-US')} more {unlisted === 1 ? 'problem is' : 'problems are'} not listed: the worst
          come first, and mending these mends most.
        </p>
      )}
    </div>
  );
}
