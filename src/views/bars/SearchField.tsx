// Search and act: one field that finds nodes, policies, files and actions, and goes there.
import { type KeyboardEvent, useContext, useId, useMemo, useState } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import { NameText } from '../NameText.tsx';
import { searchFieldId } from '../use-shortcuts.ts';
import { useWorkbench, WorkbenchContext } from '../workbench-context.ts';
import styles from './SearchField.module.css';
import { type SearchEntry, searchEntries } from './search-entries.ts';
import { useSearchHits } from './use-search-hits.ts';

export function SearchField() {
  const store = useContext(WorkbenchContext);
  const report = useWorkbench((state) => state.analysis?.report);
  const files = useWorkbench((state) => state.files);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const listId = useId();
  const hits = useSearchHits(open ? text : '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the report and the files are what the entries are found in
  const entries = useMemo(
    () => (open && store ? searchEntries(store.getState(), text, hits) : []),
    [open, text, hits, report, files],
  );

  const close = () => {
    setOpen(false);
    setText('');
    setAt(0);
  };
  const choose = (entry: SearchEntry | undefined) => {
    if (!entry || !store) return;
    entry.run(store.getState());
    close();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : entries.length - 1;
      setAt((now) => (entries.length === 0 ? 0 : (now + step) % entries.length));
    } else if (event.key === 'Enter') {
      // Otherwise the key would also press the button that a dialog opened by it puts the focus on.
      event.preventDefault();
      choose(entries[at]);
    } else if (event.key === 'Escape') {
      close();
      event.currentTarget.blur();
    }
  };

  return (
    <search className={styles.search}>
      <input
        id={searchFieldId}
        className={`field ${styles.input}`}
        type="text"
        role="combobox"
        aria-label="Search or act"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && entries[at] ? `${listId}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Search or act"
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      {!open && (
        <span className={styles.key} aria-hidden="true">
          /
        </span>
      )}
      <div id={listId} className={styles.list} role="listbox" aria-label="Results" hidden={!open}>
        {open && entries.length === 0 && <p className={styles.none}>Nothing is called that</p>}
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
          <div
            key={entry.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.entry}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(entry)}
          >
            {entry.isName ? <NameText>{entry.name}</NameText> : <span>{entry.name}</span>}
            <span className={styles.detail}>{visibleText(entry.detail)}</span>
          </div>
        ))}
      </div>
    </search>
  );
}
