// Always in sight at the foot of the lesson: how the step stands, and the way on once it is passed.
import { allLessons } from '../../lessons/all-lessons.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { keyOfPlace, type LessonPlace } from '../../state/lesson-place.ts';
import { shownGrade } from '../../state/lesson-queries.ts';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { goalCount } from './goal-words.ts';
import styles from './LessonFoot.module.css';

interface LessonFootProps {
  readonly lesson: Lesson;
  readonly place: LessonPlace;
}

export function LessonFoot({ lesson, place }: LessonFootProps) {
  const grade = useWorkbench(shownGrade);
  const stale = useWorkbench((state) => state.stale);
  const wasPassed = useWorkbench(
    (state) => state.lessonProgress.get(keyOfPlace(place))?.passed.includes(place.step) ?? false,
  );
  const words = !grade
    ? 'Grading…'
    : grade.passed
      ? 'Passed'
      : wasPassed
        ? `${goalCount(grade)} hold, passed before`
        : `${goalCount(grade)} hold`;
  const next = grade?.goals.find(({ holds }) => !holds)?.name;
  return (
    <footer
      className={styles.foot}
      data-passed={grade?.passed ?? false}
      data-stale={stale || !grade}
      data-testid="lesson-state"
    >
      <p className={styles.stand}>
        <span className={styles.words}>{words}</span>
        {next !== undefined && (
          <span className={styles.next}>
            Not yet: <MessageText>{next}</MessageText>
          </span>
        )}
      </p>
      {(grade?.passed || wasPassed) && <WayOn lesson={lesson} place={place} isPassed={grade?.passed ?? false} />}
    </footer>
  );
}

function WayOn({ lesson, place, isPassed }: LessonFootProps & { readonly isPassed: boolean }) {
  const goToStep = useWorkbench((state) => state.goToStep);
  const openLesson = useWorkbench((state) => state.openLesson);
  const showLessons = useWorkbench((state) => state.showLessons);
  const kind = isPassed ? 'primary' : undefined;
  if (place.step + 1 < lesson.steps.length) {
    return (
      <button type="button" className="button" data-kind={kind} onClick={() => goToStep(place.step + 1)}>
        Next step
      </button>
    );
  }
  const at = place.own ? -1 : allLessons.findIndex(({ name }) => name === place.name);
  const next = at < 0 ? undefined : allLessons[at + 1];
  return next ? (
    <button
      type="button"
      className="button"
      data-kind={kind}
      title={next.title}
      onClick={() => void openLesson(next.name)}
    >
      Next lesson
    </button>
  ) : (
    <button type="button" className="button" data-kind={kind} onClick={showLessons}>
      All lessons
    </button>
  );
}
