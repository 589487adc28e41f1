// Search and act: one field that finds anything of the cluster, the texts and the actions, and goes there.
import { type FocusEvent, type KeyboardEvent, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { searchFieldId } from '../actions/find-actions.ts';
import { KeyHint } from '../actions/KeyHint.tsx';
import { useWorkbench, WorkbenchContext } from '../workbench-context.ts';
import { refreshRecent, withRecent } from './recent-entries.ts';
import styles from './SearchField.module.css';
import { entryId, SearchResults } from './SearchResults.tsx';
import type { SearchEntry } from './search-entry.ts';
import { searchEverything } from './search-everything.ts';
import { useSearchHits } from './use-search-hits.ts';

export function SearchField() {
  const store = useContext(WorkbenchContext);
  const report = useWorkbench((state) => state.analysis?.report);
  const findings = useWorkbench((state) => state.findings);
  const files = useWorkbench((state) => state.files);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [recent, setRecent] = useState<readonly SearchEntry[]>([]);
  const cameFrom = useRef<Element | null>(null);
  const listId = useId();
  const { hits, isAnswered } = useSearchHits(open ? text : '');
  /** Enter came before the answer: what it means is known then. */
  const [isChosen, setChosen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: report, findings and files are what the entries are found in
  const groups = useMemo(() => {
    if (!open || !store) return [];
    const state = store.getState();
    return searchEverything(state, text, hits, text === '' ? refreshRecent(state, recent) : []);
  }, [open, text, hits, recent, report, findings, files]);
  const entries = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
  const lit = entries[Math.min(at, entries.length - 1)];

  const light = (next: number) => {
    setAt(next);
    const entry = entries[next];
    if (entry) document.getElementById(entryId(listId, entry))?.scrollIntoView({ block: 'nearest' });
  };
  const close = () => {
    setOpen(false);
    setText('');
    setAt(0);
    setChosen(false);
  };
  /** Back to where the person was, unless what was chosen leads elsewhere. */
  const leave = (field: Element) => {
    if (document.activeElement !== field) return;
    if (cameFrom.current instanceof HTMLElement && cameFrom.current.isConnected) cameFrom.current.focus();
    else if (field instanceof HTMLElement) field.blur();
  };
  const choose = (entry: SearchEntry | undefined) => {
    const field = document.getElementById(searchFieldId);
    if (!entry || !store || !field) return;
    leave(field);
    close();
    setRecent(withRecent(recent, entry));
    entry.run(store.getState());
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const count = entries.length;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: count - 1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      const isArrow = event.key.startsWith('Arrow');
      light(isArrow ? (at + step) % count : Math.max(0, Math.min(count - 1, at + step)));
    } else if (event.key === 'Enter') {
      // Otherwise the key would also press the button that a dialog opened by it puts the focus on.
      event.preventDefault();
      if (isAnswered || at > 0) choose(lit);
      else setChosen(true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      leave(event.currentTarget);
      close();
    }
  };
  useEffect(() => {
    if (isChosen && isAnswered) choose(lit);
  });
  const entered = ({ relatedTarget }: FocusEvent) => {
    cameFrom.current = relatedTarget;
    setOpen(true);
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
        aria-activedescendant={open && lit ? entryId(listId, lit) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder="Search or act"
        value={text}
        onFocus={entered}
        onBlur={close}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setChosen(false);
        }}
        onKeyDown={pressed}
      />
      {!open && (
        <span className={styles.key} aria-hidden="true">
          <KeyHint chord="Mod+k" />
        </span>
      )}
      <div id={listId} className={styles.list} role="listbox" aria-label="Results" hidden={!open}>
        {open && entries.length === 0 && <p className={styles.none}>Nothing is called that</p>}
        <SearchResults
          id={listId}
          groups={groups}
          lit={lit}
          onLight={(entry) => setAt(entries.indexOf(entry))}
          onChoose={choose}
        />
      </div>
    </search>
  );
}
