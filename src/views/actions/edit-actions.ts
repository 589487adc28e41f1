// Actions on the texts: take back, make again, baseline.
import type { HistoryStep } from '../../state/edit-history.ts';
import { changedPaths } from '../../state/selectors.ts';
import { selectSafeFixes } from '../../state/shown-problems.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { type Action, action } from './action.ts';

/** `Undo move allow-web before deny-all`: the first letter small, unless the word is a name. */
export function travelWords(way: 'Undo' | 'Redo', step: HistoryStep | undefined): string {
  if (!step) return way;
  const { label } = step;
  return `${way} ${/^[A-Z][a-z]* /.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label}`;
}

const hasEdits = ({ files, baseline }: WorkbenchState): boolean => changedPaths(files, baseline).size > 0;

export const editActions: readonly Action[] = [
  {
    id: 'edit.undo',
    group: 'Edit',
    label: ({ undoSteps }) => travelWords('Undo', undoSteps.at(-1)),
    does: 'Undo the last change, of any file',
    keys: ['Mod+z'],
    isOffered: ({ undoSteps }) => undoSteps.length > 0,
    run: (state) => state.undo(),
  },
  {
    id: 'edit.redo',
    group: 'Edit',
    label: ({ redoSteps }) => travelWords('Redo', redoSteps[0]),
    does: 'Redo what was undone',
    keys: ['Mod+Shift+z', 'Mod+y'],
    isOffered: ({ redoSteps }) => redoSteps.length > 0,
    run: (state) => state.redo(),
  },
  {
    id: 'edit.fixSafe',
    group: 'Edit',
    label: (state) => `Fix all safe findings (${selectSafeFixes(state).length})`,
    detail: 'Leaves the meaning of the manifests as it is; lint, correct, quick fix',
    does: 'Write all safe fixes at once',
    isOffered: (state) => !state.stale && selectSafeFixes(state).length > 0,
    run: (state) => state.fixAllSafe(),
  },
  action({
    id: 'edit.accept',
    group: 'Edit',
    label: 'Accept as baseline',
    detail: 'Flips are counted from here on',
    isOffered: hasEdits,
    run: (state) => void state.acceptBaseline(),
  }),
  action({
    id: 'edit.revert',
    group: 'Edit',
    label: 'Revert to baseline',
    detail: 'Drops all edits; can be undone',
    isOffered: hasEdits,
    run: (state) => state.revert(),
  }),
];
