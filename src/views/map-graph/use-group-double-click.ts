// A double-click on a title or a workload opens or closes it. It belongs to what the first of its two clicks was on: that click may
// open the pane below, and the picture then moves under the pointer before the second.
import { type MouseEvent, useMemo, useRef } from 'react';
import type { NodeId } from '../../engine/results.ts';
import type { GraphActions } from './use-graph-actions.ts';
import type { ViewportMoves } from './use-viewport.ts';

export interface DoubleClickHandlers {
  onClickCapture(event: MouseEvent): void;
  onDoubleClick(): void;
}

/** Handlers for the element around the picture. A click that continues another selects nothing. */
export function useGroupDoubleClick(actions: GraphActions, viewport: ViewportMoves): DoubleClickHandlers {
  const clicked = useRef<NodeId | undefined>(undefined);
  return useMemo(
    () => ({
      onClickCapture: (event) => {
        if (event.detail > 1) event.stopPropagation();
        else clicked.current = groupAt(event.target);
      },
      onDoubleClick: () => {
        const id = clicked.current;
        if (id === undefined) return;
        viewport.hold(id);
        actions.toggleGroup(id);
      },
    }),
    [actions, viewport],
  );
}

/** The workload whose box, or the namespace whose title, holds the element. */
function groupAt(target: EventTarget): NodeId | undefined {
  if (!(target instanceof Element)) return undefined;
  const id = target.closest('[data-node-id]')?.getAttribute('data-node-id') ?? undefined;
  return id?.startsWith('workload:') || target.closest('[data-title]') ? id : undefined;
}
