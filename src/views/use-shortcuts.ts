// Keys that work anywhere in the workbench, except while typing.
import { useEffect } from 'react';
import { useWorkbench } from './workbench-context.ts';

/** What the help shows; the listener below is their one implementation. */
export const shortcuts: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: '/ or Ctrl K', does: 'Search nodes, policies, files and actions' },
  { keys: 'g', does: 'Graph' },
  { keys: 'm', does: 'Matrix' },
  { keys: 't', does: 'Table' },
  { keys: 'c', does: 'Only what changes, on and off' },
  { keys: 'Esc', does: 'Let go of the selection' },
  { keys: '?', does: 'This list' },
];

/** Elements that want the keys for themselves. */
const typing = 'input, textarea, select, [contenteditable], [role="textbox"], .monaco-editor, dialog';

export function useShortcuts(onHelp: () => void): void {
  const setMapView = useWorkbench((state) => state.setMapView);
  const setToggle = useWorkbench((state) => state.setToggle);
  const onlyChanges = useWorkbench((state) => state.onlyChanges);
  const select = useWorkbench((state) => state.select);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const isSearch = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!isSearch && (event.ctrlKey || event.metaKey || event.altKey)) return;
      const inField = event.target instanceof Element && event.target.closest(typing) !== null;
      if (event.defaultPrevented || (inField && !isSearch)) return;
      const actions: Record<string, () => void> = {
        '/': focusSearch,
        '?': onHelp,
        g: () => setMapView('graph'),
        m: () => setMapView('matrix'),
        t: () => setMapView('table'),
        c: () => setToggle('onlyChanges', !onlyChanges),
        Escape: () => select(undefined),
      };
      const action = isSearch ? focusSearch : actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [onHelp, setMapView, setToggle, onlyChanges, select]);
}

export const searchFieldId = 'search-or-act';

function focusSearch(): void {
  document.getElementById(searchFieldId)?.focus();
}
