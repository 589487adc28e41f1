// Where the search looks on the page; nodes of the cluster come from the engine (`node-entries.ts`).
import { actionSource } from './action-source.ts';
import { fileSource } from './file-source.ts';
import { pinSource } from './pin-source.ts';
import { policySource, tierSource } from './policy-source.ts';
import { problemSource } from './problem-source.ts';
import type { SearchSource } from './search-entry.ts';
import { viewSource } from './view-source.ts';

export const allSearchSources: readonly SearchSource[] = [
  viewSource,
  policySource,
  tierSource,
  pinSource,
  fileSource,
  problemSource,
  actionSource,
];
