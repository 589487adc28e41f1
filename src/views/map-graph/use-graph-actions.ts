// What can be done to the picture: select, open and close groups. Only actions of the page's state; the budget comes from the graph layer.
import { useCallback, useMemo } from 'react';
import type { NodeId, SnapshotReport } from '../../engine/results.ts';
import { collapsedNamespaces, type Expansion, togglesForAll, togglesForNamespace } from '../../graph/fit-budget.ts';
import type { GraphEdge } from '../../graph/graph.ts';
import { locationOf, nodesOf } from '../../state/selectors.ts';
import { flowOfLabel, flowQueryOf } from '../flow-query.ts';
import { useWorkbench } from '../workbench-context.ts';

export interface GraphActions {
  selectNode(id: NodeId): void;
  selectEdge(source: NodeId, target: NodeId): void;
  deselect(): void;
  /** Opens or closes a namespace or a workload. */
  toggleGroup(id: NodeId): void;
  /** Opens or closes it if it is not so already. */
  setGroupOpen(id: NodeId, open: boolean): void;
  /** Selects the edge and opens the groups at its ends, so that what it bundles is drawn. */
  expandEnds(edge: Pick<GraphEdge, 'source' | 'target'>): void;
  collapseAll(): void;
  expandAll(): void;
  explainEdge(edge: GraphEdge): void;
  /** False where it is written nowhere. */
  openManifest(id: NodeId): boolean;
  showInTable(id: NodeId): void;
}

export function useGraphActions(report: SnapshotReport): GraphActions {
  const select = useWorkbench((state) => state.select);
  const toggleNamespace = useWorkbench((state) => state.toggleNamespace);
  const toggleWorkload = useWorkbench((state) => state.toggleWorkload);
  const collapsed = useWorkbench((state) => state.collapsedNamespaces);
  const expanded = useWorkbench((state) => state.expandedWorkloads);
  const hideSystem = useWorkbench((state) => state.hideSystem);

  const shown = useMemo(
    () => (hideSystem ? report.namespaces.filter(({ system }) => !system) : report.namespaces),
    [report, hideSystem],
  );
  const chosen = useMemo<Expansion>(
    () => ({ collapsedNamespaces: new Set(collapsed), expandedWorkloads: new Set(expanded) }),
    [collapsed, expanded],
  );
  const explain = useWorkbench((state) => state.explain);
  const reveal = useWorkbench((state) => state.revealLocation);
  const expandNamespaces = useWorkbench((state) => state.expandNamespaces);
  const setMapView = useWorkbench((state) => state.setMapView);
  const toggleGroup = useCallback(
    (id: NodeId) => {
      if (id.startsWith('workload:')) toggleWorkload(id);
      else if (id.startsWith('namespace:')) togglesForNamespace(shown, chosen, id).forEach(toggleNamespace);
    },
    [shown, chosen, toggleNamespace, toggleWorkload],
  );
  return useMemo(
    () => ({
      selectNode: (id) => select({ type: 'node', id }),
      selectEdge: (source, target) => select({ type: 'edge', source, target }),
      deselect: () => select(undefined),
      toggleGroup,
      setGroupOpen(id, open) {
        const isOpen = id.startsWith('workload:')
          ? chosen.expandedWorkloads.has(id)
          : !collapsedNamespaces(shown, chosen).has(id);
        if (isOpen !== open) toggleGroup(id);
      },
      explainEdge(edge) {
        select({ type: 'edge', source: edge.source, target: edge.target });
        const isPair = ![edge.source, edge.target].some((id) => id.startsWith('namespace'));
        if (isPair) explain({ ...flowQueryOf(flowOfLabel(edge.label)), from: edge.source, to: edge.target });
      },
      expandEnds({ source, target }) {
        select({ type: 'edge', source, target });
        expandNamespaces([source, target]);
      },
      openManifest(id) {
        const node = nodesOf(report).get(id);
        const location = node && locationOf(node);
        if (location) reveal(location);
        return location !== undefined;
      },
      showInTable(id) {
        select({ type: 'node', id });
        setMapView('table');
      },
      collapseAll: () => togglesForAll(shown, chosen, true).forEach(toggleNamespace),
      expandAll: () => togglesForAll(shown, chosen, false).forEach(toggleNamespace),
    }),
    [select, toggleGroup, toggleNamespace, expandNamespaces, shown, chosen, report, explain, reveal, setMapView],
  );
}
