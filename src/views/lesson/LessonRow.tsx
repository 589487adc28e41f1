// A lesson in the list.
import { CircleCheck } from 'lucide-react';
import type { LessonEntry } from '../../lessons/all-lessons.ts';
import { Icon } from '../Icon.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LearnScreen.module.css';
import { standingOf, standingWords } from './lesson-standing.ts';

export function LessonRow({ entry, number }: { readonly entry: LessonEntry; readonly number: number }) {
  const record = useWorkbench((state) => state.lessonProgress.get(entry.name));
  const open = useWorkbench((state) => state.openLesson);
  const standing = standingOf(record);
  return (
    <li>
      <button
        type="button"
        data-row
        className={styles.lesson}
        data-standing={standing}
        onClick={() => void open(entry.name)}
      >
        <span className={styles.number}>{standing === 'passed' ? <Icon of={CircleCheck} /> : number}</span>
        <span className={styles.words}>
          <span className={styles.lessonTitle}>{entry.title}</span>
          <span className={styles.about}>{entry.about}</span>
        </span>
        <span className={styles.standing}>{standingWords(record) || `${entry.minutes} min`}</span>
      </button>
    </li>
  );
}
