// The example solution in place of the editor: what it would add to the answer and take from it; applied only when asked for.
import { useMemo } from 'react';
import { filesBefore } from '../../lessons/lesson-files.ts';
import { playedStep } from '../../state/lesson-place.ts';
import { NameText } from '../NameText.tsx';
import { DiffLine } from '../review/DiffLine.tsx';
import diff from '../review/ObjectDiff.module.css';
import { useWorkbench } from '../workbench-context.ts';
import styles from './SolutionPane.module.css';
import { comparedFiles } from './solution-files.ts';

export function SolutionPane() {
  const files = useWorkbench((state) => state.files);
  const lesson = useWorkbench((state) => playedStep(state)?.lesson);
  const step = useWorkbench((state) => state.lessonPlace?.step ?? 0);
  const apply = useWorkbench((state) => state.applySolution);
  const show = useWorkbench((state) => state.showSolution);
  const compared = useMemo(
    () => (lesson ? comparedFiles(files, filesBefore(lesson, step + 1)) : []),
    [files, lesson, step],
  );
  return (
    <section className={styles.pane} aria-label="Example solution">
      <header className={styles.bar}>
        <h2>An example solution, against your answer</h2>
        <button type="button" className="button" onClick={() => show(false)}>
          Back to the editor
        </button>
        <button type="button" className="button" data-kind="primary" disabled={compared.length === 0} onClick={apply}>
          Use it
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <div className={styles.scroll} tabIndex={0} role="document">
        {compared.length === 0 && <p className={styles.same}>Your files are those of the example.</p>}
        {compared.map(({ path, change, lines }) => (
          <article key={path} className={diff.object}>
            <h3 className={styles.file}>
              <NameText>{path}</NameText>
              <span className={styles.change}>{change}</span>
            </h3>
            <div className={diff.lines}>
              {lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are a sequence
                <DiffLine key={at} line={line} />
              ))}
            </div>
          </article>
        ))}
      </div>
      <p className={styles.note}>Other answers may be as good: only the flows count. Undo brings yours back.</p>
    </section>
  );
}
