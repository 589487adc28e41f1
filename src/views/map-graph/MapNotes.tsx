// What the picture does not show by lines: default-allowed flows, groups collapsed and edges left out for want of room.

import { counted } from '../../base/counted.ts';
import type { SnapshotReport } from '../../engine/results.ts';
import { isCrowded } from '../../graph/crowding.ts';
import { MAX_NODES, OTHER_NAMESPACES } from '../../graph/fit-budget.ts';
import type { Graph } from '../../graph/graph.ts';
import type { WorkbenchState } from '../../state/workbench-state.ts';
import { useWorkbench } from '../workbench-context.ts';
import styles from './GraphView.module.css';

interface MapNotesProps {
  readonly report: SnapshotReport;
  readonly graph: Graph;
}

const selectChosen = (state: WorkbenchState) => state.collapsedNamespaces;

export function MapNotes({ report, graph }: MapNotesProps) {
  const chosen = useWorkbench(selectChosen);
  const setMapView = useWorkbench((state) => state.setMapView);
  const hasSelection = useWorkbench((state) => state.selection !== undefined);
  const showUngoverned = useWorkbench((state) => state.showUngoverned);
  const open = report.namespaces.reduce((sum, { counts }) => sum + counts.open, 0);
  const collapsed = graph.nodes.filter(
    (node) => node.type === 'namespace' && node.collapsed && node.id !== OTHER_NAMESPACES && !chosen.includes(node.id),
  ).length;
  const gathered = graph.nodes.find(({ id }) => id === OTHER_NAMESPACES);
  const notes: string[] = [];
  if (open > 0 && !showUngoverned) {
    notes.push(
      open === 1
        ? 'No policy governs 1 workload: it may talk to every other that is not governed'
        : `No policy governs ${counted(open, 'workload')}: every flow between them is allowed`,
    );
  }
  if (collapsed > 0) {
    notes.push(`Collapsed ${counted(collapsed, 'namespace')}, the largest first, to draw at most ${MAX_NODES} nodes`);
  }
  if (graph.hostsLeftOut > 0) {
    notes.push(`${counted(graph.hostsLeftOut, 'host endpoint')} not drawn: search for one to see it`);
  }
  if (isCrowded(graph.edges.length) && !hasSelection) {
    notes.push(`${counted(graph.edges.length, 'edge')} stand back: point at a node, or select it, to follow its own`);
  }
  if (graph.edgesLeftOut > 0) {
    notes.push(
      `${counted(graph.edgesLeftOut, 'edge')} not drawn: select a node to see all of its own, or collapse namespaces`,
    );
  }
  if (notes.length === 0 && !gathered) return null;
  return (
    <ul className={styles.notes}>
      {gathered && (
        <li>
          {gathered.name} drawn as one node: search for one to see it, or{' '}
          <button type="button" className="link" onClick={() => setMapView('matrix')}>
            look at the matrix
          </button>
        </li>
      )}
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
