// Which namespaces the graph opens, draws by themselves, and needs the workloads of: as the graph layer has it, from what was chosen.
import type { NamespaceSummary, NodeId } from '../engine/results.ts';
import { keptNamespaces } from '../graph/build-graph.ts';
import {
  collapsedNamespaces,
  type Expansion,
  gatheredNamespaces,
  namespaceOf,
  togglesToOpen,
} from '../graph/fit-budget.ts';
import type { WorkbenchState } from './workbench-state.ts';

const MAX_EDITED = 20;

type Chosen = Pick<WorkbenchState, 'collapsedNamespaces' | 'expandedWorkloads' | 'selection' | 'hideSystem'>;

function expansionOf(state: Pick<Chosen, 'collapsedNamespaces' | 'expandedWorkloads'>): Expansion {
  return {
    collapsedNamespaces: new Set(state.collapsedNamespaces),
    expandedWorkloads: new Set(state.expandedWorkloads),
  };
}

/** Ends of the selection. */
function selectedIds({ selection }: Chosen): readonly NodeId[] {
  if (!selection) return [];
  return selection.type === 'node' ? [selection.id] : [selection.source, selection.target];
}

/** As the graph draws them: beyond its budget of nodes more are collapsed than the person chose. */
export function openNamespaces(state: Chosen, namespaces: readonly NamespaceSummary[]): readonly NodeId[] {
  const collapsed = collapsedNamespaces(namespaces, expansionOf(state));
  return namespaces.map(({ id }) => id).filter((id) => !collapsed.has(id));
}

type OnShow = Pick<WorkbenchState, 'analysis' | 'hideSystem' | 'collapsedNamespaces' | 'expandedWorkloads'>;

function visibleNamespaces({ analysis, hideSystem }: OnShow): readonly NamespaceSummary[] {
  const namespaces = analysis?.report.namespaces ?? [];
  return hideSystem ? namespaces.filter(({ system }) => !system) : namespaces;
}

/** What to toggle so that those of the nodes that are collapsed namespaces open; none where they have no room. */
export function togglesToExpand(state: OnShow, ids: readonly NodeId[]): readonly NodeId[] {
  return togglesToOpen(visibleNamespaces(state), expansionOf(state), ids);
}

/** What to toggle so that those of the nodes that are open namespaces collapse. */
export function togglesToCollapse(state: OnShow, ids: readonly NodeId[]): readonly NodeId[] {
  const namespaces = visibleNamespaces(state);
  const collapsed = collapsedNamespaces(namespaces, expansionOf(state));
  return namespaces.map(({ id }) => id).filter((id) => ids.includes(id) && !collapsed.has(id));
}

/** Namespaces with a node of their own; undefined where all have one. Hidden ones are not among what the others come to. */
export function shownNamespaces(state: Chosen, namespaces: readonly NamespaceSummary[]): readonly NodeId[] | undefined {
  const visible = state.hideSystem ? namespaces.filter(({ system }) => !system) : namespaces;
  const gathered = gatheredNamespaces(visible, expansionOf(state), keptNamespaces({ keep: selectedIds(state) }));
  if (gathered.size === 0) return undefined;
  return namespaces.map(({ id }) => id).filter((id) => !gathered.has(id));
}

/** Namespaces of the policies in the file on show, as far as they are few. */
function editedNamespaces({ analysis, activeFile }: WorkbenchState): readonly NodeId[] {
  const here = analysis?.report.policies.filter(({ location }) => location.file === activeFile) ?? [];
  const names = new Set(here.map(({ namespace }) => namespace).filter((name) => name !== ''));
  return [...names].slice(0, MAX_EDITED).map((name) => `namespace:${name}`);
}

/**
 * What a large cluster's report must list: open namespaces, and those that the selection lies in or a policy on show is
 * for. Undefined where nothing is missing.
 */
export function namespacesToList(state: WorkbenchState): readonly NodeId[] | undefined {
  const namespaces = state.analysis?.report.namespaces ?? [];
  if (namespaces.every(({ isListed }) => isListed)) return undefined;
  const open = state.mapView === 'graph' ? openNamespaces(state, namespaces) : [];
  const selected = selectedIds(state).flatMap((id) => namespaceOf(id) ?? []);
  const wanted = new Set([...open, ...selected, ...editedNamespaces(state)]);
  const isMissing = namespaces.some(({ id, isListed }) => wanted.has(id) && !isListed);
  return isMissing ? [...wanted] : undefined;
}
