// What is wrong with the query, with what may have been meant one click away.
import { visibleText } from '../../base/visible-text.ts';
import { withPart } from '../../state/edit-query.ts';
import type { QueryProblem } from '../../state/parse-flow-query.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './QueryBar.module.css';

interface QueryProblemsProps {
  readonly id: string;
  readonly problems: readonly QueryProblem[];
}

export function QueryProblems({ id, problems }: QueryProblemsProps) {
  const text = useWorkbench((state) => state.flowFilter);
  const setTable = useWorkbench((state) => state.setTable);
  return (
    <ul id={id} className={styles.problems} aria-live="polite">
      {problems.map((problem) => (
        <li key={`${problem.from} ${problem.message}`}>
          <MessageText>{problem.message}</MessageText>.{' '}
          {problem.suggestion !== undefined && (
            <button
              type="button"
              className="link"
              onClick={() => setTable({ flowFilter: withPart(text, problem, problem.suggestion ?? '') })}
            >
              Use <code>{visibleText(problem.suggestion)}</code>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
