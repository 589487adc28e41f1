// What the search shows for what is typed: grouped, the nearest first; what was chosen last while nothing is typed.
import type { SearchHit } from '../../engine/find-nodes.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { allActions } from '../actions/all-actions.ts';
import { actionEntry, isOffered } from './action-source.ts';
import { allSearchSources } from './all-search-sources.ts';
import { wordsOf } from './match-rank.ts';
import { nodeEntries } from './node-entries.ts';
import { type SearchEntry, type SearchGroup, searchGroups } from './search-entry.ts';

export interface FoundGroup {
  readonly group: SearchGroup;
  readonly entries: readonly SearchEntry[];
  /** How many were found beside those listed. */
  readonly more: number;
}

/** Entries of a group that are listed; of nodes the engine gives no more. */
const MOST_OF_A_GROUP = 6;
const MOST_NODES = 12;
/** Of each group so many are kept while looking: the nearest are among them, or there are too many to choose from anyhow. */
const MOST_LOOKED_AT = 400;

export function searchEverything(
  state: WorkbenchState,
  text: string,
  hits: readonly SearchHit[],
  recent: readonly SearchEntry[],
): readonly FoundGroup[] {
  const words = wordsOf(text);
  if (words.length === 0) return atRest(state, recent);
  const found = new Map<SearchGroup, SearchEntry[]>();
  const add = (entry: SearchEntry) => {
    const group = found.get(entry.group);
    if (!group) found.set(entry.group, [entry]);
    else if (group.length < MOST_LOOKED_AT) group.push(entry);
  };
  for (const entry of nodeEntries(hits, words)) add(entry);
  for (const source of allSearchSources) for (const entry of source(state, words)) add(entry);
  return [...found].map(([group, entries]) => nearestOf(group, entries)).sort(byNearness);
}

function nearestOf(group: SearchGroup, entries: readonly SearchEntry[]): FoundGroup {
  const most = group === 'Cluster' ? MOST_NODES : MOST_OF_A_GROUP;
  // What merely holds the letters is not worth a look where something matches.
  const exact = entries.some(({ rank }) => rank < 5) ? entries.filter(({ rank }) => rank < 5) : entries;
  // The sort is stable: equally near ones stay in the order of their source.
  const sorted = group === 'Cluster' ? exact : [...exact].sort((a, b) => a.rank - b.rank);
  return { group, entries: sorted.slice(0, most), more: Math.max(0, sorted.length - most) };
}

function byNearness(a: FoundGroup, b: FoundGroup): number {
  const near = ({ entries }: FoundGroup): number => Math.min(...entries.map(({ rank }) => rank));
  return near(a) - near(b) || searchGroups.indexOf(a.group) - searchGroups.indexOf(b.group);
}

/** What was chosen last, and every action. */
function atRest(state: WorkbenchState, recent: readonly SearchEntry[]): readonly FoundGroup[] {
  const known = new Set(recent.map(({ key }) => key));
  const actions = allActions
    .filter((action) => isOffered(action, state) && !action.id.startsWith('template.'))
    .map((action) => actionEntry(action, state))
    .filter(({ key }) => !known.has(key));
  const groups: FoundGroup[] = [
    { group: 'Recent', entries: recent, more: 0 },
    { group: 'Actions', entries: actions, more: 0 },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}
