// What was chosen in the search lately, found again in the state of now: a place in a text may have moved since.
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { allActions } from '../actions/all-actions.ts';
import { actionEntry, isOffered } from './action-source.ts';
import { allSearchSources } from './all-search-sources.ts';
import { wordsOf } from './match-rank.ts';
import type { SearchEntry } from './search-entry.ts';

const MOST_RECENT = 6;

export function withRecent(recent: readonly SearchEntry[], chosen: SearchEntry): readonly SearchEntry[] {
  return [chosen, ...recent.filter(({ key }) => key !== chosen.key)].slice(0, MOST_RECENT);
}

/** Those that are still there; nodes are known by their id alone. */
export function refreshRecent(state: WorkbenchState, recent: readonly SearchEntry[]): readonly SearchEntry[] {
  return recent.flatMap((entry): readonly SearchEntry[] => {
    if (entry.key.startsWith('node ')) return [entry];
    const action = allActions.find(({ id }) => entry.key === `action ${id}`);
    if (action) return isOffered(action, state) ? [actionEntry(action, state)] : [];
    for (const source of allSearchSources) {
      for (const found of source(state, wordsOf(entry.name))) if (found.key === entry.key) return [found];
    }
    return [];
  });
}
