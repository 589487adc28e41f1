// Finds actions by their words.
import type { WorkbenchState } from '../../state/workbench-state.ts';
import type { Action } from '../actions/action.ts';
import { allActions } from '../actions/all-actions.ts';
import { type MatchRank, matchRank } from './match-rank.ts';
import type { SearchEntry } from './search-entry.ts';

export const isOffered = (action: Action, state: WorkbenchState): boolean => action.isOffered?.(state) ?? true;

export function actionEntry(action: Action, state: WorkbenchState, rank: MatchRank = 0): SearchEntry {
  return {
    key: `action ${action.id}`,
    group: 'Actions',
    name: action.label(state),
    detail: action.detail ?? '',
    rank,
    isName: false,
    ...(action.keys ? { keys: action.keys } : {}),
    run: (now) => action.run(now),
  };
}

export function* actionSource(state: WorkbenchState, words: readonly string[]): Iterable<SearchEntry> {
  for (const action of allActions) {
    const rank = isOffered(action, state)
      ? matchRank(words, action.label(state), `${action.detail ?? ''} ${action.group}`)
      : undefined;
    if (rank !== undefined) yield actionEntry(action, state, rank);
  }
}
