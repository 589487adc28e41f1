// Entries for what the engine found in the cluster: choosing one opens the way to the node and selects it.
import type { SearchHit } from '../../engine/find-nodes.ts';
import { type MatchRank, matchRank } from './match-rank.ts';
import type { SearchEntry } from './search-entry.ts';

export function nodeEntries(hits: readonly SearchHit[], words: readonly string[]): readonly SearchEntry[] {
  return hits.map((hit) => nodeEntry(hit, matchRank(words, hit.name, hit.detail) ?? 4));
}

function nodeEntry(hit: SearchHit, rank: MatchRank): SearchEntry {
  return {
    key: `node ${hit.id}`,
    group: 'Cluster',
    name: hit.name,
    detail: hit.detail,
    rank,
    isName: true,
    run(state) {
      if (hit.id.startsWith('host:') && state.hideHosts) state.setToggle('hideHosts', false);
      if (hit.within !== undefined && state.collapsedNamespaces.includes(hit.within)) state.toggleNamespace(hit.within);
      if (hit.workload !== undefined && !state.expandedWorkloads.includes(hit.workload)) {
        state.toggleWorkload(hit.workload);
      }
      state.select({ type: 'node', id: hit.id });
    },
  };
}
