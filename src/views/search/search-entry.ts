// One thing that the search finds, and what choosing it does.
import type { WorkbenchState } from '../../state/workbench-state.ts';
import type { KeyChord } from '../actions/key-chord.ts';
import type { MatchRank } from './match-rank.ts';

/** In the order in which equally near ones are shown. */
export const searchGroups = [
  'Recent',
  'Saved views',
  'Cluster',
  'Policies',
  'Tiers',
  'Pinned flows',
  'Files',
  'Problems',
  'Actions',
] as const;
export type SearchGroup = (typeof searchGroups)[number];

export interface SearchEntry {
  /** The same for the same thing, whatever was typed. */
  readonly key: string;
  readonly group: SearchGroup;
  readonly name: string;
  readonly detail: string;
  readonly rank: MatchRank;
  /** Interface text where false, a name from a manifest otherwise. */
  readonly isName: boolean;
  readonly keys?: readonly KeyChord[];
  run(state: WorkbenchState): void;
}

/** Where entries come from. `words`: what was typed, in small letters; never none. */
export type SearchSource = (state: WorkbenchState, words: readonly string[]) => Iterable<SearchEntry>;
