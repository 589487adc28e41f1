// Finds saved views of the map by their names.
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { matchRank } from './match-rank.ts';
import type { SearchEntry } from './search-entry.ts';

export function* viewSource({ savedViews }: WorkbenchState, words: readonly string[]): Iterable<SearchEntry> {
  for (const { name } of savedViews) {
    const rank = matchRank(words, name, 'Saved view');
    if (rank === undefined) continue;
    const run: SearchEntry['run'] = (state) => state.applyView(name);
    yield { key: `view ${name}`, group: 'Saved views', name, detail: 'Saved view', rank, isName: true, run };
  }
}
