// All rows of the table as it is filtered and sorted, for copies and files.
import type { EngineClient } from '../client/engine-client.ts';
import type { FlipRow, FlowRow, Page } from '../engine/results.ts';
import { allRowsRequest, showsFlips, usualVerdicts } from './flow-requests.ts';
import { queryFlips } from './parse-flow-query.ts';
import type { WorkbenchState } from './workbench-state.ts';

export function allRows(state: WorkbenchState, client: EngineClient): Promise<Page<FlowRow | FlipRow>> {
  const { find: _, ...request } = allRowsRequest(state);
  const all = { ...request, offset: 0, limit: Number.MAX_SAFE_INTEGER };
  if (showsFlips(state)) return client.flips({ ...all, kinds: queryFlips });
  const level = all.focus?.startsWith('pod:') ? ({ level: 'pod' } as const) : {};
  return client.flows({ ...all, ...level, verdicts: usualVerdicts });
}
