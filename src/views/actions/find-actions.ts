// The action that leads to all others: the field that searches.
import { type Action, action } from './action.ts';

export const searchFieldId = 'search-or-act';

export const findActions: readonly Action[] = [
  action({
    id: 'find.search',
    group: 'Find',
    label: 'Search or act',
    does: 'Search everything, and act',
    keys: ['/', 'Mod+k'],
    // The field is where it would be chosen.
    isOffered: () => false,
    run: () => document.getElementById(searchFieldId)?.focus(),
  }),
];
