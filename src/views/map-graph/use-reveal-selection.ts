// Keeps the selected node in view: where it was selected elsewhere, and where the pane that opens on it would cover it.
import { useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { NodeId } from '../../engine/results.ts';
import type { Layout } from '../../graph/layout-graph.ts';
import type { ViewportMoves } from './use-viewport.ts';

/** A node selected by a click in the graph is in view, so nothing moves unless the window shrinks. */
export function useRevealSelection(selected: NodeId | undefined, layout: Layout, viewport: ViewportMoves): void {
  const store = useStoreApi();
  const revealed = useRef<NodeId | undefined>(undefined);
  const size = useStore(({ width, height }) => `${width} ${height}`);
  /** Where the picture was left; whoever moves it afterwards knows where the node is. */
  const left = useRef('');
  useEffect(() => {
    if (selected !== undefined && !layout.boxes.has(selected)) return;
    const placeOf = () => store.getState().transform.join(' ');
    const isNew = selected !== revealed.current;
    if (!isNew && left.current !== placeOf()) return;
    revealed.current = selected;
    if (selected !== undefined) viewport.reveal(selected);
    left.current = placeOf();
    // The pane below grows as its answer comes: each new size is looked at.
    void size;
  }, [selected, layout, viewport, size, store]);
}
