// Rarely needed at the end of a lesson's column: starting over, printing, leaving, and where its facts come from.
import type { Lesson } from '../../lessons/lesson.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LessonTools.module.css';

export function LessonTools({ lesson: { receipts } }: { readonly lesson: Lesson }) {
  const back = useWorkbench((state) => state.lessonPlace?.back?.name);
  const reset = useWorkbench((state) => state.resetStep);
  const startAgain = useWorkbench((state) => state.startLessonAgain);
  const print = useWorkbench((state) => state.printLesson);
  const leave = useWorkbench((state) => state.leaveLesson);
  return (
    <footer className={styles.tools}>
      <div className={styles.row}>
        <button
          type="button"
          className="link"
          title="The files as this step began; undo brings yours back"
          onClick={reset}
        >
          Reset step
        </button>
        <button
          type="button"
          className="link"
          title="The files as the lesson began; undo brings yours back"
          onClick={startAgain}
        >
          Start again
        </button>
        <button type="button" className="link" onClick={() => print('plain')}>
          Print
        </button>
        <button type="button" className="link" onClick={() => void leave()}>
          Leave the lesson
        </button>
      </div>
      {back !== undefined && (
        <p className={styles.quiet}>
          Leaving brings <NameText>{back}</NameText> back as it was. Your answer is kept.
        </p>
      )}
      <section aria-label="Sources">
        <p className={styles.quiet}>Where this comes from</p>
        <ul className={styles.receipts}>
          {receipts.map(({ title, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer noopener">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </footer>
  );
}
