// Entries for what the engine found in the cluster: choosing one opens the way to the node and selects it; a flow to a service is explained.
import type { SearchHit } from '../../engine/find-nodes.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { type MatchRank, matchRank } from './match-rank.ts';
import type { SearchEntry } from './search-entry.ts';

export function nodeEntries(hits: readonly SearchHit[], words: readonly string[]): readonly SearchEntry[] {
  // Nothing but labels is written so.
  const isLabel = words.some((word) => word.includes('='));
  return hits.map((hit) => nodeEntry(hit, isLabel ? 1 : (matchRank(words, hit.name, hit.detail) ?? 4)));
}

/** From what is selected, else from outside: what is behind the service and whether it is reached. */
function explainService({ id, port }: SearchHit, { selection, explain }: WorkbenchState): void {
  const isEnd = selection?.type === 'node' && !selection.id.startsWith('namespace:');
  explain({ from: isEnd ? selection.id : 'internet', to: id, ...(port ?? { protocol: 'TCP' }) });
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
      if (hit.id.startsWith('svc:')) {
        explainService(hit, state);
        return;
      }
      if (hit.id.startsWith('host:') && state.hideHosts) state.setToggle('hideHosts', false);
      if (hit.within !== undefined && state.collapsedNamespaces.includes(hit.within)) state.toggleNamespace(hit.within);
      if (hit.workload !== undefined && !state.expandedWorkloads.includes(hit.workload)) {
        state.toggleWorkload(hit.workload);
      }
      state.select({ type: 'node', id: hit.id });
    },
  };
}
