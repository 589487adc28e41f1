// The problems of one file in the load report; a click goes to the line.
import type { Problem } from '../../engine/results.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { NameText } from '../NameText.tsx';
import { SeverityMark } from '../SeverityMark.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LoadReport.module.css';
import { withoutFlags } from './without-flags.ts';

const mostListed = 20;

export function FileProblems({ file, problems }: { readonly file: string; readonly problems: readonly Problem[] }) {
  const revealLocation = useWorkbench((state) => state.revealLocation);
  const setToggle = useWorkbench((state) => state.setToggle);
  const go = (problem: Problem) => {
    setToggle('loadReportOpen', false);
    revealLocation(problem.location);
  };
  return (
    <div className={styles.file}>
      <p className={styles.path}>
        <NameText tail={16}>{file}</NameText>
      </p>
      <ul>
        {problems.slice(0, mostListed).map((problem) => (
          <li key={`${problem.code} ${problem.location.start} ${problem.message}`} className={styles.problem}>
            <SeverityMark severity={problem.severity} />
            <button type="button" className="link" onClick={() => go(problem)}>
              line {problem.location.line}
            </button>
            <span>
              <MessageText>{problem.message}</MessageText>
              {problem.advice !== undefined && (
                <span className={styles.advice}>
                  <MessageText>{withoutFlags(problem.advice)}</MessageText>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {problems.length > mostListed && <p className={styles.note}>and {problems.length - mostListed} more</p>}
    </div>
  );
}
