// Finds files by their paths.

import { isPaneShown } from '../../state/shell-slice.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { matchRank } from './match-rank.ts';
import type { SearchEntry } from './search-entry.ts';

export function* fileSource({ files }: WorkbenchState, words: readonly string[]): Iterable<SearchEntry> {
  for (const { path } of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const rank = matchRank(words, name, path);
    if (rank === undefined) continue;
    const run: SearchEntry['run'] = (state) => {
      if (!isPaneShown(state, 'editor')) state.showPane('editor', true);
      state.selectFile(path);
    };
    yield { key: `file ${path}`, group: 'Files', name: path, detail: 'File', rank, isName: true, run };
  }
}
