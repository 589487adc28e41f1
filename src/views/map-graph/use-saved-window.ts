// Remembers where the window over the picture is left, and takes it to where a saved view wants it.
import { useReactFlow, type Viewport } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import { useWorkbench } from '../workbench-context.ts';

/** To be called after what else moves the window: a saved place has the last word. Returns what to call when a move ends. */
export function useSavedWindow(): (event: unknown, viewport: Viewport) => void {
  const flow = useReactFlow();
  const wanted = useWorkbench((state) => state.mapWindowWanted);
  const moved = useWorkbench((state) => state.windowMoved);
  const taken = useWorkbench((state) => state.windowTaken);
  useEffect(() => {
    if (!wanted) return;
    void flow.setViewport(wanted);
    taken();
  }, [wanted, taken, flow]);
  return useCallback((_: unknown, { x, y, zoom }: Viewport) => moved({ x, y, zoom }), [moved]);
}
