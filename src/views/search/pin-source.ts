// Finds pinned flows by their names and ends; choosing one explains the flow.
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { matchRank } from './match-rank.ts';
import type { SearchEntry } from './search-entry.ts';

export function* pinSource({ analysis }: WorkbenchState, words: readonly string[]): Iterable<SearchEntry> {
  for (const { name, from, to, port, expect, holds, query, location } of analysis?.assertions.results ?? []) {
    const detail = `Pinned flow, ${holds ? 'holds' : 'broken'}: must be ${expect}`;
    const rank = matchRank(words, name, `${detail} assertion ${from} ${to} ${port ?? ''}`);
    if (rank === undefined) continue;
    const key = `pin ${location.file} ${location.start}`;
    const run: SearchEntry['run'] = (state) => state.explain(query);
    yield { key, group: 'Pinned flows', name, detail, rank, isName: true, run };
  }
}
