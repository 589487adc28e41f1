// One saved view: its name goes to it; it can be renamed in its place, and deleted.
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './SavedViews.module.css';

interface SavedViewRowProps {
  readonly name: string;
  readonly onApplied: () => void;
}

export function SavedViewRow({ name, onApplied }: SavedViewRowProps) {
  const apply = useWorkbench((state) => state.applyView);
  const rename = useWorkbench((state) => state.renameView);
  const remove = useWorkbench((state) => state.deleteView);
  const [typed, setTyped] = useState<string>();
  const shown = visibleText(name);
  if (typed !== undefined) {
    return (
      <li>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            rename(name, typed.trim());
            setTyped(undefined);
          }}
        >
          <input
            className={styles.field}
            value={typed}
            aria-label={`New name of ${shown}`}
            ref={focusOnce}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setTyped(undefined);
            }}
          />
          <button type="submit" className="button">
            Rename
          </button>
        </form>
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.apply}
        onClick={() => {
          apply(name);
          onApplied();
        }}
      >
        {shown}
      </button>
      <button type="button" className={styles.tool} aria-label={`Rename ${shown}`} onClick={() => setTyped(name)}>
        <Pencil size={14} aria-hidden="true" />
      </button>
      <button type="button" className={styles.tool} aria-label={`Delete ${shown}`} onClick={() => remove(name)}>
        <Trash2 size={14} aria-hidden="true" />
      </button>
    </li>
  );
}

/** Whoever asked to rename types next. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.select();
}
