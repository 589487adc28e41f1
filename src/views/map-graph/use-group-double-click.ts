// A double-click on a title or a workload opens or closes it, on an edge it opens the groups at its ends. It belongs to what the first of its two clicks was on: that click may
// open the pane below, and the picture then moves under the pointer before the second.
import { type MouseEvent, useMemo, useRef } from 'react';
import type { NodeId } from '../../engine/results.ts';
import type { GraphEdge } from '../../graph/graph.ts';
import type { GraphActions } from './use-graph-actions.ts';
import type { ViewportMoves } from './use-viewport.ts';

export interface DoubleClickHandlers {
  onClickCapture(event: MouseEvent): void;
  onDoubleClick(): void;
}

/** Handlers for the element around the picture. A click that continues another selects nothing. */
export function useGroupDoubleClick(
  edges: readonly GraphEdge[],
  actions: GraphActions,
  viewport: ViewportMoves,
): DoubleClickHandlers {
  const clicked = useRef<NodeId | GraphEdge | undefined>(undefined);
  return useMemo(
    () => ({
      onClickCapture: (event) => {
        if (event.detail > 1) event.stopPropagation();
        else clicked.current = groupAt(event.target) ?? edgeAt(event.target, edges);
      },
      onDoubleClick: () => {
        const it = clicked.current;
        if (it === undefined) return;
        if (typeof it !== 'string') return actions.expandEnds(it);
        viewport.hold(it);
        actions.toggleGroup(it);
      },
    }),
    [edges, actions, viewport],
  );
}

function edgeAt(target: EventTarget, edges: readonly GraphEdge[]): GraphEdge | undefined {
  const id = target instanceof Element ? target.closest('[data-edge-id]')?.getAttribute('data-edge-id') : undefined;
  return edges.find((edge) => edge.id === id);
}

/** The workload whose box, or the namespace whose title, holds the element. */
function groupAt(target: EventTarget): NodeId | undefined {
  if (!(target instanceof Element)) return undefined;
  const id = target.closest('[data-node-id]')?.getAttribute('data-node-id') ?? undefined;
  return id?.startsWith('workload:') || target.closest('[data-title]') ? id : undefined;
}
