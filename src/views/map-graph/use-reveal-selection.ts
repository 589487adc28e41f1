// Keeps what is selected in view, a node or both ends of a flow: where it was selected elsewhere, and where the pane that opens on it would cover it.
import { useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { NodeId } from '../../engine/results.ts';
import type { Layout } from '../../graph/layout-graph.ts';
import type { ViewportMoves } from './use-viewport.ts';

/** A node selected by a click in the graph is in view, so nothing moves unless the window shrinks. */
export function useRevealSelection(selected: readonly NodeId[], layout: Layout, viewport: ViewportMoves): void {
  const store = useStoreApi();
  const revealed = useRef('');
  const size = useStore(({ width, height }) => `${width} ${height}`);
  /** Where the picture was left; whoever moves it afterwards knows where the node is. */
  const left = useRef('');
  useEffect(() => {
    if (!selected.every((id) => layout.boxes.has(id))) return;
    const chosen = selected.join(' ');
    const placeOf = () => store.getState().transform.join(' ');
    const isNew = chosen !== revealed.current;
    if (!isNew && left.current !== placeOf()) return;
    revealed.current = chosen;
    if (selected.length > 0) viewport.reveal(...selected);
    left.current = placeOf();
    // The pane below grows as its answer comes: each new size is looked at.
    void size;
  }, [selected, layout, viewport, size, store]);
}
