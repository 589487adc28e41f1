// Where one is: the track, the lesson's place in it, its title, and the steps.
import { allLessons } from '../../lessons/all-lessons.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { lessonTracks } from '../../lessons/lesson-tracks.ts';
import { keyOfPlace, type LessonPlace } from '../../state/lesson-place.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LessonHead.module.css';

interface LessonHeadProps {
  readonly lesson: Lesson;
  readonly place: LessonPlace;
}

/** `Zero trust from nothing, lesson 2 of 6`; of a teacher's lesson its file. */
function trackWords(place: LessonPlace, { track }: Lesson): string {
  if (place.own) return place.own.path;
  const mates = allLessons.filter((one) => one.track === track);
  const title = lessonTracks.find(({ id }) => id === track)?.title ?? '';
  return `${title}, lesson ${mates.findIndex(({ name }) => name === place.name) + 1} of ${mates.length}`;
}

export function LessonHead({ lesson, place }: LessonHeadProps) {
  const showLessons = useWorkbench((state) => state.showLessons);
  const goToStep = useWorkbench((state) => state.goToStep);
  const passed = useWorkbench((state) => state.lessonProgress.get(keyOfPlace(place))?.passed);
  const { steps } = lesson;
  const isReached = (at: number) => at <= place.step || passed?.includes(at) || passed?.includes(at - 1);
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <span className={styles.track}>{trackWords(place, lesson)}</span>
        <button type="button" className="link" onClick={showLessons}>
          All lessons
        </button>
      </div>
      <div className={styles.line}>
        <h2 className={styles.lesson}>{lesson.title}</h2>
        {steps.length > 1 && (
          <ol className={styles.steps} aria-label="Steps">
            {steps.map(({ title }, at) => (
              <li key={title}>
                <button
                  type="button"
                  className={styles.step}
                  aria-current={at === place.step ? 'step' : undefined}
                  aria-label={`Step ${at + 1}: ${title}${passed?.includes(at) ? ', passed' : ''}`}
                  title={title}
                  data-passed={passed?.includes(at)}
                  disabled={!isReached(at)}
                  onClick={() => goToStep(at)}
                >
                  {at + 1}
                </button>
              </li>
            ))}
          </ol>
        )}
      </div>
    </header>
  );
}
