// The whole picture in small, with the window on it, which can be dragged. The nodes are drawn once; each move writes one element's place.
import { Panel, useReactFlow, useStoreApi } from '@xyflow/react';
import { memo, type PointerEvent, useLayoutEffect, useMemo, useRef, type WheelEvent } from 'react';
import type { GraphNode } from '../../graph/graph.ts';
import type { Box, Layout } from '../../graph/layout-graph.ts';
import { overviewOf, pictureAt, windowInOverview } from '../../graph/overview.ts';
import styles from './OverviewMap.module.css';

interface OverviewMapProps {
  readonly nodes: readonly GraphNode[];
  readonly boxes: Layout['boxes'];
  readonly bounds: Box;
}

/** As in the style sheet, in pixels. */
const SIZE = { width: 160, height: 104 };
const ZOOM_STEP = 1.2;

export const OverviewMap = memo(function OverviewMap({ nodes, boxes, bounds }: OverviewMapProps) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const frame = useRef<HTMLDivElement>(null);
  const overview = useMemo(() => overviewOf(bounds, SIZE), [bounds]);
  useLayoutEffect(() => {
    let shown: unknown;
    const place = () => {
      const { transform, width, height } = store.getState();
      if (!frame.current || shown === transform) return;
      shown = transform;
      const [x, y, zoom] = transform;
      const box = windowInOverview({ x, y, zoom, width, height }, overview);
      const { style } = frame.current;
      style.transform = `translate(${box.x}px, ${box.y}px)`;
      style.width = `${box.width}px`;
      style.height = `${box.height}px`;
    };
    place();
    return store.subscribe(place);
  }, [store, overview]);
  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { x, y } = pictureAt({ x: event.clientX - left, y: event.clientY - top }, overview);
    flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  const zoom = ({ deltaY }: WheelEvent) => {
    flow.zoomTo(flow.getZoom() * (deltaY < 0 ? ZOOM_STEP : 1 / ZOOM_STEP));
  };
  return (
    <Panel position="bottom-right" className={styles.panel ?? ''}>
      <div
        className={styles.map}
        role="img"
        aria-label="Overview; drag to move the window"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
        }}
        onWheel={zoom}
      >
        <svg width={SIZE.width} height={SIZE.height} aria-hidden="true">
          {nodes.map((node) => {
            const box = boxes.get(node.id);
            if (!box || node.type === 'pod') return null;
            const { scale, originX, originY } = overview;
            return (
              <rect
                key={node.id}
                className={node.type === 'namespace' && !node.collapsed ? styles.frame : styles.node}
                x={(box.x - originX) * scale}
                y={(box.y - originY) * scale}
                width={Math.max(1, box.width * scale)}
                height={Math.max(1, box.height * scale)}
              />
            );
          })}
        </svg>
        <div ref={frame} className={styles.window} />
      </div>
    </Panel>
  );
});
