// The baseline: take the draft as the new one, or go back to it.
import { DropdownMenu } from 'radix-ui';
import { changedPaths } from '../../state/selectors.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './Menu.module.css';

export function BaselineMenu() {
  const changed = useWorkbench((state) => changedPaths(state.files, state.baseline).size);
  const canUndo = useWorkbench((state) => state.canUndoRevert);
  const accept = useWorkbench((state) => state.acceptBaseline);
  const reviewDraft = useWorkbench((state) => state.reviewDraft);
  const revert = useWorkbench((state) => state.revert);
  const undoRevert = useWorkbench((state) => state.undoRevert);
  const files = `${changed} ${changed === 1 ? 'file' : 'files'}`;
  const words = changed === 0 ? 'As loaded' : `${files} changed`;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={`button ${styles.trigger}`} data-kind="quiet" aria-label={`Baseline: ${words}`}>
        {words}
        <span className={styles.caret} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className={styles.menu} align="start" sideOffset={4} collisionPadding={8}>
        <DropdownMenu.Item className={styles.item} disabled={changed === 0} onSelect={reviewDraft}>
          Review the changes
          <span className={styles.note}>What opens and closes, and which lines make it</span>
        </DropdownMenu.Item>
        <DropdownMenu.Item className={styles.item} disabled={changed === 0} onSelect={() => void accept()}>
          Accept as baseline
          <span className={styles.note}>Flips are counted from here on</span>
        </DropdownMenu.Item>
        <DropdownMenu.Item className={styles.item} disabled={changed === 0} onSelect={() => revert()}>
          Revert to baseline
          <span className={styles.note}>{changed === 0 ? 'Nothing to revert' : `Drops the edits of ${files}`}</span>
        </DropdownMenu.Item>
        {canUndo && (
          <DropdownMenu.Item className={styles.item} onSelect={undoRevert}>
            Undo revert
            <span className={styles.note}>Brings the dropped edits back</span>
          </DropdownMenu.Item>
        )}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
