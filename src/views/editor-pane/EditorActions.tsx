// What can be done with a file that differs from the baseline: compare it, take it back. Absent while there is nothing to do.
import { useWorkbench } from '../workbench-context.ts';
import { useIsDirty } from './changed-files.ts';
import styles from './EditorPane.module.css';

interface EditorActionsProps {
  readonly path: string;
  readonly comparing: boolean;
  readonly onCompare: (on: boolean) => void;
}

export function EditorActions({ path, comparing, onCompare }: EditorActionsProps) {
  const revert = useWorkbench((state) => state.revert);
  const isDirty = useIsDirty(path);
  const isNew = useWorkbench((state) => !state.baseline.some((file) => file.path === path));
  if (!isDirty && !comparing) return null;
  return (
    <div className={styles.actions}>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        aria-pressed={comparing}
        onClick={() => onCompare(!comparing)}
      >
        Compare
      </button>
      <button
        type="button"
        className="button"
        data-kind="quiet"
        disabled={!isDirty || isNew}
        title={isNew ? 'The baseline does not have this file' : 'Back to the text of the baseline'}
        onClick={() => revert(path)}
      >
        Revert file
      </button>
    </div>
  );
}
