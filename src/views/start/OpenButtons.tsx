// Opening files or a folder with the browser's own dialogs.
import { type ChangeEvent, useRef } from 'react';
import { entriesOfFiles } from '../../state/gather-entries.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './OpenButtons.module.css';

const readable = '.yaml,.yml,.json,.zip,.gz,.tgz,.txt';

/** `into`: a new workspace, or the one on show. */
export function OpenButtons({ into }: { readonly into: 'new' | 'current' }) {
  const importEntries = useWorkbench((state) => state.importEntries);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const entries = entriesOfFiles(event.target.files ?? []);
    // The same files may be chosen again.
    event.target.value = '';
    void importEntries(entries, into);
  };
  return (
    <div className={styles.buttons}>
      <button
        type="button"
        className="button"
        data-kind={into === 'new' ? 'primary' : undefined}
        onClick={() => files.current?.click()}
      >
        {into === 'new' ? 'Open files' : 'Add files'}
      </button>
      <button type="button" className="button" onClick={() => folder.current?.click()}>
        {into === 'new' ? 'Open a folder' : 'Add a folder'}
      </button>
      <input
        ref={files}
        className={styles.input}
        type="file"
        multiple
        accept={readable}
        tabIndex={-1}
        aria-label={into === 'new' ? 'Open files' : 'Add files'}
        data-testid="open-files"
        onChange={chosen}
      />
      <input
        ref={(input) => {
          folder.current = input;
          if (input) input.webkitdirectory = true;
        }}
        className={styles.input}
        type="file"
        tabIndex={-1}
        aria-label={into === 'new' ? 'Open a folder' : 'Add a folder'}
        onChange={chosen}
      />
    </div>
  );
}
