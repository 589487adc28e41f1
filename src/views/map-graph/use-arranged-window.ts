// Fits the window to an arranged neighbourhood, and goes back to where it stood over the overview.
import { useReactFlow, type Viewport } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Layout } from '../../graph/layout-graph.ts';
import type { ViewportMoves } from './use-viewport.ts';

export function useArrangedWindow(isArranged: boolean, layout: Layout, viewport: ViewportMoves): void {
  const flow = useReactFlow();
  const before = useRef<Viewport | undefined>(undefined);
  const fitted = useRef<Layout | undefined>(undefined);
  // Before anything moves the window to what is arranged.
  useLayoutEffect(() => {
    if (isArranged) before.current ??= flow.getViewport();
  }, [isArranged, flow]);
  // After whatever else a new layout brings about.
  useEffect(() => {
    if (isArranged && fitted.current !== layout) {
      fitted.current = layout;
      viewport.fitAll();
    } else if (!isArranged && before.current) {
      void flow.setViewport(before.current);
      before.current = undefined;
      fitted.current = undefined;
    }
  }, [isArranged, layout, viewport, flow]);
}
