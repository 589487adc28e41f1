// A track: its lessons in order, each with how long it takes and whether it was passed.
import type { LessonEntry } from '../../lessons/all-lessons.ts';
import type { LessonTrack } from '../../lessons/lesson-tracks.ts';
import { moveAmongRows } from '../move-among-rows.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LearnScreen.module.css';
import { LessonRow } from './LessonRow.tsx';
import { standingOf } from './lesson-standing.ts';

interface TrackSectionProps {
  readonly track: LessonTrack;
  readonly lessons: readonly LessonEntry[];
}

export function TrackSection({ track, lessons }: TrackSectionProps) {
  const passed = useWorkbench(
    ({ lessonProgress }) => lessons.filter(({ name }) => standingOf(lessonProgress.get(name)) === 'passed').length,
  );
  if (lessons.length === 0) return null;
  return (
    <section className={styles.track} aria-labelledby={`track-${track.id}`}>
      <header className={styles.trackHead}>
        <h2 id={`track-${track.id}`}>{track.title}</h2>
        <span className={styles.quiet}>
          {passed > 0 ? `${passed} of ${lessons.length} passed` : `${lessons.length} lessons`}
        </span>
        <p className={styles.about}>{track.about}</p>
      </header>
      <ol className={styles.lessons} onKeyDown={moveAmongRows}>
        {lessons.map((entry, at) => (
          <LessonRow key={entry.name} entry={entry} number={at + 1} />
        ))}
      </ol>
    </section>
  );
}
