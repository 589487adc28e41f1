// Fits the window to the picture, and keeps it fitted while panes open and are resized, until somebody pans or zooms.
import { getViewportForBounds, useReactFlow, useStore, useStoreApi, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useRef } from 'react';
import type { Box } from '../../graph/layout-graph.ts';

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 2.5;
/** Fitting never makes the picture larger than this. */
const MAX_FIT_ZOOM = 1.25;
/** Room below for the notes and the controls that lie over the picture. */
export const FIT_PADDING = { top: '24px', right: '24px', bottom: '52px', left: '24px' } as const;

export interface Fit {
  fitAll(): void;
  /** Nobody has moved the window since it was fitted. */
  isFitted(): boolean;
}

export function useFit(bounds: Box | undefined): Fit {
  const flow = useReactFlow();
  const store = useStoreApi();
  const fitted = useRef<Viewport | undefined>(undefined);
  const fitAll = useCallback(() => {
    const { width, height } = store.getState();
    if (!bounds || width === 0 || height === 0) return;
    fitted.current = getViewportForBounds(bounds, width, height, MIN_ZOOM, MAX_FIT_ZOOM, FIT_PADDING);
    void flow.setViewport(fitted.current);
  }, [flow, store, bounds]);
  const isFitted = useCallback(() => {
    const { x, y, zoom } = flow.getViewport();
    const to = fitted.current;
    return to !== undefined && to.x === x && to.y === y && to.zoom === zoom;
  }, [flow]);

  const size = useStore(({ width, height }) => `${width} ${height}`);
  const before = useRef(size);
  useEffect(() => {
    if (before.current === size) return;
    before.current = size;
    if (isFitted()) fitAll();
  }, [size, isFitted, fitAll]);
  return { fitAll, isFitted };
}
