// Moves the window over the picture: fit, bring a node into view; keep a node in its place on the screen across a new layout.
import { getViewportForBounds, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { NodeId } from '../../engine/results.ts';
import { changedSubstantially } from '../../graph/inventory-change.ts';
import type { Box, Layout } from '../../graph/layout-graph.ts';
import { FIT_PADDING, type Fit, MIN_ZOOM, useFit } from './use-fit.ts';

const VIEW_MARGIN = 24;

export interface ViewportMoves extends Fit {
  /** Where the picture lies; undefined where it is empty. */
  readonly bounds: Box | undefined;
  /** The picture is larger than the window. */
  readonly exceeds: boolean;
  /** After the layout that follows on what is being done now, if one does. */
  fitNext(): void;
  /** By the shortest way, only what is not in view; several that have no room together make the picture smaller. */
  reveal(...ids: readonly NodeId[]): void;
  /** After the next layout the node stands where it stands on the screen now, unless the picture would leave the window. */
  hold(id: NodeId): void;
}

/** Fits when the picture appears and when the inventory changes substantially; what is fitted stays so in another window. */
export function useViewport(layout: Layout): ViewportMoves {
  const flow = useReactFlow();
  const store = useStoreApi();
  const bounds = useMemo(() => boundsOf(layout.boxes.values()), [layout]);
  const { fitAll, isFitted } = useFit(bounds);
  const fitted = useRef<ReadonlySet<NodeId>>(new Set());
  const held = useRef<{ readonly id: NodeId; readonly box: Box } | undefined>(undefined);
  const fitting = useRef(false);

  const ready = useStore(({ width }) => width > 0);

  useLayoutEffect(() => {
    const moved = held.current && layout.boxes.get(held.current.id);
    if (held.current && moved) {
      const { box } = held.current;
      const { width, height } = store.getState();
      const { x, y, zoom } = flow.getViewport();
      const kept = { x: x + (box.x - moved.x) * zoom, y: y + (box.y - moved.y) * zoom };
      flow.setViewport({
        x: kept.x + shiftIfFits(bounds, 'x', kept.x, zoom, width),
        y: kept.y + shiftIfFits(bounds, 'y', kept.y, zoom, height),
        zoom,
      });
    }
    held.current = undefined;
  }, [layout, bounds, flow, store]);

  useEffect(() => {
    if (!ready) return;
    const ids = new Set([...layout.boxes.keys()].filter((id) => !id.startsWith('pod:')));
    const inventory = new Set([...ids].map((id) => id.replace(/^workload:([^/]+)\/.*$/, 'namespace:$1')));
    if (fitting.current || changedSubstantially(fitted.current, inventory)) fitAll();
    fitting.current = false;
    fitted.current = inventory;
  }, [layout, fitAll, ready]);

  const reveal = useCallback(
    (...ids: readonly NodeId[]) => {
      const box = boundsOf(ids.flatMap((id) => layout.boxes.get(id) ?? []));
      if (!box) return;
      const { width, height } = store.getState();
      const { x, y, zoom } = flow.getViewport();
      const isTooLarge = box.width * zoom > width - 2 * VIEW_MARGIN || box.height * zoom > height - 2 * VIEW_MARGIN;
      if (ids.length > 1 && isTooLarge) {
        flow.setViewport(getViewportForBounds(box, width, height, MIN_ZOOM, zoom, FIT_PADDING));
        return;
      }
      const dx = shift(box.x * zoom + x, Math.min(box.width * zoom, width - 2 * VIEW_MARGIN), width);
      const dy = shift(box.y * zoom + y, Math.min(box.height * zoom, height - 2 * VIEW_MARGIN), height);
      if (dx !== 0 || dy !== 0) flow.setViewport({ x: x + dx, y: y + dy, zoom });
    },
    [flow, store, layout],
  );
  const hold = useCallback(
    (id: NodeId) => {
      const box = layout.boxes.get(id);
      held.current = box && { id, box };
    },
    [layout],
  );
  const exceeds = useStore(({ width, height, transform }) => {
    return bounds !== undefined && (bounds.width * transform[2] > width || bounds.height * transform[2] > height);
  });
  const fitNext = useCallback(() => {
    fitting.current = true;
    requestAnimationFrame(() => {
      fitting.current = false;
    });
  }, []);
  return { bounds, exceeds, fitAll, isFitted, fitNext, reveal, hold };
}

/** A picture that has room in the window is not left partly outside of it. */
function shiftIfFits(bounds: Box | undefined, axis: 'x' | 'y', offset: number, zoom: number, window: number): number {
  if (!bounds) return 0;
  const span = (axis === 'x' ? bounds.width : bounds.height) * zoom;
  return span <= window - 2 * VIEW_MARGIN ? shift(bounds[axis] * zoom + offset, span, window) : 0;
}

/** How far a span must move to lie within the window's margins. */
function shift(start: number, span: number, window: number): number {
  if (start < VIEW_MARGIN) return VIEW_MARGIN - start;
  const over = start + span - (window - VIEW_MARGIN);
  return over > 0 ? -over : 0;
}

function boundsOf(boxes: Iterable<Box>): Box | undefined {
  const all = [...boxes];
  if (all.length === 0) return undefined;
  const x = Math.min(...all.map((box) => box.x));
  const y = Math.min(...all.map((box) => box.y));
  const width = Math.max(...all.map((box) => box.x + box.width)) - x;
  const height = Math.max(...all.map((box) => box.y + box.height)) - y;
  return { x, y, width, height };
}
