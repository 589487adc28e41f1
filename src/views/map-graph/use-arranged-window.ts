// Fits the window to an arranged neighbourhood, and goes back to where it stood over the overview.
import { useReactFlow, type Viewport } from '@xyflow/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Layout } from '../../graph/layout-graph.ts';
import type { ViewportMoves } from './use-viewport.ts';

export function useArrangedWindow(isArranged: boolean, layout: Layout, viewport: ViewportMoves): void {
  const flow = useReactFlow();
  const before = useRef<Viewport | 'fitted' | undefined>(undefined);
  const fitted = useRef<Layout | undefined>(undefined);
  // Before anything moves the window to what is arranged.
  useLayoutEffect(() => {
    if (isArranged) before.current ??= viewport.isFitted() ? 'fitted' : flow.getViewport();
  }, [isArranged, flow, viewport]);
  // After whatever else a new layout brings about.
  useEffect(() => {
    if (isArranged && fitted.current !== layout) {
      fitted.current = layout;
      viewport.fitAll();
    } else if (!isArranged && before.current) {
      if (before.current === 'fitted') viewport.fitAll();
      else void flow.setViewport(before.current);
      before.current = undefined;
      fitted.current = undefined;
    }
  }, [isArranged, layout, viewport, flow]);
}
