// Hints one after another; after the last, the solution beside what one has.
import type { LessonStep } from '../../lessons/lesson.ts';
import { keyOfPlace } from '../../state/lesson-place.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './HintSection.module.css';
import { ProseText } from './ProseText.tsx';

export function HintSection({ step: { hints } }: { readonly step: LessonStep }) {
  const place = useWorkbench((state) => state.lessonPlace);
  const seen = useWorkbench(({ lessonProgress, lessonPlace }) =>
    lessonPlace ? (lessonProgress.get(keyOfPlace(lessonPlace))?.hints[lessonPlace.step] ?? 0) : 0,
  );
  const takeHint = useWorkbench((state) => state.takeHint);
  const showSolution = useWorkbench((state) => state.showSolution);
  const shown = useWorkbench((state) => state.solutionShown);
  if (!place || hints.length === 0) return null;
  return (
    <section className={styles.hints} aria-label="Hints">
      <ol className={styles.list} aria-live="polite">
        {hints.slice(0, seen).map((hint, at) => (
          <li key={hint} className={styles.hint}>
            <span className={styles.number}>
              Hint {at + 1} of {hints.length}
            </span>
            <ProseText>{hint}</ProseText>
          </li>
        ))}
      </ol>
      {seen < hints.length ? (
        <button type="button" className="button" onClick={takeHint}>
          {seen === 0 ? 'Show a hint' : 'Show the next hint'}
        </button>
      ) : (
        <button type="button" className="button" aria-pressed={shown} onClick={() => showSolution(!shown)}>
          {shown ? 'Hide the solution' : 'Show the solution'}
        </button>
      )}
    </section>
  );
}
