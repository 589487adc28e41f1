// Why a lesson was not opened: the lesson that may be meant, or what is wrong in its file, line by line.
import { MessageText } from '../editor-pane/MessageText.tsx';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LearnScreen.module.css';

/** More faults are counted. */
const MOST = 20;

export function LessonProblemNote() {
  const problem = useWorkbench((state) => state.lessonProblem);
  const dismiss = useWorkbench((state) => state.dismissLessonProblem);
  const open = useWorkbench((state) => state.openLesson);
  if (!problem) return null;
  const { sentence, nearest, faults } = problem;
  return (
    <div className={styles.problem} role="alert">
      <p>
        <MessageText>{sentence}</MessageText>{' '}
        {nearest !== undefined && (
          <button type="button" className="link" onClick={() => void open(nearest)}>
            Open <code>{nearest}</code>
          </button>
        )}{' '}
        <button type="button" className="link" onClick={dismiss}>
          Dismiss
        </button>
      </p>
      {faults.length > 0 && (
        <ul className={styles.faults}>
          {faults.slice(0, MOST).map(({ file, line, column, message, advice }) => (
            <li key={`${line} ${column} ${message}`}>
              <NameText>{`${file}:${line}:${column}`}</NameText> <MessageText>{message}</MessageText>
              {advice !== undefined && (
                <span className={styles.quiet}>
                  {' '}
                  <MessageText>{advice}</MessageText>
                </span>
              )}
            </li>
          ))}
          {faults.length > MOST && <li>and {faults.length - MOST} more</li>}
        </ul>
      )}
    </div>
  );
}
