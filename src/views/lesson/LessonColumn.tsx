// The lesson beside the workbench: the step's text, its goals with why they fail, hints, and the way on.
import { useEffect } from 'react';
import { playedStep } from '../../state/lesson-place.ts';
import { useWorkbench } from '../workbench-context.ts';
import { GoalAnnouncer } from './GoalAnnouncer.tsx';
import { GoalSection } from './GoalSection.tsx';
import { HintSection } from './HintSection.tsx';
import styles from './LessonColumn.module.css';
import { LessonFoot } from './LessonFoot.tsx';
import { LessonHead } from './LessonHead.tsx';
import { LessonSheet } from './LessonSheet.tsx';
import { LessonTools } from './LessonTools.tsx';
import { StepText } from './StepText.tsx';

export function LessonColumn() {
  const place = useWorkbench((state) => state.lessonPlace);
  const load = useWorkbench((state) => state.loadLesson);
  const lesson = useWorkbench((state) => playedStep(state)?.lesson);
  const step = useWorkbench((state) => playedStep(state)?.step);
  useEffect(() => {
    if (place) void load();
  }, [place, load]);
  if (!lesson || !step || !place) return <p className={styles.loading}>Fetching the lesson…</p>;
  return (
    <section className={styles.column} data-testid="lesson" aria-label={`Lesson: ${lesson.title}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <div className={styles.scroll} tabIndex={0} role="document" key={place.step}>
        <LessonHead lesson={lesson} place={place} />
        <StepText lesson={lesson} step={step} isFirst={place.step === 0} />
        <GoalSection step={step} />
        <HintSection step={step} />
        <LessonTools lesson={lesson} />
      </div>
      <LessonFoot lesson={lesson} place={place} />
      <GoalAnnouncer />
      <LessonSheet lesson={lesson} />
    </section>
  );
}
