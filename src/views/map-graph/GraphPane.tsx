// The map with its toolbar above and its legend below, and what binds them: viewport, keyboard, actions.
import { useMemo, useRef, useState } from 'react';
import { NothingMeets } from '../map/NothingMeets.tsx';
import { useWorkbench } from '../workbench-context.ts';
import { ArrangedBar } from './ArrangedBar.tsx';
import { GraphCanvas } from './GraphCanvas.tsx';
import styles from './GraphView.module.css';
import { MapLegend } from './MapLegend.tsx';
import { MapNotes } from './MapNotes.tsx';
import { MapToolbar } from './MapToolbar.tsx';
import { useArrangedWindow } from './use-arranged-window.ts';
import { useGraphActions } from './use-graph-actions.ts';
import { useGraphKeyboard } from './use-graph-keyboard.ts';
import type { GraphModel } from './use-graph-model.ts';
import { useOpenedEnds } from './use-opened-ends.ts';
import { useRevealSelection } from './use-reveal-selection.ts';
import { useSavedWindow } from './use-saved-window.ts';
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
  const [minimapChoice, setMinimapChoice] = useState<boolean>();
  const selection = useWorkbench((state) => state.selection);
  const selectedNode = selection?.type === 'node' ? selection.id : undefined;
  const explained = model.explained;
  const chosenEdge = selection?.type === 'edge' ? `${selection.source}->${selection.target}` : undefined;
  const selectedEdge = explained?.edge?.id ?? chosenEdge;
  const openedEnds = useOpenedEnds(selection, all.nodes);
  const inQuestion = useMemo(
    () => explained?.ends ?? (selectedNode === undefined ? openedEnds : [selectedNode]),
    [explained, selectedNode, openedEnds],
  );
  const viewport = useViewport(layout);
  const actions = useGraphActions(report);
  const keyboard = useGraphKeyboard({
    graph,
    container: canvas,
    actions,
    viewport,
    selected: selectedNode,
  });
  const minimap = minimapChoice ?? (viewport.exceeds && graph.nodes.length >= MINIMAP_FROM);
  useRevealSelection(inQuestion, layout, viewport);
  useArrangedWindow(model.isArranged, layout, viewport);
  const onMoveEnd = useSavedWindow();
  const fit = () => {
    viewport.fitNext();
    onMeasure();
    viewport.fitAll();
  };
  return (
    <>
      <MapToolbar
        model={model}
        onExpandAll={() => {
          viewport.fitNext();
          actions.expandAll();
        }}
        onCollapseAll={() => {
          viewport.fitNext();
          actions.collapseAll();
        }}
      />
      <ArrangedBar nodes={graph.nodes.length} failed={model.arrangeFailed} />
      <div ref={canvas} className={styles.canvas} tabIndex={-1}>
        <GraphCanvas
          model={model}
          selectedNode={selectedNode}
          selectedEdge={selectedEdge}
          keyboard={keyboard}
          actions={actions}
          viewport={viewport}
          minimap={minimap}
          onMoveEnd={onMoveEnd}
        />
        <ZoomControls minimap={minimap} onMinimap={setMinimapChoice} onFit={fit} />
        <MapNotes report={report} graph={all} />
        {graph.nodes.length === 0 && <NothingMeets />}
      </div>
      <MapLegend graph={graph} />
    </>
  );
}
