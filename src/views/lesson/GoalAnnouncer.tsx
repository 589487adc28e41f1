// Says to screen readers which goals begin or cease to hold, politely, once typing has paused.
import { useEffect, useRef, useState } from 'react';
import { shownGrade } from '../../state/lesson-queries.ts';
import type { StepGrade } from '../../state/lesson-slice.ts';
import { useWorkbench } from '../workbench-context.ts';
import { goalNews } from './goal-words.ts';

/** Milliseconds without a change before it is said. */
const quiet = 800;

export function GoalAnnouncer() {
  const grade = useWorkbench(shownGrade);
  const told = useRef<StepGrade>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!grade) return;
    const before = told.current;
    // The state at the start of a step is no news.
    if (before?.step !== grade.step || before.lesson !== grade.lesson) {
      told.current = grade;
      return;
    }
    const timer = setTimeout(() => {
      told.current = grade;
      const news = goalNews(before.goals, grade.goals, grade.passed);
      if (news !== '') setSaid(news);
    }, quiet);
    return () => clearTimeout(timer);
  }, [grade]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}
