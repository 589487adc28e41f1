// A change that makes flips: where it is written, and what it does. Pressed, it is shown in the diff.
import { visibleText } from '../../base/visible-text.ts';
import type { ExportedCause } from '../../exporters/diff-report.ts';
import { NameText } from '../NameText.tsx';
import { useWorkbench } from '../workbench-context.ts';
import styles from './ReviewPanes.module.css';

interface CauseLineProps {
  readonly cause: ExportedCause;
  readonly onShow: (() => void) | undefined;
}

export function CauseLine({ cause, onShow }: CauseLineProps) {
  const chooseHunk = useWorkbench((state) => state.chooseHunk);
  return (
    <button
      type="button"
      data-row
      className={styles.cause}
      onClick={() => {
        chooseHunk(cause.id);
        onShow?.();
      }}
    >
      <span>{visibleText(cause.change)}</span>
      <span className={styles.place}>
        <NameText tail={16}>{`${cause.file}:${cause.line}`}</NameText>
      </span>
    </button>
  );
}
