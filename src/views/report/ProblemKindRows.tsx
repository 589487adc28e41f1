// Problems of one kind in a file: each with its line, the first few open and the rest folded.

import type { Problem } from '../../engine/results.ts';
import { WhyButton } from '../findings/FindingButtons.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LoadReport.module.css';
import { ProblemWords } from './ProblemWords.tsx';

/** So many of a kind are read; of more the first stands for all. */
const mostOpen = 3;
const mostListed = 100;

export function ProblemKindRows({ problems }: { readonly problems: readonly Problem[] }) {
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const setToggle = useWorkbench((state) => state.setToggle);
  const go = (problem: Problem) => {
    setToggle('loadReportOpen', false);
    revealLocation(problem.location);
  };
  const row = (problem: Problem) => (
    <li key={`${problem.code} ${problem.location.start} ${problem.message}`} className={styles.problem}>
      <SeverityMark severity={problem.severity} />
      <button type="button" className="link" onClick={() => go(problem)}>
        line {problem.location.line}
      </button>
      <span>
        <ProblemWords problem={problem} className={styles.advice} />
        <WhyButton code={problem.code} />
      </span>
    </li>
  );
  const open = problems.length > mostOpen ? 1 : problems.length;
  const rest = problems.slice(open);
  return (
    <>
      <ul>{problems.slice(0, open).map(row)}</ul>
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{rest.length.toLocaleString('en-US')} more of this kind</summary>
          <ul>{rest.slice(0, mostListed).map(row)}</ul>
          {rest.length > mostListed && <p className={styles.note}>and {rest.length - mostListed} more</p>}
        </details>
      )}
    </>
  );
}
