// What a step says: the story before the first one, then its paragraphs, each statement of fact with what it rests on.
import { useEffect, useRef, useState } from 'react';
import type { Lesson, LessonStep } from '../../lessons/lesson.ts';
import { fileAt } from '../../state/file-list.ts';
import { useWorkbench } from '../workbench-context.ts';
import { FactParagraph } from './FactParagraph.tsx';
import { factPlaces } from './fact-places.ts';
import { ProseText } from './ProseText.tsx';
import styles from './StepText.module.css';

/** Room for the story above the step’s own text and goals. */
const tallWindow = '(min-height: 800px)';

interface StepTextProps {
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly isFirst: boolean;
}

export function StepText({ lesson, step, isFirst }: StepTextProps) {
  const place = useWorkbench((state) => state.lessonPlace);
  const [storyOpen, setStoryOpen] = useState(isFirst && matchMedia(tallWindow).matches);
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever came by an address, or by a button that is gone with the step before, reads on here.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  const places = factPlaces(step.text);
  const number = (place?.step ?? 0) + 1;
  const several = lesson.steps.length > 1;
  return (
    <>
      <details className={styles.story} open={storyOpen} onToggle={(event) => setStoryOpen(event.currentTarget.open)}>
        <summary>The story</summary>
        <ProseText>{lesson.story}</ProseText>
      </details>
      <div className={styles.titleLine}>
        <h3 ref={title} tabIndex={-1} className={styles.title}>
          {several && (
            <span className={styles.number}>
              Step {number} of {lesson.steps.length}
            </span>
          )}
          {step.title}
        </h3>
        <ShowMe step={step} />
      </div>
      {step.text.map((paragraph, at) =>
        paragraph.fact ? (
          <FactParagraph key={paragraph.text} paragraph={paragraph} first={places[at] ?? 0} />
        ) : (
          <ProseText key={paragraph.text}>{paragraph.text}</ProseText>
        ),
      )}
      <MissingFile path={step.open} />
    </>
  );
}

function ShowMe({ step: { open, view, look } }: { readonly step: LessonStep }) {
  const show = useWorkbench((state) => state.showStep);
  if (open === undefined && !view && !look) return null;
  return (
    <button type="button" className="link" title="The file, view and flow that this step speaks of" onClick={show}>
      Show me
    </button>
  );
}

/** The step works in a file that there is not yet. */
function MissingFile({ path }: { readonly path: string | undefined }) {
  const isThere = useWorkbench((state) => path === undefined || fileAt(state.files, path) !== undefined);
  const create = useWorkbench((state) => state.createFile);
  if (isThere || path === undefined) return null;
  return (
    <p className={styles.missing}>
      <button type="button" className="button" onClick={() => create(path, '')}>
        Create <code>{path}</code>
      </button>
    </p>
  );
}
