// Views of the map under names: keep the present one, go back to another, rename or delete one.
import { Bookmark } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { Icon } from '../Icon.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { SavedViewRow } from './SavedViewRow.tsx';
import styles from './SavedViews.module.css';

export function SavedViews() {
  const views = useWorkbench((state) => state.savedViews);
  const save = useWorkbench((state) => state.saveView);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const wanted = name.trim();
  const isTaken = views.some((view) => view.name === wanted);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className="button"
        data-kind="quiet"
        aria-label={views.length === 0 ? 'Views' : `Views ${views.length}`}
        title="Views of the map kept under a name"
      >
        <Icon of={Bookmark} />
        {views.length > 0 && <span className={styles.count}>{views.length}</span>}
      </Popover.Trigger>
      <Popover.Content
        className={styles.panel}
        align="end"
        sideOffset={4}
        collisionPadding={8}
        aria-label="Saved views"
      >
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (wanted === '') return;
            save(wanted);
            setName('');
          }}
        >
          <input
            className={styles.field}
            value={name}
            placeholder="Name of this view"
            aria-label="Name of this view"
            onChange={({ target }) => setName(target.value)}
          />
          <button type="submit" className="button" disabled={wanted === ''}>
            {isTaken ? 'Replace' : 'Save'}
          </button>
        </form>
        {views.length === 0 ? (
          <p className={styles.note}>
            A view keeps what is expanded, the layers, the selection and where the window stands. It is stored with the
            workspace.
          </p>
        ) : (
          <ul className={styles.list}>
            {views.map((view) => (
              <SavedViewRow key={view.name} name={view.name} onApplied={() => setOpen(false)} />
            ))}
          </ul>
        )}
      </Popover.Content>
    </Popover.Root>
  );
}
