// One thing that a person can do, wherever it is offered: by a key, in the palette, in a menu.
import type { WorkbenchState } from '../../state/workbench-state.ts';
import type { KeyChord } from './key-chord.ts';

/** Groups in the order of the list of keys. */
export const actionGroups = ['Find', 'Edit', 'Map', 'Panes', 'Reading', 'Look', 'Workspace'] as const;

export interface Action {
  /** `map.matrix`; never shown, remembered among the recent ones. */
  readonly id: string;
  readonly group: (typeof actionGroups)[number];
  /** Verb first; may follow what is on show: `Undo move allow-web before deny-all`. */
  label(state: WorkbenchState): string;
  /** What else is worth saying, and other words it is looked for by. */
  readonly detail?: string;
  readonly keys?: readonly KeyChord[];
  /** In the list of keys, where the label would say too much of the moment. */
  readonly does?: string;
  /** Left out where it makes no sense. */
  isOffered?(state: WorkbenchState): boolean;
  run(state: WorkbenchState): void;
}

/** An action whose label is always the same. */
export function action({ label, ...rest }: Omit<Action, 'label'> & { readonly label: string }): Action {
  return { ...rest, label: () => label };
}
