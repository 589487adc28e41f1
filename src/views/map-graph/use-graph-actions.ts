// What can be done to the picture: select, open and close groups. Only actions of the page's state; the budget comes from the graph layer.
import { useCallback, useMemo } from 'react';
import type { NodeId, SnapshotReport } from '../../engine/results.ts';
import { type Expansion, togglesForAll, togglesForNamespace } from '../../graph/fit-budget.ts';
import { useWorkbench } from '../workbench-context.ts';

export interface GraphActions {
  selectNode(id: NodeId): void;
  selectEdge(source: NodeId, target: NodeId): void;
  deselect(): void;
  /** Opens or closes a namespace or a workload. */
  toggleGroup(id: NodeId): void;
  collapseAll(): void;
  expandAll(): void;
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
      collapseAll: () => togglesForAll(shown, chosen, true).forEach(toggleNamespace),
      expandAll: () => togglesForAll(shown, chosen, false).forEach(toggleNamespace),
    }),
    [select, toggleGroup, toggleNamespace, shown, chosen],
  );
}
