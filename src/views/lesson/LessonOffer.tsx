// A teacher's lesson came while there is other work: asks.
import { counted } from '../../base/counted.ts';
import { Dialog } from '../Dialog.tsx';
import styles from '../links/LinkDialog.module.css';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';

export function LessonOffer() {
  const offer = useWorkbench((state) => state.lessonOffer);
  const name = useWorkbench((state) => state.name);
  const accept = useWorkbench((state) => state.acceptLesson);
  const decline = useWorkbench((state) => state.declineLesson);
  if (!offer) return null;
  const { title, minutes, steps } = offer.lesson;
  return (
    <Dialog title="Open the lesson?" onClose={decline}>
      <div className={styles.link}>
        <p>
          “{title}” has {counted(steps.length, 'step')}
          {minutes !== undefined && ` and takes about ${counted(minutes, 'minute')}`}. <NameText>{name}</NameText> is
          kept as it is, and comes back when you leave the lesson.
        </p>
        <div className={styles.buttons}>
          <button type="button" className="button" data-kind="primary" onClick={() => void accept()}>
            Open the lesson
          </button>
          <button type="button" className="button" onClick={decline}>
            Stay with my files
          </button>
        </div>
      </div>
    </Dialog>
  );
}
