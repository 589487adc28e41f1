// Reviews the draft against the baseline, an evaluation at a time, so that an edit that comes meanwhile need not wait for it.
import type { EngineSession } from '../engine/engine-session.ts';
import type { Review, ReviewRequest } from '../engine/review/review.ts';
import { pause } from './pause.ts';

const none = { files: 0, namespaces: 0, workloads: 0, pods: 0, policies: 0 };

const nothing = (snapshot: number): Review => ({
  snapshot,
  baseline: snapshot,
  incomplete: false,
  counts: { base: none, head: none },
  changes: [],
  flips: [],
  impact: { opened: 0, closed: 0, unknown: 0 },
  risks: [],
  unsought: 0,
});

/**
 * Of the draft as it is now; once another has taken its place the answer is empty. `quiet`: milliseconds to wait first,
 * so that nothing is spent on a text that is being typed.
 */
export async function findReview(session: EngineSession, request: ReviewRequest, quiet = 0): Promise<Review> {
  const { id } = session.draft;
  if (quiet > 0) await new Promise((resolve) => setTimeout(resolve, quiet));
  const isOver = (): boolean => session.draft.id !== id;
  if (isOver()) return nothing(id);
  const search = session.review(request);
  const steps = search.steps();
  while (!steps.next().done) {
    await pause();
    if (isOver()) return nothing(id);
  }
  return search.review;
}
