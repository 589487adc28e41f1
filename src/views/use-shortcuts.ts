// Keys that work anywhere in the workbench, except while typing: those of the one list of actions.
import { useContext, useEffect } from 'react';
import { allActions } from './actions/all-actions.ts';
import { isPressed } from './actions/key-chord.ts';
import { WorkbenchContext } from './workbench-context.ts';

/** Elements that want the keys for themselves. */
const typing =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="textbox"], .monaco-editor';
/** Leads to the search from fields too. */
const everywhere = 'Mod+k';

export function useShortcuts(): void {
  const store = useContext(WorkbenchContext);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!store || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : undefined;
      // A dialog has its own Escape, wherever the focus went in it.
      if (document.querySelector('dialog[open]') || (at?.closest(typing) && !isPressed(everywhere, event))) return;
      const action = allActions.find(({ keys }) => keys?.some((chord) => isPressed(chord, event)));
      if (!action) return;
      event.preventDefault();
      action.run(store.getState());
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [store]);
}
