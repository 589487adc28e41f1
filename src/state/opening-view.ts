// How a workspace is on show when it is first analysed.
import type { SnapshotReport } from '../engine/results.ts';
import { MAX_NODES } from '../graph/fit-budget.ts';
import type { WorkbenchState } from './workbench-state.ts';

/** More workloads than this start with their namespaces closed. */
const MANY_WORKLOADS = 40;

type Opening = Pick<WorkbenchState, 'collapsedNamespaces'> & Partial<Pick<WorkbenchState, 'mapView'>>;

/**
 * Many workloads start as their namespaces. More namespaces than the graph draws by themselves start as the matrix: it
 * shows each of them, where the graph would put most into one node and answer next to nothing. What the person chose
 * earlier, and came back with the workspace, stays.
 */
export function openingView(
  { counts, namespaces }: Pick<SnapshotReport, 'counts' | 'namespaces'>,
  chosen: Pick<WorkbenchState, 'collapsedNamespaces'>,
): Opening | undefined {
  if (counts.workloads <= MANY_WORKLOADS || chosen.collapsedNamespaces.length > 0) return undefined;
  const collapsedNamespaces = namespaces.map(({ id }) => id);
  return namespaces.length > MAX_NODES ? { collapsedNamespaces, mapView: 'matrix' } : { collapsedNamespaces };
}
