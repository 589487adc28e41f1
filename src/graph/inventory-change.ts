// Tells an edit from another cluster: whether the page should fit the picture to the window again.
import type { NodeId } from '../engine/results.ts';

/** Share of nodes that must have come or gone. */
const SUBSTANTIAL = 1 / 3;

/** True when nothing was drawn before, or when more than a third of all nodes came or went. */
export function changedSubstantially(before: ReadonlySet<NodeId>, after: ReadonlySet<NodeId>): boolean {
  if (after.size === 0) return false;
  let stayed = 0;
  for (const id of after) if (before.has(id)) stayed++;
  const all = before.size + after.size - stayed;
  return all - stayed > all * SUBSTANTIAL;
}
