// Findings that are let pass: each with its reason, and who says so.
import { counted } from '../../base/counted.ts';
import { visibleText } from '../../base/visible-text.ts';
import { selectPassed } from '../../state/shown-problems.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './PassedList.module.css';

const mostListed = 100;

interface PassedListProps {
  /** Before a place is shown. */
  readonly onGo?: () => void;
}

export function PassedList({ onGo }: PassedListProps) {
  const passed = useWorkbench(selectPassed);
  const revealLocation = useWorkbench((state) => state.revealLocation);
  if (passed.length === 0) return null;
  return (
    <details className={styles.passed}>
      <summary>{counted(passed.length, 'finding')} let pass</summary>
      <ul>
        {passed.slice(0, mostListed).map(({ problem, reason, by }) => (
          <li key={`${problem.code} ${problem.location.file} ${problem.location.start} ${problem.message}`}>
            <button
              type="button"
              className="link"
              onClick={() => {
                onGo?.();
                revealLocation(problem.location);
              }}
            >
              {visibleText(problem.location.file)}:{problem.location.line}
            </button>{' '}
            <code>{problem.code}</code>: {visibleText(reason)}
            <span className={styles.by}>
              says {visibleText(by.file)}:{by.line}
            </span>
          </li>
        ))}
        {passed.length > mostListed && <li>and {passed.length - mostListed} more</li>}
      </ul>
    </details>
  );
}
