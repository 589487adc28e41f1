// Take back and make again, each with what it is about to change; says what it did to screen readers.
import { Redo2, Undo2 } from 'lucide-react';
import { useContext, useEffect, useState } from 'react';
import { visibleText } from '../../base/visible-text.ts';
import { stepGone } from '../../state/edit-history.ts';
import { travelWords } from '../actions/edit-actions.ts';
import { chordText, isMac } from '../actions/key-chord.ts';
import { Icon } from '../Icon.tsx';
import { useWorkbench, WorkbenchContext } from '../workbench-context.ts';

export function HistoryButtons() {
  const store = useContext(WorkbenchContext);
  const last = useWorkbench((state) => state.undoSteps.at(-1));
  const next = useWorkbench((state) => state.redoSteps[0]);
  const undo = useWorkbench((state) => state.undo);
  const redo = useWorkbench((state) => state.redo);
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      store?.subscribe((state, before) => {
        const gone = stepGone(before, state);
        if (gone) setSaid(`${gone.way === 'undo' ? 'Undone' : 'Redone'}: ${gone.step.label}`);
      }),
    [store],
  );
  const buttons = [
    { words: travelWords('Undo', last), keys: 'Mod+z', icon: Undo2, run: undo, step: last },
    { words: travelWords('Redo', next), keys: 'Mod+Shift+z', icon: Redo2, run: redo, step: next },
  ];
  return (
    <>
      {buttons.map(({ words, keys, icon, run, step }) => (
        <button
          key={keys}
          type="button"
          className="button"
          data-kind="icon"
          aria-label={visibleText(words)}
          title={`${visibleText(words)} (${chordText(keys, isMac())})`}
          // Not `disabled`: the key that took back the last step would lose its place.
          aria-disabled={step === undefined}
          onClick={run}
        >
          <Icon of={icon} />
        </button>
      ))}
      <span className="visually-hidden" role="status">
        {visibleText(said)}
      </span>
    </>
  );
}
