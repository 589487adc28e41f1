// What would allow the flow that is explained. It takes a moment, so an answer says which flow it is about.
import type { EngineClient } from '../client/engine-client.ts';
import type { FlowQuery } from '../engine/explanation.ts';
import type { Remedies } from '../engine/remedies/remedy.ts';
import type { WorkbenchState } from './workbench-state.ts';

export interface FlowRemedies extends Remedies {
  readonly query: FlowQuery;
}

/** Of an allowed flow nothing is asked. */
export function remediesRequest({ explainQuery, explanation }: WorkbenchState): FlowQuery | undefined {
  const isOpen = explanation && 'verdict' in explanation && explanation.verdict !== 'allowed';
  return isOpen ? explainQuery : undefined;
}

export async function askRemedies(client: EngineClient, query: FlowQuery): Promise<FlowRemedies> {
  return { ...(await client.remedies(query)), query };
}

/** Undefined while they are sought for this flow, whatever was found for the one before. */
export function shownRemedies({
  remedies,
  explainQuery,
}: Pick<WorkbenchState, 'remedies' | 'explainQuery'>): FlowRemedies | undefined {
  return remedies && JSON.stringify(remedies.query) === JSON.stringify(explainQuery) ? remedies : undefined;
}
