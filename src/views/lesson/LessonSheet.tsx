// The lesson on paper: story, steps, goals, and hints where they are wanted. On the screen it is not drawn.
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { flowText } from '../../lessons/flow-text.ts';
import type { Lesson, LessonStep } from '../../lessons/lesson.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LessonSheet.module.css';
import { ProseText } from './ProseText.tsx';

export function LessonSheet({ lesson }: { readonly lesson: Lesson }) {
  const printing = useWorkbench((state) => state.printing);
  const print = useWorkbench((state) => state.printLesson);
  useEffect(() => {
    if (!printing) return;
    const done = () => print(undefined);
    addEventListener('afterprint', done, { once: true });
    // The sheet is there with its hints by now.
    window.print();
    return () => removeEventListener('afterprint', done);
  }, [printing, print]);
  return createPortal(
    <article className={styles.sheet} data-print-sheet>
      <h1>{lesson.title}</h1>
      <ProseText>{lesson.story}</ProseText>
      {lesson.steps.map((step, at) => (
        <SheetStep
          key={step.title}
          step={step}
          number={lesson.steps.length > 1 ? at + 1 : undefined}
          hints={printing === 'with-hints'}
        />
      ))}
      <h2>Where this comes from</h2>
      <ul>
        {lesson.receipts.map(({ title, url }) => (
          <li key={url}>
            {title}: {url}
          </li>
        ))}
      </ul>
    </article>,
    document.body,
  );
}

interface SheetStepProps {
  readonly step: LessonStep;
  readonly number: number | undefined;
  readonly hints: boolean;
}

function SheetStep({ step, number, hints }: SheetStepProps) {
  return (
    <section className={styles.step}>
      <h2>
        {number !== undefined && `${number}. `}
        {step.title}
      </h2>
      {step.text.map(({ text }) => (
        <ProseText key={text}>{text}</ProseText>
      ))}
      <h3>Goals</h3>
      <ul className={styles.goals}>
        {step.goals.map((goal) => (
          <li key={goal.name}>
            {goal.name} <span className={styles.flow}>{flowText(goal)}</span>
          </li>
        ))}
      </ul>
      {hints && (
        <>
          <h3>Hints</h3>
          <ol className={styles.hints}>
            {step.hints.map((hint) => (
              <li key={hint}>
                <ProseText>{hint}</ProseText>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
