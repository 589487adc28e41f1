// The goals of the step: which hold, why the others do not yet, limits, the goal matrix; and what is told of an answer that passes.
import type { LessonStep } from '../../lessons/lesson.ts';
import { shownGrade } from '../../state/lesson-queries.ts';
import { useWorkbench } from '../workbench-context.ts';
import { GoalList } from './GoalList.tsx';
import { GoalMatrixTable } from './GoalMatrixTable.tsx';
import styles from './GoalSection.module.css';
import { PassedNote } from './PassedNote.tsx';
import { ProseText } from './ProseText.tsx';

export function GoalSection({ step }: { readonly step: LessonStep }) {
  const grade = useWorkbench(shownGrade);
  const mistake = grade?.mistake === undefined ? undefined : step.mistakes[grade.mistake];
  return (
    <section className={styles.section} aria-label="Goals" data-passed={grade?.passed}>
      <header className={styles.head}>
        <h3>Goals</h3>
        {step.pending && <span className={styles.note}>with staged policies taking part</span>}
      </header>
      {mistake && (
        <div className={styles.mistake} role="note" aria-label="What is likely wrong">
          <ProseText>{mistake.say}</ProseText>
        </div>
      )}
      {grade?.incomplete && (
        <p className={styles.incomplete}>Something in the files is not taken: the problems tell what and where.</p>
      )}
      <GoalList step={step} grade={grade} />
      {grade?.passed && <PassedNote grade={grade} />}
      {grade && <GoalMatrixTable matrix={grade.matrix} />}
    </section>
  );
}
