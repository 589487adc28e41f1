// Finds problems and findings by their words, code, object or file.
import { selectProblems } from '../../state/shown-problems.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { matchRank } from './match-rank.ts';
import type { SearchEntry } from './search-entry.ts';

export function* problemSource(state: WorkbenchState, words: readonly string[]): Iterable<SearchEntry> {
  for (const { code, severity, message, location, object } of selectProblems(state)) {
    const rank = matchRank(words, message, `${code} ${severity} ${object ?? ''} ${location.file}`);
    // Letters in some order are found in every sentence.
    if (rank === undefined || rank === 5) continue;
    const detail = `${severity}, ${location.file}:${location.line}`;
    const key = `problem ${code} ${location.file} ${location.start}`;
    const run: SearchEntry['run'] = (now) => now.revealLocation(location);
    yield { key, group: 'Problems', name: message.replaceAll('`', ''), detail, rank, isName: false, run };
  }
}
