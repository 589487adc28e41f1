// Finds policies, those that take no part included, and tiers by their names.
import { counted } from '../../base/counted.ts';
import { kindWords } from '../../exporters/policy-words.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { matchRank } from './match-rank.ts';
import type { SearchEntry } from './search-entry.ts';

export function* policySource({ analysis }: WorkbenchState, words: readonly string[]): Iterable<SearchEntry> {
  if (!analysis) return;
  const { policies, inactive } = analysis.report;
  for (const { id, name, namespace, kind, tier, location, ...rest } of [...policies, ...inactive]) {
    if ('implied' in rest) continue;
    const place = namespace === '' ? kindWords(kind) : `${kindWords(kind)} in ${namespace}`;
    const detail = 'reason' in rest ? `${place}, ${rest.reason}` : place;
    const rank = matchRank(words, name, `${detail} ${tier ?? ''}`);
    if (rank === undefined) continue;
    const key = `policy ${id} ${location.file}`;
    const run: SearchEntry['run'] = (now) => now.revealLocation(location);
    yield { key, group: 'Policies', name, detail, rank, isName: true, run };
  }
}

export function* tierSource({ analysis }: WorkbenchState, words: readonly string[]): Iterable<SearchEntry> {
  if (!analysis) return;
  const { tiers, policies } = analysis.report;
  for (const { name, title, order } of tiers) {
    const own = policies.filter((policy) => policy.tier === name && policy.implied === undefined);
    const first = own[0];
    const rank = first && matchRank(words, title, 'Tier');
    if (!first || rank === undefined) continue;
    const detail = `Tier${order === undefined ? '' : `, order ${order}`}, ${counted(own.length, 'policy')}`;
    const run: SearchEntry['run'] = (now) => now.revealLocation(first.location);
    yield { key: `tier ${name}`, group: 'Tiers', name: title, detail, rank, isName: true, run };
  }
}
