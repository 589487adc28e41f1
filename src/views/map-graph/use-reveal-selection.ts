// Keeps the selected node in view: where it was selected elsewhere, and where the pane that opens on it would cover it.
import { useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { NodeId } from '../../engine/results.ts';
import type { Layout } from '../../graph/layout-graph.ts';
import type { ViewportMoves } from './use-viewport.ts';

/** A node selected by a click in the graph is in view, so nothing moves unless the window shrinks. */
export function useRevealSelection(selected: NodeId | undefined, layout: Layout, viewport: ViewportMoves): void {
  const revealed = useRef<NodeId | undefined>(undefined);
  const size = useStore(({ width, height }) => `${width} ${height}`);
  const sizeAtSelection = useRef<string | undefined>(size);
  useEffect(() => {
    if (selected !== undefined && !layout.boxes.has(selected)) return;
    const isNew = selected !== revealed.current;
    // Once: whoever moves the picture or the divider later knows where the node is.
    const isFirstResize = sizeAtSelection.current !== undefined && sizeAtSelection.current !== size;
    if (!isNew && !isFirstResize) return;
    revealed.current = selected;
    sizeAtSelection.current = isNew ? size : undefined;
    if (selected !== undefined) viewport.reveal(selected);
  }, [selected, layout, viewport, size]);
}
