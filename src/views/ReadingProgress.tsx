// How far a large file is read, with a way to stop.
import { NameText } from './NameText.tsx';
import styles from './ReadingProgress.module.css';
import { useWorkbench } from './workbench-context.ts';

const MiB = 1024 * 1024;

export function ReadingProgress() {
  const reading = useWorkbench((state) => state.reading);
  const cancel = useWorkbench((state) => state.cancelReading);
  if (!reading) return null;
  const { path, bytes, of } = reading;
  const isRead = bytes >= of;
  return (
    <div className={styles.box} role="status">
      <div className={styles.head}>
        <span>
          {isRead ? 'Evaluating' : 'Reading'} <NameText>{path}</NameText>
        </span>
        {!isRead && (
          <span className={styles.figures}>
            {Math.floor(bytes / MiB)} of {Math.ceil(of / MiB)} MiB
          </span>
        )}
      </div>
      <progress className={styles.bar} max={of} value={bytes} aria-label={`Reading ${path}`} />
      {!isRead && (
        <button type="button" className="button" onClick={cancel}>
          Cancel
        </button>
      )}
    </div>
  );
}
