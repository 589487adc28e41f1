// What teachers need: a lesson from a file, a template to write one. And for everybody: forgetting what was passed.
import { type ChangeEvent, useRef, useState } from 'react';
import { MessageText } from '../editor-pane/MessageText.tsx';
import { saveTextFile } from '../save-text-file.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './LearnScreen.module.css';

async function saveTemplate(): Promise<void> {
  const { lessonTemplate } = await import('../../lessons/lesson-template.ts');
  saveTextFile(lessonTemplate.path, lessonTemplate.text);
}

export function TeacherPart() {
  const input = useRef<HTMLInputElement>(null);
  const offer = useWorkbench((state) => state.offerLesson);
  const chosen = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    const text = await file?.text();
    if (input.current) input.current.value = '';
    if (file && text !== undefined) await offer({ path: file.name, text });
  };
  return (
    <section className={styles.track} aria-label="For teachers">
      <h2>Lessons of your own</h2>
      <p className={styles.about}>
        <MessageText>
          {
            'A lesson is one file. `sluice lesson check FILE` proves it, and `sluice lesson link FILE` makes a link of it.'
          }
        </MessageText>
      </p>
      <div className={styles.buttons}>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          Open a lesson file
        </button>
        <button type="button" className="button" onClick={() => void saveTemplate()}>
          Save the template
        </button>
        <ClearProgress />
        <input
          ref={input}
          hidden
          type="file"
          accept=".yaml,.yml,.json"
          aria-label="Lesson file"
          data-testid="lesson-file"
          onChange={(event) => void chosen(event)}
        />
      </div>
    </section>
  );
}

/** Asks once more in its own place. */
function ClearProgress() {
  const isThere = useWorkbench((state) => state.lessonProgress.size > 0);
  const clear = useWorkbench((state) => state.clearLessonProgress);
  const [asked, setAsked] = useState(false);
  if (!isThere) return null;
  const press = () => {
    if (asked) clear();
    setAsked(!asked);
  };
  return (
    <button type="button" className="button" data-kind="quiet" onClick={press} onBlur={() => setAsked(false)}>
      {asked ? 'Forget all progress and answers' : 'Clear progress'}
    </button>
  );
}
