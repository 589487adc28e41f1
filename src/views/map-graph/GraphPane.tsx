// The map with its toolbar above and its legend below, and what binds them: viewport, keyboard, actions.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { NodeId } from '../../engine/results.ts';
import type { SearchHit } from '../../graph/search-nodes.ts';
import { useWorkbench } from '../workbench-context.ts';
import { GraphCanvas } from './GraphCanvas.tsx';
import styles from './GraphView.module.css';
import { MapLegend } from './MapLegend.tsx';
import { MapNotes } from './MapNotes.tsx';
import { MapToolbar } from './MapToolbar.tsx';
import { useGraphActions } from './use-graph-actions.ts';
import { useGraphKeyboard } from './use-graph-keyboard.ts';
import type { GraphModel } from './use-graph-model.ts';
import { useViewport } from './use-viewport.ts';
import { ZoomControls } from './ZoomControls.tsx';

interface GraphPaneProps {
  readonly model: GraphModel;
  /** Asks to lay the picture out for the window as it is now. */
  readonly onMeasure: () => void;
}

/** The overview appears by itself from this many nodes on, while they do not all show. */
const MINIMAP_FROM = 30;

export function GraphPane({ model, onMeasure }: GraphPaneProps) {
  const { report, all, graph, layout } = model;
  const canvas = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [minimapChoice, setMinimapChoice] = useState<boolean>();
  const selection = useWorkbench((state) => state.selection);
  const selectedNode = selection?.type === 'node' ? selection.id : undefined;
  const selectedEdge = selection?.type === 'edge' ? `${selection.source}->${selection.target}` : undefined;
  const viewport = useViewport(layout);
  const actions = useGraphActions(report);
  const focusSearch = useCallback(() => search.current?.focus(), []);
  const keyboard = useGraphKeyboard({
    graph,
    container: canvas,
    actions,
    viewport,
    selected: selectedNode,
    focusSearch,
  });
  const minimap = minimapChoice ?? (viewport.exceeds && graph.nodes.length >= MINIMAP_FROM);
  const drawn = useMemo(() => new Set(all.nodes.map(({ id }) => id)), [all]);
  const jump = (hit: SearchHit) => {
    if (!drawn.has(hit.id) && hit.within !== undefined) actions.toggleGroup(hit.within);
    actions.selectNode(hit.id);
    viewport.center(hit.id);
    requestAnimationFrame(() => focusQuietly(canvas.current, hit.id));
  };
  const fit = () => {
    viewport.fitNext();
    onMeasure();
    viewport.fitAll();
  };
  return (
    <>
      <MapToolbar
        report={report}
        searchField={search}
        onJump={jump}
        onLeaveSearch={() => keyboard.active !== undefined && keyboard.focusNode(keyboard.active)}
        onExpandAll={() => {
          viewport.fitNext();
          actions.expandAll();
        }}
        onCollapseAll={() => {
          viewport.fitNext();
          actions.collapseAll();
        }}
      />
      <div ref={canvas} className={styles.canvas}>
        <GraphCanvas
          model={model}
          selectedNode={selectedNode}
          selectedEdge={selectedEdge}
          keyboard={keyboard}
          actions={actions}
          viewport={viewport}
          minimap={minimap}
        />
        <ZoomControls minimap={minimap} onMinimap={setMinimapChoice} onFit={fit} />
        <MapNotes report={report} graph={all} />
      </div>
      <MapLegend graph={graph} />
    </>
  );
}

function focusQuietly(canvas: HTMLElement | null, id: NodeId): void {
  canvas?.querySelector<HTMLElement>(`[data-node-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
}
