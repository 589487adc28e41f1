// All rows of the table as it is filtered and sorted, for copies and files.
import type { EngineClient } from '../client/engine-client.ts';
import type { FlipRow, FlowRow, Page } from '../engine/results.ts';
import { allRowsRequest, flowsWithin, showsFlips } from './flow-requests.ts';
import { queryFlips } from './parse-flow-query.ts';
import type { WorkbenchState } from './workbench-state.ts';

export function allRows(state: WorkbenchState, client: EngineClient): Promise<Page<FlowRow | FlipRow>> {
  const all = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
  if (showsFlips(state)) return client.flips({ ...allRowsRequest(state), ...all, kinds: queryFlips });
  return client.flows(flowsWithin(state, all));
}
