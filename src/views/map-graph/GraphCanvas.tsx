// The picture itself: React Flow with our nodes, our edges in its viewport, and the minimap.
import { ReactFlow, type Viewport, ViewportPortal } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type MouseEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import type { GraphEdge } from '../../graph/graph.ts';
import { CollapsedNode } from './CollapsedNode.tsx';
import { EdgeLayer } from './EdgeLayer.tsx';
import { ExternalNode } from './ExternalNode.tsx';
import { FrameNode } from './FrameNode.tsx';
import { createFlowNodeMaker, type FlowNode } from './flow-nodes.ts';
import { GateLines } from './GateLines.tsx';
import styles from './GraphCanvas.module.css';
import { graphKeysDescription } from './graph-shortcuts.ts';
import { HostNode } from './HostNode.tsx';
import { MoveShield } from './MoveShield.tsx';
import { OverviewMap } from './OverviewMap.tsx';
import { PodNode } from './PodNode.tsx';
import { useFar } from './use-far.ts';
import { MAX_ZOOM, MIN_ZOOM } from './use-fit.ts';
import type { GraphActions } from './use-graph-actions.ts';
import type { GraphKeyboard } from './use-graph-keyboard.ts';
import type { GraphModel } from './use-graph-model.ts';
import { useGroupDoubleClick } from './use-group-double-click.ts';
import { useMoveShield } from './use-move-shield.ts';
import type { ViewportMoves } from './use-viewport.ts';
import { WorkloadNode } from './WorkloadNode.tsx';

interface GraphCanvasProps {
  readonly model: GraphModel;
  readonly selectedNode: string | undefined;
  readonly selectedEdge: string | undefined;
  readonly keyboard: GraphKeyboard;
  readonly actions: GraphActions;
  readonly viewport: ViewportMoves;
  readonly minimap: boolean;
  readonly onMoveEnd: (event: unknown, viewport: Viewport) => void;
}

const nodeTypes = {
  namespace: FrameNode,
  collapsed: CollapsedNode,
  workload: WorkloadNode,
  pod: PodNode,
  external: ExternalNode,
  host: HostNode,
};
const noAttribution = { hideAttribution: true };

export function GraphCanvas({
  model,
  selectedNode,
  selectedEdge,
  keyboard,
  actions,
  viewport,
  minimap,
  onMoveEnd,
}: GraphCanvasProps) {
  const { graph, layout, related, hops, explained } = model;
  const { active } = keyboard;
  const [makeNodes] = useState(createFlowNodeMaker);
  const [pointed, setPointed] = useState<string>();
  const keysId = useId();
  const isFar = useFar();
  const move = useMoveShield();
  const hasLeft = useRef(false);
  const nodes = useMemo(
    () => makeNodes(graph.nodes, layout, { selected: selectedNode, ends: explained?.ends, related, active, hops }),
    [makeNodes, graph.nodes, layout, selectedNode, explained, related, active, hops],
  );
  const onNodeClick = useCallback((_: MouseEvent, { id }: FlowNode) => actions.selectNode(id), [actions]);
  const doubleClick = useGroupDoubleClick(graph.edges, actions, viewport);
  const onSelectEdge = useCallback(({ source, target }: GraphEdge) => actions.selectEdge(source, target), [actions]);
  return (
    <>
      <ReactFlow
        className={styles.flow ?? ''}
        data-testid="graph"
        data-far={isFar}
        aria-label="Connectivity graph"
        aria-describedby={keysId}
        nodes={nodes}
        nodeTypes={nodeTypes}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        // Held for panning, the space bar would be kept from whatever else has the focus: the editor is no input element.
        panActivationKeyCode={null}
        proOptions={noAttribution}
        onMove={move.onMove}
        onMoveEnd={(event, place) => {
          move.onMoveEnd();
          if (hasLeft.current) setPointed(undefined);
          hasLeft.current = false;
          onMoveEnd(event, place);
        }}
        onNodeClick={onNodeClick}
        onNodeMouseEnter={(_, { id }) => setPointed(id)}
        onNodeMouseLeave={() => {
          // The picture moved away from under the pointer: who is under it then is told when it rests.
          if (move.isMoving()) hasLeft.current = true;
          else setPointed(undefined);
        }}
        onPaneClick={actions.deselect}
        {...doubleClick}
        {...keyboard.handlers}
      >
        <ViewportPortal>
          <GateLines nodes={graph.nodes} boxes={layout.boxes} related={related} />
        </ViewportPortal>
        <EdgeLayer
          edges={graph.edges}
          routes={model.routes}
          labels={model.labels}
          obstacles={model.obstacles}
          names={model.names}
          related={related}
          selected={selectedEdge}
          active={pointed ?? (keyboard.focused ? active : undefined)}
          isFar={isFar}
          onSelect={onSelectEdge}
        />
        <MoveShield shield={move.shield} />
        {minimap && viewport.bounds && (
          <OverviewMap nodes={graph.nodes} boxes={layout.boxes} bounds={viewport.bounds} />
        )}
      </ReactFlow>
      <p id={keysId} className="visually-hidden">
        {graphKeysDescription}
      </p>
      <output className="visually-hidden">{keyboard.message}</output>
    </>
  );
}
