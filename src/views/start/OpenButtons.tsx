// Opening files or a folder with the browser's own dialogs.
import { useWorkbench } from '../workbench-context.ts';
import { FilePicker } from './FilePicker.tsx';
import styles from './OpenButtons.module.css';

/** `into`: a new workspace, or the one on show. */
export function OpenButtons({ into }: { readonly into: 'new' | 'current' }) {
  const importEntries = useWorkbench((state) => state.importEntries);
  const verb = into === 'new' ? 'Open' : 'Add';
  return (
    <div className={styles.buttons}>
      <FilePicker
        files={{ label: `${verb} files`, testId: 'open-files' }}
        folder={{ label: `${verb} a folder` }}
        isPrimary={into === 'new'}
        onPick={(entries) => void importEntries(entries, into)}
      />
    </div>
  );
}
