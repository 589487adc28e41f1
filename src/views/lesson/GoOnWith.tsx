// The one lesson to go on with, in one press.
import { allLessons } from '../../lessons/all-lessons.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LearnScreen.module.css';
import { lessonToGoOnWith, standingWords } from './lesson-standing.ts';

export function GoOnWith() {
  const progress = useWorkbench((state) => state.lessonProgress);
  const open = useWorkbench((state) => state.openLesson);
  const next = lessonToGoOnWith(allLessons, progress);
  if (!next) return null;
  const { entry, record } = next;
  const words = standingWords(record);
  return (
    <p className={styles.goOn}>
      <button type="button" className="button" data-kind="primary" onClick={() => void open(entry.name)}>
        {progress.size === 0 ? 'Begin with' : 'Go on with'} “{entry.title}”
      </button>
      <span className={styles.quiet}>{words === '' ? `about ${entry.minutes} minutes` : words}</span>
    </p>
  );
}
