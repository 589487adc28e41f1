// Looks for ways to have a flow allowed, an evaluation at a time, so that an edit that comes meanwhile need not wait for them.
import type { EngineSession } from '../engine/engine-session.ts';
import type { FlowQuery } from '../engine/explanation.ts';
import type { Remedies } from '../engine/remedies/remedy.ts';
import { pause } from './pause.ts';

/**
 * Of the draft as it is now; once another has taken its place the answer is empty. `quiet`: milliseconds to wait first,
 * so that nothing is spent on a text that is being typed.
 */
export async function findRemedies(session: EngineSession, query: FlowQuery, quiet = 0): Promise<Remedies> {
  const { id } = session.draft;
  if (quiet > 0) await new Promise((resolve) => setTimeout(resolve, quiet));
  const isOver = (): boolean => session.draft.id !== id;
  if (isOver()) return { snapshot: id, remedies: [] };
  const search = session.remedies(query);
  const steps = search.steps();
  while (!steps.next().done) {
    await pause();
    if (isOver()) return { snapshot: id, remedies: [] };
  }
  return { snapshot: id, remedies: search.remedies };
}
